// Ising machines agree with the definition: energies, ground states, fields, gradients.
#include <cmath>

#include <QtTest>

#include "core/base/Random.h"
#include "core/ising/ExactSolver.h"
#include "core/learning/Gradient.h"
#include "core/machine/AnnealingMachine.h"
#include "tests/TestProgram.h"
#include "tests/learning/SmallNetworks.h"
#include "tests/machine/Annealings.h"

using namespace nudge;
using namespace nudge::test;

namespace {

/// Random states of a network, as an Ising machine would leave them.
Settled randomState(const NetworkSpec& network, int samples, std::uint64_t seed) {
  const IsingNetwork spins(network);
  Random random(seed, Purpose::Test);
  Settled state;
  spins.resize(samples, state);
  std::vector<Spin> values(spins.spins());
  for (int i = 0; i < samples; ++i) {
    for (Spin& spin : values) spin = random.below(2) == 0 ? Spin{-1} : Spin{1};
    spins.store(values.data(), i, state);
  }
  return state;
}

/// E(n) = −½ nᵀWn − (b − ½)ᵀn of bits, or −½ σᵀWσ − bᵀσ of spins, pairs counted once.
double energyByHand(const NetworkSpec& network, const Parameters& parameters, const Matrix& drive,
                    const Settled& state, Eigen::Index sample) {
  double energy = 0;
  for (int n = 1; n <= network.depth(); ++n) {
    const LayerParameters& layer = parameters.layer(n);
    const auto index = static_cast<std::size_t>(n - 1);
    const Eigen::VectorXd s = state.states[index].col(sample).cast<double>();
    const Eigen::VectorXd asked =
        n == 1 ? Eigen::VectorXd(drive.col(sample).cast<double>())
               : Eigen::VectorXd(layer.product().cast<double>() *
                                     state.states[index - 1].col(sample).cast<double>() +
                                 layer.biases.cast<double>());
    energy -= s.dot(asked);
    if (network.binaryActivations()) energy += 0.5 * s.sum();
  }
  return energy;
}

}  // namespace

class TestIsingMachine : public QObject {
  Q_OBJECT
 private slots:
  void energiesAreThoseOfTheNetwork() {
    for (const Activation activation : {Activation::Sign, Activation::Heaviside}) {
      for (const WeightKind weights : {WeightKind::Real, WeightKind::Binary}) {
        NetworkSpec network = smallDense();
        network.activation = activation;
        network.weights = weights;
        const Parameters parameters = Parameters::initial(network, 3);
        const Batch batch = uniformBatch(network, 8, 4);
        const auto machine = makeMachine(network, annealing());
        Settled free;
        machine->settle(parameters, batch, nullptr, nullptr, {}, free);
        const Settled state = randomState(network, 8, 5);
        const auto energies = machine->energyMeter(parameters)->energies(free.drive, state);
        for (int i = 0; i < 8; ++i) {
          const double byHand = energyByHand(network, parameters, free.drive, state, i);
          QVERIFY2(std::abs(energies[i] - byHand) < 1e-5,
                   qPrintable(QString("%1 and %2").arg(energies[i]).arg(byHand)));
        }
      }
    }
  }

  void collapsedSamplingFindsTheGroundStates() {
    NetworkSpec network = smallDense();
    network.activation = Activation::Sign;
    network.weights = WeightKind::Real;
    network.gain = {2};
    const Parameters parameters = Parameters::initial(network, 3);
    const Batch batch = uniformBatch(network, 8, 4);
    MachineSettings settings = annealing();
    settings.annealing.collapsed = true;
    settings.annealing.skipRight = false;
    settings.annealing.range = RangeRule::Tuned;
    settings.annealing.sweeps = 50;
    const auto machine = makeMachine(network, settings);
    const IsingNetwork spins(network);
    Settled free, nudged;
    machine->settle(parameters, batch, nullptr, nullptr, {}, free);
    const Nudge nudge{0.7F, NudgeKind::Constant};
    machine->settle(parameters, batch, &nudge, &free, {}, nudged);
    for (const Settled* state : {&free, &nudged}) {
      IsingProblem problem = spins.problem(parameters);
      std::vector<double> fields;
      std::vector<float> pull;
      std::vector<Spin> found(spins.spins());
      for (Eigen::Index i = 0; i < batch.samples(); ++i) {
        if (state == &nudged)
          spins.pull(nudge, batch.targets.col(i).data(), free.outputs().col(i).data(), pull);
        spins.fields(parameters, free.drive.col(i).data(), state == &nudged ? pull.data() : nullptr,
                     0, fields);
        problem.setFields(fields);
        spins.load(*state, i, found.data());
        QVERIFY(std::abs(problem.energy(found) - groundStates(problem).energy(0)) < 1e-9);
      }
    }
  }

  /// Chapters 4 and 5 are one machine: what binary neurons rest in is what no single flip improves.
  void restingBinaryNeuronsAreMinimaOfTheIsingProblem() {
    NetworkSpec network;
    network.layers = {4, 5, 4};
    network.perClass = 2;
    network.activation = Activation::Heaviside;
    network.weights = WeightKind::Real;
    network.gain = {3};
    int resting = 0;
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
      const Parameters parameters = Parameters::initial(network, seed);
      const Batch batch = uniformBatch(network, 1, seed);
      const IsingNetwork spins(network);
      IsingProblem problem = spins.problem(parameters);
      Matrix drive;
      spins.drive(parameters, batch.inputs, drive);
      std::vector<double> fields;
      spins.fields(parameters, drive.data(), nullptr, 0, fields);
      problem.setFields(fields);
      for (unsigned code = 0; code < 512; ++code) {
        std::vector<Spin> state;
        for (unsigned i = 0; i < 9; ++i)
          state.push_back((code >> i & 1U) != 0 ? Spin{1} : Spin{-1});
        bool minimum = true;
        for (std::size_t i = 0; i < state.size(); ++i) minimum &= problem.flipChange(state, i) >= 0;
        Settled settled;
        spins.resize(1, settled);
        spins.store(state.data(), 0, settled);
        const Vector hidden = settled.states[0].col(0), outputs = settled.states[1].col(0);
        const Vector askedHidden = drive.col(0) + parameters.layer(2).weights.transpose() * outputs;
        const Vector askedOutputs =
            parameters.layer(2).weights * hidden + parameters.layer(2).biases;
        const auto rests = [](const Vector& asked, const Vector& s) {
          return ((asked.array() >= 0.5F).cast<float>() == s.array()).all();
        };
        const bool fixed = rests(askedHidden, hidden) && rests(askedOutputs, outputs);
        QCOMPARE(minimum, fixed);
        resting += fixed ? 1 : 0;
      }
    }
    QVERIFY(resting >= 20);
  }

  void theElasticNudgeOfBitsShiftsTheirFields() {
    NetworkSpec network = smallDense();
    network.activation = Activation::Heaviside;
    const IsingNetwork spins(network);
    const Matrix target = targetsFor({1}, network);
    std::vector<float> pull;
    spins.pull({2, NudgeKind::Elastic}, target.data(), target.data(), pull);
    QCOMPARE(pull, (std::vector<float>{-1, -1, 1, 1}));
    // The field of σ is half of that of n, so that h shifts by ∓β/2.
    const Parameters parameters = Parameters::initial(network, 1);
    const Vector drive = Vector::Zero(5);
    std::vector<double> free, nudged;
    spins.fields(parameters, drive.data(), nullptr, 0, free);
    spins.fields(parameters, drive.data(), pull.data(), 0, nudged);
    const std::size_t first = spins.firstOf(3);
    QCOMPARE(nudged[first] - free[first], 0.5);
    QCOMPARE(nudged[first + 2] - free[first + 2], -0.5);
  }

  void fieldsAreCutNudgeIncluded() {
    const NetworkSpec network = smallSpins();
    const IsingNetwork spins(network);
    Parameters parameters = Parameters::initial(network, 1);
    parameters.layers[1].biases << 3, 0, 0, -1;
    const Vector drive = Vector::Constant(5, 7);
    const Matrix target = targetsFor({0}, network);
    std::vector<float> pull;
    spins.pull({5, NudgeKind::Elastic}, target.data(), nullptr, pull);
    QCOMPARE(pull, (std::vector<float>{5, 5, -5, -5}));
    std::vector<double> fields;
    spins.fields(parameters, drive.data(), pull.data(), 4, fields);
    for (std::size_t i = 0; i < 5; ++i) QCOMPARE(fields[i], -4.0);
    QCOMPARE(fields[5], -4.0);
    QCOMPARE(fields[8], 4.0);
    spins.fields(parameters, drive.data(), pull.data(), 0, fields);
    QCOMPARE(fields[0], -7.0);
    QCOMPARE(fields[5], -8.0);
  }

  /// g_W is what the energies of two states say of each weight, shared ones included.
  void gradientsAreDifferencesOfEnergies() {
    for (const NetworkSpec& network : {smallSpins(), smallVoting()}) {
      QVERIFY(network.problems().empty());
      const Batch batch = uniformBatch(network, 3, 2);
      const Parameters parameters = Parameters::initial(network, 7);
      const auto machine = makeMachine(network, annealing());
      Settled free;
      machine->settle(parameters, batch, nullptr, nullptr, {}, free);
      const Settled plus = randomState(network, 3, 8), minus = randomState(network, 3, 9);
      Gradient gradient;
      contrast(network, plus, minus, batch.inputs, 2, gradient);
      const auto difference = [&](const Parameters& moved) {
        Settled again;
        machine->settle(moved, batch, nullptr, nullptr, {}, again);
        const auto meter = machine->energyMeter(moved);
        return (meter->energies(again.drive, plus) - meter->energies(again.drive, minus)).sum();
      };
      constexpr float kStep = 0.5F;  // E is linear in every parameter
      const double here = difference(parameters);
      for (std::size_t n = 0; n < gradient.layers.size(); ++n) {
        const Weights g = gradient.layers[n].weights();
        for (Eigen::Index i = 0; i < g.rows(); ++i) {
          for (Eigen::Index j = 0; j <= g.cols(); ++j) {
            Parameters moved = parameters;
            (j < g.cols() ? moved.layers[n].weights(i, j) : moved.layers[n].biases[i]) += kStep;
            const double slope = (difference(moved) - here) / static_cast<double>(kStep);
            const double found =
                static_cast<double>(j < g.cols() ? g(i, j) : gradient.layers[n].bias[i]);
            QVERIFY2(std::abs(found + slope / (2 * 3)) < 1e-4,
                     qPrintable(QString("layer %1, %2, %3: %4 and %5")
                                    .arg(n + 1)
                                    .arg(i)
                                    .arg(j)
                                    .arg(found)
                                    .arg(-slope / 6)));
          }
        }
      }
    }
  }
};

QTEST_APPLESS_MAIN(TestIsingMachine)
#include "TestIsingMachine.moc"
