// Networks that fill the cells of a chip: what is joined, what learns, where it stands, and that it
// does more than a linear read-out.
#include <set>

#include <QtTest>

#include "core/base/Random.h"
#include "core/chip/EmbeddingCheck.h"
#include "core/experiment/Presets.h"
#include "core/experiment/Run.h"
#include "core/insight/LinearReadOut.h"
#include "core/learning/Gradient.h"
#include "core/machine/CellPlacement.h"
#include "core/machine/IsingNetwork.h"
#include "core/machine/Machine.h"
#include "tests/TestProgram.h"
#include "tests/learning/SmallNetworks.h"

using namespace nudge;

namespace {

NetworkSpec inCells() { return presetExperiment("layout-cells").network; }

/// Test error after training, in per cent.
double trained(Experiment experiment, int seed) {
  experiment.seed = seed;
  const std::unique_ptr<Run> run = startRun(experiment);
  while (run->step()) {
  }
  return run->epochs().back().testError;
}

}  // namespace

class TestChipCells : public QObject {
  Q_OBJECT
 private slots:
  void layersAreDistancesFromTheOutputs() {
    const CellLayout layout(3, 3, 5);
    QCOMPARE(CellLayout::deepest(3, 3), 5);
    const int sizes[] = {16, 24, 16, 12, 4};
    int wires = 0;
    for (int n = 1; n <= 5; ++n) {
      QCOMPARE(layout.size(n), sizes[n - 1]);
      if (n > 1) wires += static_cast<int>(layout.wires(n).size());
    }
    // Nine cells of sixteen couplers, and twelve pairs of neighbouring cells with four.
    QCOMPARE(wires, 9 * 16 + 12 * 4);
  }

  void everyNeuronIsAQubitAndEveryWeightACoupler() {
    const NetworkSpec network = inCells();
    QVERIFY(network.problems().empty());
    QCOMPARE(network.neurons(), 72LL);
    const Parameters parameters = Parameters::initial(network, 1);
    const IsingProblem problem = IsingNetwork(network).problem(parameters);
    QCOMPARE(problem.couplings().size(), std::size_t{192});
    for (const char* name : {"chimera:3", "chimera:16", "chimera:4,7"}) {
      const ChipGraph chip = ChipGraph::make(ChipShape::parse(name));
      const std::optional<Embedding> placed = cellPlacement(network, chip);
      QVERIFY2(placed, name);
      QVERIFY(embeddingFaults(*placed, SourceGraph::of(problem), chip).empty());
      QCOMPARE(statisticsOf(*placed).longest, 1);
    }
    // Around a broken qubit, and nowhere where there is no room.
    const ChipGraph four = ChipGraph::make(ChipShape::parse("chimera:4"));
    const ChipGraph broken = four.withFaults({0}, {});
    const auto moved = cellPlacement(network, broken);
    QVERIFY(moved && embeddingFaults(*moved, SourceGraph::of(problem), broken).empty());
    QVERIFY(!cellPlacement(network, ChipGraph::make(ChipShape::parse("chimera:2"))));
    QVERIFY(!cellPlacement(network, ChipGraph::make(ChipShape::parse("pegasus:4"))));
    QVERIFY(!cellPlacement(smallSpins(), four));
  }

  void weightsAreOnCouplersAlone() {
    const NetworkSpec network = inCells();
    const Parameters parameters = Parameters::initial(network, 1);
    const Batch batch = uniformBatch(network, 6, 2);
    const auto machine = makeMachine(network, presetExperiment("layout-cells").machine);
    Settled free, nudged;
    machine->settle(parameters, batch, nullptr, nullptr, {}, free);
    const Nudge nudge{2};
    machine->settle(parameters, batch, &nudge, &free, {}, nudged);
    Gradient gradient;
    contrast(network, nudged, free, batch.inputs, 0.5F, gradient);
    long long weights = 0;
    for (int n = 2; n <= network.depth(); ++n) {
      std::set<std::pair<int, int>> wires;
      for (const CellWire& wire : network.cellLayout().wires(n))
        wires.insert({wire.above, wire.below});
      weights += network.weightsOf(n);
      QCOMPARE(static_cast<long long>(wires.size()), network.weightsOf(n));
      const Weights& w = parameters.layer(n).weights;
      const Weights g = gradient.layers[static_cast<std::size_t>(n - 1)].weights();
      for (int row = 0; row < w.rows(); ++row) {
        for (int column = 0; column < w.cols(); ++column) {
          const bool wired = wires.contains({row, column});
          QCOMPARE(w(row, column) != 0, wired);
          QVERIFY(wired || g(row, column) == 0);
        }
      }
    }
    QCOMPARE(weights, 192LL);
  }

  void couplersHaveLimitsByWhereTheyAre() {
    Experiment experiment = presetExperiment("layout-cells");
    experiment.data.train = experiment.data.test = 60;
    experiment.learning.epochs = 2;
    experiment.learning.weightRate = {1};
    experiment.learning.cellLimits = {0.1, 0.5};
    const std::unique_ptr<Run> run = startRun(experiment);
    while (run->step()) {
    }
    float within = 0, between = 0;
    for (int n = 2; n <= experiment.network.depth(); ++n) {
      for (const CellWire& wire : experiment.network.cellLayout().wires(n)) {
        const float size = std::abs(run->parameters().layer(n).weights(wire.above, wire.below));
        (wire.inside ? within : between) = std::max(wire.inside ? within : between, size);
      }
    }
    QCOMPARE(within, 0.1F);
    QCOMPARE(between, 0.5F);
    experiment.learning.cellLimits = {0.1};
    QVERIFY(experiment.problems().front().find("learning.cell_limits") != std::string::npos);
  }

  void refusesLayersThatTheCellsDoNotMake() {
    NetworkSpec network = inCells();
    network.layers[2] = 20;
    QVERIFY(network.problems().front().find("[16, 16, 24, 16, 12, 4]") != std::string::npos);
    network = inCells();
    network.cells = {3};
    QVERIFY(network.problems().front().starts_with("network.cells: needs two numbers"));
    network = inCells();
    network.weights = WeightKind::Binary;
    QVERIFY(network.problems().front().starts_with("network.cells: qubits are spins"));
  }

  void doesMoreThanALinearReadOut() {
    const Experiment experiment = presetExperiment("layout-cells");
    for (int seed = 1; seed <= 2; ++seed) {
      const double linear =
          linearReadOut(loadDataset(experiment.data, static_cast<std::uint64_t>(seed))).testError;
      const double network = trained(experiment, seed);
      qInfo("seed %d: %.1f %% test error, linear read-out %.1f %%", seed, network, linear);
      QVERIFY2(network < linear - 5, qPrintable(QString("%1 against %2").arg(network).arg(linear)));
    }
  }
};

QTEST_APPLESS_MAIN(TestChipCells)
#include "TestChipCells.moc"
