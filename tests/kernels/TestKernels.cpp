// Every tuned kernel beside its plain reference, on random shapes with odd rests.
#include <array>
#include <cmath>
#include <vector>

#include <QtTest>

#include "core/base/Random.h"
#include "core/kernels/BopRow.h"
#include "core/kernels/Convolve.h"
#include "core/kernels/NarrowTop.h"
#include "core/kernels/StateUpdate.h"

using namespace nudge;
using namespace nudge::kernels;

namespace {

std::vector<float> randomValues(Random& random, std::size_t count, float low, float high) {
  std::vector<float> values(count);
  for (float& value : values) value = random.uniform(low, high);
  return values;
}

float difference(const std::vector<float>& a, const std::vector<float>& b) {
  float most = 0;
  for (std::size_t i = 0; i < a.size(); ++i) most = std::max(most, std::abs(a[i] - b[i]));
  return most;
}

StateRule randomRule(Random& random, bool binary) {
  const float dt = random.uniform(0.1F, 1.0F);
  return {1 - dt, dt, binary, random.uniform(0.1F, 0.6F)};
}

}  // namespace

class TestKernels : public QObject {
  Q_OBJECT
 private slots:
  void stateUpdate() {
    Random random(1, Purpose::Test);
    for (int round = 0; round < 200; ++round) {
      const std::size_t count = 1 + random.below(90);
      const StateRule rule = randomRule(random, round % 2 == 0);
      const auto input = randomValues(random, count, -2, 2);
      auto states = randomValues(random, count, 0, 1);
      auto plainStates = states;
      std::vector<float> active(count, -1), plainActive(count, -1);
      const bool changed = updateStates(rule, input.data(), states.data(), active.data(), count);
      const bool plainChanged =
          updateStatesPlain(rule, input.data(), plainStates.data(), plainActive.data(), count);
      QCOMPARE(changed, plainChanged);
      QVERIFY(difference(states, plainStates) < 1e-6F);
      for (std::size_t i = 0; i < count; ++i) {
        if (std::abs(states[i] - 0.5F) > 1e-5F) QCOMPARE(active[i], plainActive[i]);
      }
    }
  }

  void aSettledStateIsSeenAsSuch() {
    std::vector<float> input(37, 0.25F), states(37, 0.25F);
    QVERIFY(!updateStates({0, 1, false, 0.5F}, input.data(), states.data(), nullptr, 37));
    states[36] = 0.5F;
    QVERIFY(updateStates({0, 1, false, 0.5F}, input.data(), states.data(), nullptr, 37));
  }

  void narrowTop() {
    Random random(2, Purpose::Test);
    for (int round = 0; round < 200; ++round) {
      NarrowTop top;
      constexpr std::array<std::size_t, 7> kWidths{2, 3, 4, 5, 8, 10, 16};
      top.outputs = kWidths[random.below(kWidths.size())];
      top.hidden = 1 + random.below(100);
      top.samples = 1 + random.below(5);
      const StateRule rule = randomRule(random, false);
      auto weights = randomValues(random, top.outputs * top.hidden, -1, 1);
      const auto drive = randomValues(random, top.hidden * top.samples, -1, 1);
      const auto above = randomValues(random, top.outputs * top.samples, 0, 1);
      top.weights = weights.data();
      top.drive = drive.data();
      top.above = above.data();
      auto states = randomValues(random, top.hidden * top.samples, 0, 1);
      auto plainStates = states;
      std::vector<float> up(above.size()), plainUp(above.size());
      const bool changed = stepNarrowTop(top, rule, states.data(), up.data());
      const bool plainChanged = stepNarrowTopPlain(top, rule, plainStates.data(), plainUp.data());
      QCOMPARE(changed, plainChanged);
      QVERIFY(difference(states, plainStates) < 1e-5F);
      QVERIFY(difference(up, plainUp) < 1e-4F);
    }
  }

  void bop() {
    Random random(3, Purpose::Test);
    for (int round = 0; round < 200; ++round) {
      const std::size_t count = 1 + random.below(120);
      const BopRule rule{random.uniform(0.1F, 2), random.uniform(0, 0.5F)};
      const auto gradient = randomValues(random, count, -1, 1);
      auto momentum = randomValues(random, count, -0.5F, 0.5F);
      std::vector<std::uint64_t> weights(count / 64 + 1);
      for (auto& word : weights) word = std::uint64_t{random()} << 32 | random();
      auto plainMomentum = momentum;
      auto plainWeights = weights;
      const BopResult result = bopRow(rule, gradient.data(), momentum.data(), weights, count);
      const BopResult plain =
          bopRowPlain(rule, gradient.data(), plainMomentum.data(), plainWeights, count);
      QCOMPARE(result.flips, plain.flips);
      QVERIFY(std::abs(result.alignment - plain.alignment) < 1e-4F);
      QVERIFY(difference(momentum, plainMomentum) < 1e-6F);
      QCOMPARE(weights, plainWeights);
    }
  }

  void bopFlipsAgainstTheMomentum() {
    // Ascent: a weight that opposes its momentum by more than the threshold flips, no other.
    std::vector<float> gradient{1, 1, -1, -1, 0.1F}, momentum(5, 0);
    std::vector<std::uint64_t> weights{0b00110};  // − + + − −
    const BopResult result = bopRow({1, 0.5F}, gradient.data(), momentum.data(), weights, 5);
    QCOMPARE(result.flips, std::uint64_t{2});
    QCOMPARE(weights, (std::vector<std::uint64_t>{0b00011}));
  }

  void convolutions() {
    Random random(4, Purpose::Test);
    for (int round = 0; round < 120; ++round) {
      ConvolveShape shape;
      shape.below = 1 + random.below(5);
      shape.above = 1 + random.below(70);
      shape.kernel = 1 + random.below(5);
      shape.pool = 1 + random.below(4);
      shape.height = 1 + random.below(3);
      shape.width = 1 + random.below(3);
      shape.rawWidth = shape.width * shape.pool + random.below(shape.pool);
      shape.paddedWidth = shape.rawWidth + shape.kernel - 1;
      const std::size_t rows = shape.height * shape.pool + shape.kernel;
      const auto maps = randomValues(random, rows * shape.paddedWidth * shape.below, 0, 1);
      const std::size_t stride = packedChannels(shape.above);
      std::vector<float> up(shape.taps() * stride), down(shape.above * shape.taps());
      for (std::size_t tap = 0; tap < shape.taps(); ++tap) {
        for (std::size_t c = 0; c < shape.above; ++c)
          up[tap * stride + c] = down[c * shape.taps() + tap] = random.uniform(-1, 1);
      }
      auto biases = randomValues(random, stride, -1, 1);
      const std::size_t count = shape.height * shape.width * shape.above;
      const bool max = round % 2 == 0;
      std::vector<float> pooled(count), plainPooled(count);
      std::vector<std::int32_t> choice(count), plainChoice(count);
      convolvePooled(shape, maps.data(), up.data(), biases.data(), pooled.data(),
                     max ? choice.data() : nullptr);
      convolvePooledPlain(shape, maps.data(), up.data(), biases.data(), plainPooled.data(),
                          max ? plainChoice.data() : nullptr);
      QVERIFY(difference(pooled, plainPooled) < 1e-4F);
      QCOMPARE(choice, plainChoice);

      auto values = randomValues(random, count, -0.5F, 1);
      for (float& value : values) value = std::max(value, 0.0F);  // a third are zero
      std::vector<float> spread(maps.size()), plainSpread(maps.size());
      const std::int32_t* places = max ? choice.data() : nullptr;
      spreadPooled(shape, values.data(), places, down.data(), spread.data());
      spreadPooledPlain(shape, values.data(), places, down.data(), plainSpread.data());
      QVERIFY(difference(spread, plainSpread) < 1e-4F);

      std::vector<float> sums(down.size()), plainSums(down.size());
      const std::size_t first = random.below(static_cast<std::uint32_t>(shape.above));
      correlatePooled(shape, values.data(), places, maps.data(), first, shape.above, sums.data());
      correlatePooledPlain(shape, values.data(), places, maps.data(), first, shape.above,
                           plainSums.data());
      QVERIFY(difference(sums, plainSums) < 1e-4F);
    }
  }
};

QTEST_APPLESS_MAIN(TestKernels)
#include "TestKernels.moc"
