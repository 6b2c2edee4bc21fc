// Every tuned kernel beside its plain reference, on random shapes with odd rests.
#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include <QtTest>

#include "core/base/Random.h"
#include "core/kernels/BitStep.h"
#include "core/kernels/BitSums.h"
#include "core/kernels/BopRow.h"
#include "core/kernels/IntegerStep.h"
#include "core/kernels/NarrowTop.h"
#include "core/kernels/RowSums.h"
#include "core/kernels/SignLookup.h"
#include "core/kernels/StateUpdate.h"
#include "core/kernels/TileConvolve.h"
#include "core/kernels/TileProduct.h"
#include "core/kernels/TransposeBits.h"
#include "tests/TestProgram.h"
#include "tests/kernels/RandomValues.h"

using namespace nudge;
using namespace nudge::kernels;
using namespace nudge::test;

namespace {

/// A random matrix of ±1, as bits in rows of whole words.
struct RandomSigns {
  std::size_t rows, columns, words = (columns + 63) / 64;
  std::vector<std::uint64_t> bits = std::vector<std::uint64_t>(rows * words);

  RandomSigns(Random& random, std::size_t to, std::size_t from) : rows(to), columns(from) {
    for (std::size_t row = 0; row < rows; ++row) {
      for (std::size_t i = 0; i < columns; ++i)
        bits[row * words + i / 64] |= std::uint64_t{random.below(2)} << i % 64;
    }
  }

  /// How far a product with some samples' values is from what it should be, at most.
  double error(const std::vector<float>& values, const std::vector<float>& sums,
               std::size_t sumStride) const {
    double most = 0;
    for (std::size_t sample = 0; sample < values.size() / columns; ++sample) {
      for (std::size_t row = 0; row < rows; ++row) {
        double sum = 0;
        for (std::size_t i = 0; i < columns; ++i) {
          const double value = values[sample * columns + i];
          sum += (bits[row * words + i / 64] >> i % 64 & 1U) != 0 ? value : -value;
        }
        most = std::max(most, std::abs(sums[sample * sumStride + row] - sum));
      }
    }
    return most;
  }
};

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
      const std::size_t count = 1 + random.below(5);
      const StateRule rule = randomRule(random, false);
      auto weights = randomValues(random, top.outputs * top.hidden, -1, 1);
      const auto drive = randomValues(random, top.hidden * count, -1, 1);
      const auto above = randomValues(random, top.outputs * count, 0, 1);
      top.weights = weights.data();
      auto states = randomValues(random, top.hidden * count, 0, 1);
      auto plainStates = states;
      std::vector<float> up(above.size()), plainUp(above.size());
      std::vector<NarrowSample> samples, plainSamples;
      for (std::size_t i = 0; i < count; ++i) {
        const std::size_t below = i * top.hidden, at = i * top.outputs;
        samples.push_back({&drive[below], &above[at], &states[below], &up[at]});
        plainSamples.push_back({&drive[below], &above[at], &plainStates[below], &plainUp[at]});
      }
      stepNarrowTop(top, rule, samples);
      stepNarrowTopPlain(top, rule, plainSamples);
      for (std::size_t i = 0; i < count; ++i) QCOMPARE(samples[i].changed, plainSamples[i].changed);
      QVERIFY(difference(states, plainStates) < 1e-5F);
      QVERIFY(difference(up, plainUp) < 1e-4F);
    }
  }

  void bop() {
    Random random(3, Purpose::Test);
    for (int round = 0; round < 200; ++round) {
      const std::size_t count = 1 + random.below(120);
      const BopRule rule{random.uniform(0.1F, 2), random.uniform(0, 0.5F), round % 2 == 0};
      auto gradient = randomValues(random, count, -1, 1);
      for (std::size_t i = 0; i < count; ++i) gradient[i] *= i / 16 % 2 == 0 ? 0.0F : 1.0F;
      auto momentum = randomValues(random, count, -0.5F, 0.5F);
      auto weights = randomBits(random, count / 64 + 1);
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

  void bitSums() {
    Random random(5, Purpose::Test);
    for (int round = 0; round < 100; ++round) {
      const std::size_t rows = 1 + random.below(60), words = 1 + random.below(9);
      const auto bits = randomBits(random, rows * words);
      const BitRows matrix{bits.data(), words};
      std::vector<std::int32_t> some;
      for (std::size_t i = 0; i < rows; ++i) {
        if (random.below(2) == 0) some.push_back(static_cast<std::int32_t>(i));
      }
      const auto values = randomValues(random, some.size(), 0, 1);
      std::vector<float> sums(64 * words, 0.5F), plainSums = sums;
      sumWhereSet(matrix, some, values.data(), sums.data());
      sumWhereSetPlain(matrix, some, values.data(), plainSums.data());
      QCOMPARE(sums, plainSums);  // the same order, so the same rounding

      std::vector<std::int32_t> integers(some.size()), totals(64 * words, 9), plainTotals = totals;
      for (auto& one : integers) one = static_cast<std::int32_t>(random.below(2000)) - 1000;
      sumWhereSet(matrix, some, integers.data(), totals.data());
      sumWhereSetPlain(matrix, some, integers.data(), plainTotals.data());
      QCOMPARE(totals, plainTotals);

      std::vector<std::int16_t> counts(64 * words, 3), plainCounts(64 * words, 3);
      countWhereSet(matrix, some, round % 2 == 0 ? 1 : -1, counts.data());
      countWhereSetPlain(matrix, some, round % 2 == 0 ? 1 : -1, plainCounts.data());
      QCOMPARE(counts, plainCounts);

      const auto mask = randomBits(random, words);
      counts.assign(rows, 0);
      plainCounts.assign(rows, 1);
      countCommon(matrix, rows, mask.data(), counts.data());
      countCommonPlain(matrix, rows, mask.data(), plainCounts.data());
      QCOMPARE(counts, plainCounts);
    }
  }

  void bitSteps() {
    Random random(6, Purpose::Test);
    for (int round = 0; round < 200; ++round) {
      const std::size_t count = 1 + random.below(300), words = (count + 63) / 64;
      const StateRule rule = randomRule(random, true);
      const auto base = randomValues(random, count, -1, 1);
      std::vector<std::int16_t> below(count), above(count);
      for (auto* counts : {&below, &above}) {
        for (auto& one : *counts) one = static_cast<std::int16_t>(random.below(200));
      }
      BitInput input{base.data(), {}, {}};
      if (round % 2 == 0) input.below = {below.data(), 200, 0.01F};
      if (round % 4 < 2) input.above = {above.data(), 190, 0.02F};
      auto states = randomValues(random, count, 0, 1);
      auto plainStates = states;
      std::vector<std::uint64_t> bits(words, 1), plainBits(words, 2);
      const bool changed = stepBits(rule, input, states.data(), bits.data(), count);
      const bool plainChanged =
          stepBitsPlain(rule, input, plainStates.data(), plainBits.data(), count);
      QCOMPARE(changed, plainChanged);
      QVERIFY(difference(states, plainStates) < 1e-6F);
      for (std::size_t j = 0; j < count; ++j) {
        const bool active = (bits[j / 64] >> (j % 64) & 1U) != 0;
        QCOMPARE(active, states[j] >= 0.5F);
      }
      std::vector<std::uint64_t> again(words, 5);
      thresholdBits(states.data(), again.data(), count);
      QCOMPARE(again, bits);
      std::vector<float> expanded(count, -1);
      expandBits(bits.data(), expanded.data(), count);
      for (std::size_t j = 0; j < count; ++j) QCOMPARE(expanded[j], states[j] >= 0.5F ? 1.F : 0.F);
    }
  }

  void integerSteps() {
    Random random(11, Purpose::Test);
    for (int round = 0; round < 200; ++round) {
      const std::size_t count = 1 + random.below(300), words = (count + 63) / 64;
      const IntegerRule rule{1 << (2 + random.below(13))};
      auto states = randomValues(random, count, 0, 1);
      for (float& state : states) state = rule.state(rule.integer(state));
      const auto base = randomValues(random, count, -2, 2);
      std::vector<std::int16_t> below(count), above(count);
      for (auto& c : below) c = static_cast<std::int16_t>(random.below(200));
      for (auto& c : above) c = static_cast<std::int16_t>(random.below(50));
      BitInput input{base.data(), {}, {}};
      if (random.below(2) == 0) input.below = {below.data(), 201, random.uniform(-0.1F, 0.1F)};
      if (random.below(2) == 0) input.above = {above.data(), 51, random.uniform(-0.1F, 0.1F)};
      auto plainStates = states;
      std::vector<std::uint64_t> bits(words, 7), plainBits(words, 8);
      const bool changed = stepIntegers(rule, input, states.data(), bits.data(), count);
      QCOMPARE(stepIntegersPlain(rule, input, plainStates.data(), plainBits.data(), count),
               changed);
      QCOMPARE(states, plainStates);
      QCOMPARE(bits, plainBits);
    }
  }

  void rowSums() {
    Random random(7, Purpose::Test);
    for (int round = 0; round < 100; ++round) {
      const std::size_t count = 1 + random.below(400), rows = 1 + random.below(30);
      const auto matrix = randomValues(random, rows * count, -1, 1);
      std::vector<std::int32_t> some(random.below(12));
      for (auto& row : some)
        row = static_cast<std::int32_t>(random.below(static_cast<std::uint32_t>(rows)));
      const auto values = randomValues(random, some.size(), -1, 1);
      std::vector<float> sums(count, 7), plainSums(count, -7);
      sumRows(matrix.data(), count, some, values.data(), sums.data(), count);
      sumRowsPlain(matrix.data(), count, some, values.data(), plainSums.data(), count);
      QVERIFY(difference(sums, plainSums) < 1e-5F);
    }
  }

  void entriesThatAreNotZero() {
    Random random(9, Purpose::Test);
    for (int round = 0; round < 100; ++round) {
      const std::size_t count = random.below(200);
      const float share = random.uniform(0, 1);
      auto row = randomValues(random, count, -1, 1);
      for (float& value : row) value = random.uniform(0, 1) < share ? 0 : value;
      std::vector<std::int32_t> places(count, -3), plainPlaces(count, -4);
      std::vector<float> values(count), plainValues(count);
      const std::size_t found = gatherNonZero(row.data(), count, places.data(), values.data());
      QCOMPARE(gatherNonZeroPlain(row.data(), count, plainPlaces.data(), plainValues.data()),
               found);
      places.resize(found);
      values.resize(found);
      plainPlaces.resize(found);
      plainValues.resize(found);
      QCOMPARE(places, plainPlaces);
      QCOMPARE(values, plainValues);
    }
  }

  void transposedBits() {
    Random random(8, Purpose::Test);
    for (int round = 0; round < 60; ++round) {
      const std::size_t rows = 1 + random.below(200), columns = 1 + random.below(1500);
      const std::size_t words = (columns + 63) / 64, across = (rows + 63) / 64;
      const auto bits = randomBits(random, rows * words);
      std::vector<std::uint64_t> into(columns * across, 3), plain(columns * across, 4);
      transposeBits(bits.data(), rows, words, columns, into.data());
      transposeBitsPlain(bits.data(), rows, words, columns, plain.data());
      QCOMPARE(into, plain);
    }
  }

  void tileProducts() {
    if (!multipliesTiles()) QSKIP("this processor does not multiply tiles of bytes (AMX)");
    Random random(14, Purpose::Test);
    TileValues tiled;
    for (int round = 0; round < 100; ++round) {
      const TileProduct product{1 + random.below(300), 1 + random.below(100)};
      const std::size_t samples = 1 + random.below(round % 20 == 0 ? 300 : 50);
      const RandomSigns signs(random, product.to, product.from);
      std::vector<std::uint64_t> packed(product.blocks() * product.blockWords());
      for (std::size_t block = 0; block < product.blocks(); ++block)
        packProduct(product, signs.bits.data(), block,
                    packed.data() + block * product.blockWords());
      const auto values = randomValues(random, samples * product.from, 0.0F, 1.0F);
      tiled.set(product, values.data(), samples);
      std::vector<float> sums(samples * product.sumStride()), plain(sums.size());
      multiplyTiles(product, packed.data(), tiled, sums.data());
      multiplyTilesPlain(product, packed.data(), tiled, plain.data());
      QVERIFY(signs.error(values, plain, product.sumStride()) < 1e-4);
      for (std::size_t i = 0; i < samples; ++i) {
        for (std::size_t row = 0; row < product.to; ++row) {
          const std::size_t at = i * product.sumStride() + row;
          QVERIFY(std::abs(sums[at] - plain[at]) <= 1e-6F * std::max(1.0F, std::abs(plain[at])));
        }
      }
    }
  }

  void signLookups() {
    if (!looksUpSixteen()) QSKIP("this processor does not look up sixteen numbers (AVX-512)");
    Random random(15, Purpose::Test);
    for (int round = 0; round < 100; ++round) {
      const SignLookup lookup{1 + random.below(300), 1 + random.below(300)};
      const std::size_t samples = 1 + random.below(15);
      const RandomSigns signs(random, lookup.to, lookup.from);
      std::vector<RowSigns> packed(lookup.blocks() * lookup.blockSigns());
      for (std::size_t block = 0; block < lookup.blocks(); ++block)
        packLookup(lookup, signs.bits.data(), block, packed.data() + block * lookup.blockSigns());
      const auto values = randomValues(random, samples * lookup.from, -1.0F, 1.0F);
      std::vector<SumTable> tables(lookup.tables());
      std::vector<float> sums(samples * lookup.sumStride()), plain(sums.size());
      multiplyLookup(lookup, packed.data(), values.data(), samples, tables.data(), sums.data());
      multiplyLookupPlain(lookup, packed.data(), values.data(), samples, plain.data());
      QVERIFY(signs.error(values, plain, lookup.sumStride()) < 1e-5);
      QVERIFY(signs.error(values, sums, lookup.sumStride()) < 1e-4);
    }
  }
};

QTEST_APPLESS_MAIN(TestKernels)
#include "TestKernels.moc"
