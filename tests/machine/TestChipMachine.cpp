// Spins on an annealing chip, through the client and a virtual chip on 127.0.0.1.
#include <cmath>

#include <QTemporaryDir>
#include <QTemporaryFile>
#include <QtTest>

#include "core/base/Random.h"
#include "core/chip/ChipGraph.h"
#include "core/cloud/CloudError.h"
#include "core/cloud/VirtualChip.h"
#include "core/experiment/ChipEstimate.h"
#include "core/experiment/Presets.h"
#include "core/experiment/RunDriver.h"
#include "core/ising/ExactSolver.h"
#include "core/machine/ChipMachine.h"
#include "core/machine/IsingNetwork.h"
#include "tests/TestProgram.h"
#include "tests/learning/SmallNetworks.h"

using namespace nudge;

namespace {

MachineSettings onChip(MachineKind kind = MachineKind::VirtualChip) {
  MachineSettings settings;
  settings.kind = kind;
  settings.chip.chip = "chimera:3";
  settings.annealing.freeReads = 20;
  settings.annealing.nudgeReads = 10;
  settings.annealing.skipRight = false;
  return settings;
}

Batch batchOf(const NetworkSpec& network, int samples) {
  Random random(3, Purpose::Test);
  Batch batch;
  batch.inputs.resize(network.inputs(), samples);
  for (float& x : batch.inputs.reshaped()) x = random.uniform(-1, 1);
  for (int i = 0; i < samples; ++i) batch.labels.push_back(i % network.classes());
  batch.targets = targetsFor(batch.labels, network);
  return batch;
}

/// Lowest energy of a sample's problem.
double lowest(const NetworkSpec& network, const Parameters& parameters, const Matrix& drive,
              int sample) {
  const IsingNetwork spins(network);
  IsingProblem problem = spins.problem(parameters);
  std::vector<double> fields;
  spins.fields(parameters, drive.col(sample).data(), nullptr, 0, fields);
  problem.setFields(fields);
  return groundStates(problem).energy(0) + spins.offset(parameters, drive.col(sample).data());
}

}  // namespace

class TestChipMachine : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase() {
    // Not the configuration of whoever runs the tests.
    QVERIFY(empty_.open());
    qputenv("DWAVE_CONFIG_FILE", empty_.fileName().toUtf8());
    for (const char* name : {"DWAVE_API_TOKEN", "DWAVE_API_ENDPOINT", "DWAVE_PROFILE"})
      qunsetenv(name);
  }

  void findsGroundStatesAndCountsItsTime() {
    const NetworkSpec network = smallSpins();
    const Parameters parameters = Parameters::initial(network, 5);
    const Batch batch = batchOf(network, 6);
    ChipMachine machine(network, onChip());
    Settled free, nudged;
    machine.settle(parameters, batch, nullptr, nullptr, {}, free);
    const Eigen::VectorXd energies = machine.energyMeter(parameters)->energies(free.drive, free);
    for (int i = 0; i < batch.samples(); ++i)
      QVERIFY(std::abs(energies[i] - lowest(network, parameters, free.drive, i)) < 1e-6);

    const Nudge nudge{5.0F};
    machine.settle(parameters, batch, &nudge, &free, {}, nudged);
    QVERIFY(nudged.outputs() == batch.targets);

    const ChipTally& tally = *machine.chipTally();
    QCOMPARE(tally.of(Phase::Free).problems, 6);
    QCOMPARE(tally.of(Phase::Free).reads, 120);
    QCOMPARE(tally.of(Phase::Nudge).reads, 60);
    QVERIFY(tally.of(Phase::Free).programming > 0 && tally.of(Phase::Free).anneal > 0);
    // Putting back the initial state costs more than anything else [Table 5.1].
    QVERIFY(tally.of(Phase::Nudge).delay > tally.of(Phase::Nudge).programming);
    QVERIFY(tally.qubits >= 9);
  }

  void mendsAndImprovesReads() {
    // Warm, with weak chains: most reads come back broken or excited.
    const NetworkSpec network = smallSpins();
    const Parameters parameters = Parameters::initial(network, 5);
    const Batch batch = batchOf(network, 8);
    MachineSettings settings = onChip();
    settings.annealing.temperature = 400;
    settings.annealing.read = ReadChoice::First;
    settings.chip.chainStrength = 0.3;
    const auto energyBy = [&](BrokenChains rule, bool descent) {
      settings.chip.brokenChains = rule;
      settings.chip.descent = descent;
      ChipMachine machine(network, settings);
      Settled free;
      machine.settle(parameters, batch, nullptr, nullptr, {{}, nullptr, {3, 1}}, free);
      const ChipShot& shot = *machine.chipTally()->newest;
      if (shot.qubits.size() != shot.spins.size() || shot.embedding->variables() != 9) return 0.0;
      return machine.energyMeter(parameters)->energies(free.drive, free).sum();
    };
    const double majority = energyBy(BrokenChains::Majority, false);
    const double lowest = energyBy(BrokenChains::MinimizeEnergy, false);
    const double downhill = energyBy(BrokenChains::Majority, true);
    QVERIFY2(lowest < majority, qPrintable(QString("%1, %2").arg(lowest).arg(majority)));
    QVERIFY2(downhill < majority, qPrintable(QString("%1, %2").arg(downhill).arg(majority)));
    QVERIFY(energyBy(BrokenChains::MinimizeEnergy, true) <= lowest);
  }

  void theSameDrawGivesTheSameStates() {
    const NetworkSpec network = smallSpins();
    const Parameters parameters = Parameters::initial(network, 5);
    const Batch batch = batchOf(network, 4);
    MachineSettings settings = onChip();
    settings.annealing.read = ReadChoice::First;
    settings.annealing.temperature = 60;  // so that reads differ
    Settled first, again, other;
    ChipMachine machine(network, settings), same(network, settings);
    machine.settle(parameters, batch, nullptr, nullptr, {{}, nullptr, {7, 1}}, first);
    machine.settle(parameters, batch, nullptr, nullptr, {{}, nullptr, {7, 2}}, other);
    same.settle(parameters, batch, nullptr, nullptr, {{}, nullptr, {7, 1}}, again);
    QVERIFY(first.states[0] == again.states[0] && first.outputs() == again.outputs());
    QVERIFY(first.states[0] != other.states[0] || first.outputs() != other.outputs());
  }

  void dwavesCloudIsFoundByTheEnvironment() {
    const NetworkSpec network = smallSpins();
    const Parameters parameters = Parameters::initial(network, 5);
    const Batch batch = batchOf(network, 3);
    VirtualChipSettings served;
    served.token = Token("DEV-not-to-be-seen");
    const VirtualChip chip(ChipGraph::make(ChipShape::parse("zephyr:2")), served);
    qputenv("DWAVE_API_ENDPOINT", QByteArray::fromStdString(chip.endpoint()));
    qputenv("DWAVE_API_TOKEN", "DEV-not-to-be-seen");
    Settled free;
    ChipMachine machine(network, onChip(MachineKind::DWave));
    machine.settle(parameters, batch, nullptr, nullptr, {}, free);
    const Eigen::VectorXd energies = machine.energyMeter(parameters)->energies(free.drive, free);
    for (int i = 0; i < batch.samples(); ++i)
      QVERIFY(std::abs(energies[i] - lowest(network, parameters, free.drive, i)) < 1e-6);

    qputenv("DWAVE_API_TOKEN", "DEV-another");
    ChipMachine refused(network, onChip(MachineKind::DWave));
    try {
      refused.settle(parameters, batch, nullptr, nullptr, {}, free);
      QFAIL("a wrong token was taken");
    } catch (const CloudError& error) {
      QVERIFY(error.fault() == CloudFault::Token);
      QVERIFY(std::string(error.what()).find("DEV-") == std::string::npos);
    }
    qunsetenv("DWAVE_API_TOKEN");
    qunsetenv("DWAVE_API_ENDPOINT");
  }

  void saysWhenThereIsNoRoom() {
    NetworkSpec network = smallSpins();
    network.layers = {6, 120, 40};
    network.perClass = 20;
    MachineSettings settings = onChip();
    settings.chip.chip = "chimera:16";
    ChipMachine machine(network, settings);
    Settled free;
    try {
      machine.settle(Parameters::initial(network, 1), batchOf(network, 1), nullptr, nullptr, {},
                     free);
      QFAIL("there is no room for it");
    } catch (const Error& error) {
      QVERIFY2(std::string(error.what()).find("2,400") != std::string::npos ||
                   std::string(error.what()).find("2400") != std::string::npos,
               error.what());
    }
    settings.chip.chip = "torus:3";
    QVERIFY(settings.problems(network).front().starts_with("machine.chip: "));
  }

  void aRunStopsAtItsLimitAndGoesOn() {
    Experiment experiment = presetExperiment("ising-digits");
    experiment.network.layers = {experiment.network.layers.front(), 8, 10};
    experiment.network.perClass = 1;
    experiment.machine = onChip();
    experiment.machine.chip.chip = "chimera:4";
    experiment.machine.annealing.freeReads = experiment.machine.annealing.nudgeReads = 5;
    experiment.machine.annealing.sweeps = 20;
    experiment.data.train = 40;
    experiment.data.test = 10;
    experiment.learning.epochs = 1;
    experiment.machine.chip.timeLimit = 0.5;
    QCOMPARE(experiment.problems(), std::vector<std::string>());
    const ChipEstimate estimate = estimateChip(experiment, 40, 10);
    QVERIFY(estimate.leastOfEpoch() > 0 && estimate.mostOfEpoch() > estimate.leastOfEpoch());
    QVERIFY(inWords(estimate).find("chip time of an epoch") != std::string::npos);

    const QTemporaryDir place;
    const auto path = std::filesystem::path(place.filePath("run").toStdString());
    auto run = startRun(experiment);
    RunFolder folder = RunFolder::create(path, experiment);
    try {
      RunKeeper keeper(folder);
      drive(*run, keeper, {}, {});
      QFAIL("the limit did not stop it");
    } catch (const Error& error) {
      QVERIFY2(std::string(error.what()).starts_with("machine.chip_limit: "), error.what());
    }
    RunFolder again = RunFolder::open(path);
    auto resumed = again.load();
    QVERIFY(resumed->progress() > 0);
    Experiment more = resumed->experiment();
    more.machine.chip.timeLimit = 0;
    resumed->change(more);
    RunKeeper keeperOfMore(again);
    QVERIFY(drive(*resumed, keeperOfMore, {}, {}));
    QVERIFY(resumed->snapshot().chip->access() > 0);
  }

 private:
  QTemporaryFile empty_;
};

QTEST_GUILESS_MAIN(TestChipMachine)
#include "TestChipMachine.moc"
