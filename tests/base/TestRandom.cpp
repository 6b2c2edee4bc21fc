#include <cmath>
#include <numeric>
#include <set>

#include <QtTest>

#include "core/base/Random.h"
#include "tests/TestProgram.h"

using nudge::Purpose;
using nudge::Random;

class TestRandom : public QObject {
  Q_OBJECT
 private slots:
  void sameKeySameStream() {
    Random a(7, Purpose::Test, 3), b(7, Purpose::Test, 3);
    for (int i = 0; i < 1000; ++i) QCOMPARE(a(), b());
  }

  void knownAnswer() {
    // Philox4x32-10 of the zero counter and key, from the Random123 distribution's kat_vectors.
    Random zero(0, static_cast<Purpose>(0), 0);
    QCOMPARE(zero(), 0x6627e8d5U);
    QCOMPARE(zero(), 0xe169c58dU);
    QCOMPARE(zero(), 0xbc57ac4cU);
    QCOMPARE(zero(), 0x9b00dbd8U);
  }

  void keysDiffer() {
    std::set<std::uint32_t> seen;
    for (std::uint64_t seed : {1ULL, 2ULL, 1ULL << 32}) {
      for (Purpose purpose : {Purpose::InitialWeights, Purpose::InitialBiases}) {
        for (std::uint64_t step : {0ULL, 1ULL, 1ULL << 32})
          seen.insert(Random(seed, purpose, step)());
      }
    }
    QCOMPARE(seen.size(), std::size_t{18});
  }

  void uniformAndNormalMoments() {
    Random random(11, Purpose::Test);
    double sum = 0, normalSum = 0, normalSquares = 0;
    const int n = 200'000;
    for (int i = 0; i < n; ++i) {
      const float u = random.uniform();
      QVERIFY(u >= 0 && u < 1);
      sum += u;
      const double z = random.normal();
      normalSum += z;
      normalSquares += z * z;
    }
    // Five standard errors.
    QVERIFY(std::abs(sum / n - 0.5) < 5 * std::sqrt(1.0 / 12 / n));
    QVERIFY(std::abs(normalSum / n) < 5 / std::sqrt(n));
    QVERIFY(std::abs(normalSquares / n - 1) < 5 * std::sqrt(2.0 / n));
  }

  void belowIsFair() {
    Random random(5, Purpose::Test);
    std::vector<int> counts(7);
    for (int i = 0; i < 70'000; ++i) ++counts.at(random.below(7));
    for (int count : counts) QVERIFY(std::abs(count - 10'000) < 500);
  }

  void shuffleIsAPermutation() {
    Random random(5, Purpose::Shuffle, 2);
    std::vector<int> order(100);
    std::iota(order.begin(), order.end(), 0);
    auto shuffled = order;
    random.shuffle(shuffled);
    QVERIFY(shuffled != order);
    std::sort(shuffled.begin(), shuffled.end());
    QCOMPARE(shuffled, order);
  }
};

QTEST_APPLESS_MAIN(TestRandom)
#include "TestRandom.moc"
