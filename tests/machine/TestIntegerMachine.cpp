#include <cmath>

#include <QtTest>

#include "core/base/Parallel.h"
#include "core/base/Random.h"
#include "core/experiment/Presets.h"
#include "core/experiment/Run.h"
#include "core/machine/IntegerNeurons.h"
#include "core/machine/Machine.h"
#include "tests/TestProgram.h"

using namespace nudge;

namespace {

/// One neuron of six bits, so that 1 is 16.
struct OneNeuron {
  IntegerNeurons neurons{6};
  float state = 0;
  std::uint64_t active = 0;

  float step(float input) {
    kernels::BitInput in;
    in.base = &input;
    neurons.step(in, &state, &active, 1);
    return 16 * state;
  }
  float stepOutput(float input, const Nudge& nudge, float target, float free) {
    kernels::BitInput in;
    in.base = &input;
    neurons.stepOutputs({&nudge, &target, &free}, in, &state, &active, 1);
    return 16 * state;
  }
};

NetworkSpec binaryNetwork() {
  NetworkSpec network;
  network.layers = {40, 70, 30, 20};
  network.perClass = 2;
  network.activation = Activation::Heaviside;
  return network;
}

Batch batchFor(const NetworkSpec& network) {
  Random random(4, Purpose::Test);
  Batch batch;
  batch.inputs.resize(network.inputs(), 6);
  for (float& x : batch.inputs.reshaped()) x = random.uniform();
  batch.labels = {0, 1, 2, 3, 4, 5};
  batch.targets = targetsFor(batch.labels, network);
  return batch;
}

Settled settle(const NetworkSpec& network, const MachineSettings& settings, const Nudge* nudge) {
  const Parameters parameters = Parameters::initial(network, 2);
  const Batch batch = batchFor(network);
  const auto machine = makeMachine(network, settings);
  Settled free, nudged;
  machine->settle(parameters, batch, nullptr, nullptr, {}, free);
  if (nudge == nullptr) return free;
  machine->settle(parameters, batch, nudge, &free, {}, nudged);
  return nudged;
}

MachineSettings integerSettings(int bits) {
  MachineSettings settings;
  settings.kind = MachineKind::Integer;
  settings.bits = bits;
  settings.freeSteps = 20;
  settings.nudgeSteps = 10;
  settings.initialState = 1;
  return settings;
}

}  // namespace

class TestIntegerMachine : public QObject {
  Q_OBJECT
 private slots:
  void stepsByHand() {
    // 0.3 is 5 of 16: (0 + 5 + 1)/2 = 3, (3 + 5 + 1)/2 = 4, and so on, rounded down.
    OneNeuron neuron;
    for (const float expected : {3.F, 4.F, 5.F, 5.F}) QCOMPARE(neuron.step(0.3F), expected);
    neuron.state = 1;
    for (const float expected : {6.F, 1.F, 0.F, 0.F}) QCOMPARE(neuron.step(-0.3F), expected);
  }

  void clampsAndThresholdAreExact() {
    OneNeuron neuron;
    QCOMPARE(neuron.step(1000), 16.F);  // an input saturates at 31
    QCOMPARE(neuron.step(-1000), 0.F);
    neuron.state = 0;
    QCOMPARE(neuron.step(14.0F / 16), 7.F);
    QCOMPARE(neuron.active, std::uint64_t(0));
    neuron.state = 0;
    QCOMPARE(neuron.step(15.0F / 16), 8.F);
    QCOMPARE(neuron.active, std::uint64_t(1));
    QCOMPARE(IntegerNeurons(4).unit(), 4);
    QCOMPARE(IntegerNeurons(16).unit(), 16384);
    QCOMPARE(IntegerNeurons(6).rounded(0.47F), 0.5F);
  }

  void countsAreScaled() {
    // Three of five active neurons joined by +1, two by −1: +1, times 0.25, and below −0.5·(−3).
    const std::int16_t below = 3, above = 0;
    const float bias = 0.125F;
    kernels::BitInput input{&bias, {&below, 5, 0.25F}, {&above, 3, -0.5F}};
    float state = 0;
    std::uint64_t active = 0;
    IntegerNeurons(8).step(input, &state, &active, 1);
    QCOMPARE(64 * state, 60.F);  // (0.125 + 0.25 + 1.5)·64 = 120, halved
  }

  void nudgesByHand() {
    OneNeuron neuron;
    neuron.state = 4.0F / 16;
    const Nudge elastic{2, NudgeKind::Elastic};
    QCOMPARE(neuron.stepOutput(0, elastic, 1, 0), 14.F);  // 2·(16 − 4) = 24, (4 + 24 + 1)/2
    neuron.state = 4.0F / 16;
    const Nudge constant{-0.5F, NudgeKind::Constant};
    QCOMPARE(neuron.stepOutput(0.5F, constant, 1, 0), 2.F);  // 8 − 8 = 0, (4 + 0 + 1)/2
    const Nudge clamped{0.5F, NudgeKind::Clamped};
    QCOMPARE(neuron.stepOutput(0, clamped, 1, 5.0F / 16), 11.F);  // 5 + 5.5, rounded
  }

  void followsTheEnergyDynamicsAsBitsGrow() {
    const NetworkSpec network = binaryNetwork();
    MachineSettings real = integerSettings(6);
    real.kind = MachineKind::Energy;
    real.dt = 0.5;
    const Nudge nudge{1, NudgeKind::Elastic};
    for (const Nudge* second : {static_cast<const Nudge*>(nullptr), &nudge}) {
      const Settled expected = settle(network, real, second);
      const auto off = [&](int bits) {
        const Settled states = settle(network, integerSettings(bits), second);
        double sum = 0;
        for (std::size_t n = 0; n < states.states.size(); ++n) {
          const double unit = 1 << (bits - 2);
          for (const float s : states.states[n].reshaped()) {
            const double steps = unit * static_cast<double>(s);
            if (steps != std::round(steps) || s < 0 || s > 1) return INFINITY;
          }
          sum += static_cast<double>((states.states[n] - expected.states[n]).cwiseAbs().mean());
        }
        return static_cast<float>(sum);
      };
      // A few neurons near their threshold go another way.
      QVERIFY(off(16) < 0.02F);
      QVERIFY(off(4) > off(8) && off(8) > off(12) && off(12) > off(16));
      for (int bits = 4; bits <= 16; ++bits) QVERIFY(std::isfinite(off(bits)));
    }
  }

  void threadsChangeNothing() {
    const NetworkSpec network = binaryNetwork();
    const Nudge nudge{1, NudgeKind::Constant};
    limitThreads(1);
    const Settled one = settle(network, integerSettings(6), &nudge);
    limitThreads(0);
    const Settled many = settle(network, integerSettings(6), &nudge);
    for (std::size_t n = 0; n < one.states.size(); ++n) {
      QVERIFY(one.states[n] == many.states[n]);
      QVERIFY(one.activations[n] == many.activations[n]);
    }
  }

  void learnsLikeItsTwin() {
    const auto trainError = [](MachineKind kind) {
      Experiment experiment = presetExperiment("digits");
      experiment.network.layers = {784, 128, 50};
      experiment.network.perClass = 5;
      experiment.machine.kind = kind;
      experiment.data.train = 1500;
      experiment.data.test = 10;
      experiment.learning.epochs = 10;
      const auto run = startRun(experiment);
      while (run->step()) {
      }
      return run->epochs().back().trainError;
    };
    const double real = trainError(MachineKind::Energy);
    const double integer = trainError(MachineKind::Integer);
    QVERIFY2(real < 30 && std::abs(integer - real) < 6,
             qPrintable(QString("%1 and %2").arg(real).arg(integer)));
  }

  void wrongNetworksAreRefused() {
    const MachineSettings settings = integerSettings(6);
    NetworkSpec network = binaryNetwork();
    QVERIFY(settings.problems(network).empty());
    network.weights = WeightKind::Real;
    QCOMPARE(settings.problems(network).size(), std::size_t(1));
    network = binaryNetwork();
    network.activation = Activation::Hardsigmoid;
    QCOMPARE(settings.problems(network).size(), std::size_t(1));
    network = binaryNetwork();
    network.pseudoWidth = 0.3;
    QCOMPARE(settings.problems(network).size(), std::size_t(1));
    network = binaryNetwork();
    network.convolutions = {4};
    QCOMPARE(settings.problems(network).size(), std::size_t(1));
    network = binaryNetwork();
    network.layers = {40, 40'000, 20};
    QCOMPARE(settings.problems(network).size(), std::size_t(1));
  }
};

QTEST_APPLESS_MAIN(TestIntegerMachine)
#include "TestIntegerMachine.moc"
