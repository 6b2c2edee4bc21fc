// Fast ways to settle a network agree with slow ones.
#include <QtTest>

#include "core/base/Error.h"
#include "core/base/Parallel.h"
#include "core/learning/Gradient.h"
#include "core/machine/LayeredMachine.h"
#include "core/machine/SignProduct.h"
#include "tests/TestProgram.h"
#include "tests/machine/Net.h"

using namespace nudge;
using namespace nudge::test;

namespace {

/// Settles binary weights and the same as real numbers: other kernels, other sums, equal states.
void agreesWithRealWeights(const NetworkSpec& spec, const MachineSettings& settings,
                           const Parameters& parameters) {
  NetworkSpec realSpec = spec;
  realSpec.weights = WeightKind::Real;
  Parameters realParameters = parameters;
  for (LayerParameters& layer : realParameters.layers) {
    layer.weights = layer.product();
    layer.signs = {};
    layer.scaling = Vector::Ones(1);
  }
  const auto machine = makeMachine(spec, settings);
  const auto realMachine = makeMachine(realSpec, settings);
  for (const int samples : {3, 40}) {
    const Batch batch = uniformBatch(spec, samples, 4);
    const Nudge nudge{0.5F};
    Settled free, realFree, nudged, realNudged;
    machine->settle(parameters, batch, nullptr, nullptr, {}, free);
    realMachine->settle(realParameters, batch, nullptr, nullptr, {}, realFree);
    machine->settle(parameters, batch, &nudge, &free, {}, nudged);
    realMachine->settle(realParameters, batch, &nudge, &realFree, {}, realNudged);
    for (std::size_t n = 0; n < free.states.size(); ++n) {
      QVERIFY((free.states[n] - realFree.states[n]).cwiseAbs().maxCoeff() < 1e-5F);
      QVERIFY((nudged.states[n] - realNudged.states[n]).cwiseAbs().maxCoeff() < 1e-5F);
    }
  }
}

}  // namespace

class TestEngines : public QObject {
  Q_OBJECT
 private slots:
  /// Bits and counts against matrix products, on sizes around whole words and above.
  void enginesAgree() {
    Random random(8, Purpose::Test);
    for (int round = 0; round < 30; ++round) {
      std::vector<int> layers{1 + static_cast<int>(random.below(200))};
      for (std::uint32_t n = 0; n < 1 + random.below(3); ++n)
        layers.push_back(10 + static_cast<int>(random.below(700)));
      layers.push_back(20);
      NetworkSpec spec = net(layers, Activation::Heaviside, 2);
      spec.weights = WeightKind::Binary;
      QVERIFY(canFlip(spec));
      MachineSettings settings;
      settings.kind = MachineKind::Energy;
      settings.freeSteps = 7;
      settings.nudgeSteps = 5;
      settings.initialState = round % 3 == 0 ? 1 : 0.5 * (round % 3);
      const Dynamics dynamics = Dynamics::of(spec, settings);
      LayeredMachine bits(spec, settings, makeFlipEngine(spec, dynamics));
      LayeredMachine products(spec, settings, makeDenseEngine(spec, dynamics));
      const Parameters parameters = Parameters::initial(spec, 3);
      Batch batch = uniformBatch(spec, 5, 4);
      for (float& x : batch.inputs.reshaped()) x = x < 0.7F ? 0 : x;
      const Nudge nudge{random.uniform(-1, 1), static_cast<NudgeKind>(random.below(3))};
      Settled free, plainFree, nudged, plainNudged;
      bits.settle(parameters, batch, nullptr, nullptr, {}, free);
      products.settle(parameters, batch, nullptr, nullptr, {}, plainFree);
      bits.settle(parameters, batch, &nudge, &free, {}, nudged);
      products.settle(parameters, batch, &nudge, &free, {}, plainNudged);
      QVERIFY((free.drive - plainFree.drive).cwiseAbs().maxCoeff() < 1e-5F);
      for (std::size_t n = 0; n < free.states.size(); ++n) {
        QVERIFY((free.states[n] - plainFree.states[n]).cwiseAbs().maxCoeff() < 1e-5F);
        QVERIFY((nudged.states[n] - plainNudged.states[n]).cwiseAbs().maxCoeff() < 1e-5F);
        QVERIFY(free.activations[n] == plainFree.activations[n]);
        QVERIFY(nudged.activations[n] == plainNudged.activations[n]);
      }
    }
  }

  /// Max-pooled convolutions too. All values are short binary fractions, so that sums are exact and
  /// equal ones are equal for both engines.
  void convolutionsByBitsAgree() {
    Random random(9, Purpose::Test);
    for (int round = 0; round < 25; ++round) {
      NetworkSpec spec = net({0, 20}, Activation::Heaviside, 2);
      if (round % 2 == 0) spec.layers = {0, 30, 20};
      spec.image = {1 + static_cast<int>(random.below(2)), 12, 13};
      spec.layers[0] = spec.image[0] * 12 * 13;
      spec.weights = WeightKind::Binary;
      spec.convolutions = {3 + static_cast<int>(random.below(70)),
                           2 + static_cast<int>(random.below(70))};
      spec.kernel = {2 + static_cast<int>(random.below(3))};
      spec.padding = {static_cast<int>(random.below(2))};
      spec.pool = {2, 1 + static_cast<int>(random.below(3))};
      if (!spec.problems().empty()) continue;
      QVERIFY(canFlip(spec));
      MachineSettings settings;
      settings.kind = MachineKind::Energy;
      settings.freeSteps = 6;
      settings.nudgeSteps = 4;
      settings.initialState = 1;
      settings.earlyStop = false;
      const Dynamics dynamics = Dynamics::of(spec, settings);
      LayeredMachine bits(spec, settings, makeFlipEngine(spec, dynamics));
      LayeredMachine floats(spec, settings, makeFloatEngine(spec, dynamics));
      Parameters parameters = Parameters::initial(spec, static_cast<std::uint64_t>(round));
      for (LayerParameters& layer : parameters.layers) {
        for (float& alpha : layer.scaling) alpha = random.below(2) == 0 ? 0x1p-5F : 0x1p-4F;
        for (float& bias : layer.biases) bias = std::round(bias * 64) / 64;
      }
      Batch batch = uniformBatch(spec, 3, 4);
      for (float& x : batch.inputs.reshaped()) x = std::round(x * 16) / 16;
      const Nudge nudge{0.5F, static_cast<NudgeKind>(random.below(3))};
      Settled free, plainFree, nudged, plainNudged;
      bits.settle(parameters, batch, nullptr, nullptr, {}, free);
      floats.settle(parameters, batch, nullptr, nullptr, {}, plainFree);
      bits.settle(parameters, batch, &nudge, &free, {}, nudged);
      floats.settle(parameters, batch, &nudge, &plainFree, {}, plainNudged);
      for (std::size_t n = 0; n < free.states.size(); ++n) {
        QVERIFY(free.states[n] == plainFree.states[n]);
        QVERIFY(nudged.states[n] == plainNudged.states[n]);
        QVERIFY(nudged.activations[n] == plainNudged.activations[n]);
      }
      QVERIFY(free.choices[0] == plainFree.choices[0]);
    }
  }

  /// Convolutions by α·±1 against the same weights as real numbers: other kernels where the
  /// processor multiplies tiles.
  void convolutionsByTilesAgree() {
    Random random(10, Purpose::Test);
    for (int round = 0; round < 20; ++round) {
      NetworkSpec spec = net({0, 10}, Activation::Hardsigmoid, 1);
      spec.image = {1 + static_cast<int>(random.below(3)), 16, 17};
      spec.layers[0] = spec.image[0] * 16 * 17;
      spec.weights = WeightKind::Binary;
      spec.convolutions = {1 + static_cast<int>(random.below(40)),
                           1 + static_cast<int>(random.below(70))};
      spec.kernel = {2 + static_cast<int>(random.below(4))};
      spec.padding = {static_cast<int>(random.below(2))};
      spec.pool = {2, 1 + static_cast<int>(random.below(2))};
      spec.pooling = round % 3 == 0 ? Pooling::Average : Pooling::Max;
      QCOMPARE(spec.problems(), std::vector<std::string>());
      MachineSettings settings;
      settings.freeSteps = 6;
      settings.nudgeSteps = 4;
      Parameters parameters = Parameters::initial(spec, static_cast<std::uint64_t>(round));
      for (LayerParameters& layer : parameters.layers) {
        for (float& alpha : layer.scaling) alpha *= random.uniform(-2, 2);
      }
      agreesWithRealWeights(spec, settings, parameters);
    }
  }

  /// The same for large fully connected layers, by tiles or by lookups.
  void largeSignsAgree() {
    NetworkSpec spec = net({20, 300, 257, 270, 10});
    spec.weights = WeightKind::Binary;
    MachineSettings settings;
    settings.freeSteps = 30;
    for (std::uint64_t round = 0; round < 5; ++round) {
      Random random(round, Purpose::Test, 11);
      Parameters parameters = Parameters::initial(spec, round);
      for (LayerParameters& layer : parameters.layers) layer.scaling *= random.uniform(-1, 1);
      if (round == 4) spec.layers.back() = 300;  // no fused kernel above
      if (round == 4) parameters = Parameters::initial(spec, round);
      agreesWithRealWeights(spec, settings, parameters);
    }
  }

  void earlyStopChangesNothing() {
    for (const auto activation : {Activation::Hardsigmoid, Activation::Heaviside}) {
      const NetworkSpec spec = net({20, 50, 20}, activation, 2);
      MachineSettings settings;
      settings.kind = MachineKind::Energy;
      settings.freeSteps = 200;
      const Parameters parameters = Parameters::initial(spec, 8);
      const Batch batch = uniformBatch(spec, 40, 8);
      Settled with, without;
      makeMachine(spec, settings)->settle(parameters, batch, nullptr, nullptr, {}, with);
      settings.earlyStop = false;
      makeMachine(spec, settings)->settle(parameters, batch, nullptr, nullptr, {}, without);
      for (std::size_t n = 0; n < with.states.size(); ++n)
        QVERIFY(with.states[n] == without.states[n]);
    }
  }

  /// Whatever stands beside it: a settled sample leaves its slice, the others go on.
  void eachSampleSettlesByItself_data() {
    QTest::addColumn<QList<int>>("layers");
    QTest::newRow("fused kernel") << QList<int>{30, 70, 10};
    if (SignProduct::make(300)) {
      QTest::newRow("signs") << QList<int>{30, 300, 260, 10};
      QTest::newRow("signs to the top") << QList<int>{30, 300, 280};
    }
  }
  void eachSampleSettlesByItself() {
    QFETCH(QList<int>, layers);
    NetworkSpec spec = net({layers.begin(), layers.end()});
    spec.weights = WeightKind::Binary;
    MachineSettings settings;
    settings.freeSteps = 200;
    settings.tolerance = 1e-3;
    const Parameters parameters = Parameters::initial(spec, 8);
    const Batch batch = uniformBatch(spec, 70, 8);
    const Nudge nudge{0.5F, NudgeKind::Elastic};
    Settled free, nudged;
    const auto machine = makeMachine(spec, settings);
    machine->settle(parameters, batch, nullptr, nullptr, {}, free);
    machine->settle(parameters, batch, &nudge, &free, {}, nudged);
    for (int i = 0; i < batch.samples(); ++i) {
      const Batch one{batch.inputs.col(i), {0}, batch.targets.col(i)};
      Settled freeOne, nudgedOne;
      machine->settle(parameters, one, nullptr, nullptr, {}, freeOne);
      machine->settle(parameters, one, &nudge, &freeOne, {}, nudgedOne);
      for (std::size_t n = 0; n < free.states.size(); ++n) {
        QVERIFY(free.states[n].col(i) == freeOne.states[n]);
        QVERIFY(nudged.states[n].col(i) == nudgedOne.states[n]);
      }
    }
  }

  void threadsChangeNothing() {
    const NetworkSpec spec = net({300, 600, 10});
    const MachineSettings settings;
    const Parameters parameters = Parameters::initial(spec, 8);
    const Batch batch = uniformBatch(spec, 64, 8);
    Settled one, many;
    limitThreads(1);
    makeMachine(spec, settings)->settle(parameters, batch, nullptr, nullptr, {}, one);
    limitThreads(0);
    makeMachine(spec, settings)->settle(parameters, batch, nullptr, nullptr, {}, many);
    for (std::size_t n = 0; n < one.states.size(); ++n) QVERIFY(one.states[n] == many.states[n]);
  }

  void aSettleCanBeCancelled() {
    const NetworkSpec spec = net({10, 20, 4});
    MachineSettings settings;
    const Parameters parameters = Parameters::initial(spec, 8);
    const Batch batch = uniformBatch(spec, 4, 8);
    std::stop_source stop;
    stop.request_stop();
    Settled into;
    QVERIFY_EXCEPTION_THROWN(
        makeMachine(spec, settings)
            ->settle(parameters, batch, nullptr, nullptr, {stop.get_token(), nullptr}, into),
        Cancelled);
  }
};

QTEST_APPLESS_MAIN(TestEngines)
#include "TestEngines.moc"
