// Every tuned kernel beside its plain reference, on random shapes with odd rests.
#include <cmath>
#include <vector>

#include <QtTest>

#include "core/base/Random.h"
#include "core/kernels/BopRow.h"
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
      top.outputs = 1 + random.below(kNarrowest);
      top.hidden = 1 + random.below(100);
      top.samples = 1 + random.below(5);
      top.scaling = random.uniform(0.01F, 0.2F);
      const bool binary = round % 2 == 0;
      const StateRule rule = randomRule(random, binary);
      auto weights = randomValues(random, top.outputs * top.hidden, -1, 1);
      const auto drive = randomValues(random, top.hidden * top.samples, -1, 1);
      const auto above = randomValues(random, top.outputs * top.samples, 0, 1);
      top.weights = weights.data();
      top.drive = drive.data();
      top.above = above.data();
      auto states = randomValues(random, top.hidden * top.samples, 0, 1);
      auto plainStates = states;
      std::vector<float> active(states.size()), up(above.size()), plainUp(above.size());
      for (std::size_t i = 0; i < states.size(); ++i) active[i] = states[i] >= 0.5F ? 1.0F : 0.0F;
      auto plainActive = active;
      const bool changed = stepNarrowTop(top, rule, states.data(),
                                         binary ? active.data() : states.data(), up.data());
      const bool plainChanged =
          stepNarrowTopPlain(top, rule, plainStates.data(),
                             binary ? plainActive.data() : plainStates.data(), plainUp.data());
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
      auto weights = randomValues(random, count, -1, 1);
      for (float& weight : weights) weight = weight < 0 ? -1.0F : 1.0F;
      auto plainMomentum = momentum;
      auto plainWeights = weights;
      const BopResult result =
          bopRow(rule, gradient.data(), momentum.data(), weights.data(), count);
      const BopResult plain =
          bopRowPlain(rule, gradient.data(), plainMomentum.data(), plainWeights.data(), count);
      QCOMPARE(result.flips, plain.flips);
      QVERIFY(std::abs(result.alignment - plain.alignment) < 1e-4F);
      QVERIFY(difference(momentum, plainMomentum) < 1e-6F);
      QCOMPARE(weights, plainWeights);
    }
  }

  void bopFlipsAgainstTheMomentum() {
    // Ascent: a weight that opposes its momentum by more than the threshold flips, no other.
    std::vector<float> gradient{1, 1, -1, -1, 0.1F}, momentum(5, 0), weights{-1, 1, 1, -1, -1};
    const BopResult result = bopRow({1, 0.5F}, gradient.data(), momentum.data(), weights.data(), 5);
    QCOMPARE(result.flips, std::uint64_t{2});
    QCOMPARE(weights, (std::vector<float>{1, 1, -1, -1, -1}));
  }
};

QTEST_APPLESS_MAIN(TestKernels)
#include "TestKernels.moc"
