// The kernels of convolutions and pooling beside their plain references, on random shapes.
#include <cmath>
#include <vector>

#include <QtTest>

#include "core/base/Random.h"
#include "core/kernels/Convolve.h"
#include "core/kernels/ConvolveBack.h"
#include "core/kernels/LookupConvolve.h"
#include "core/kernels/PoolMaps.h"
#include "core/kernels/TileConvolve.h"
#include "core/kernels/TileProduct.h"
#include "tests/TestProgram.h"
#include "tests/kernels/RandomValues.h"

using namespace nudge;
using namespace nudge::kernels;
using namespace nudge::test;

namespace {

/// A convolution of up to so many channels.
ConvolveShape randomShape(Random& random, std::uint32_t below, std::uint32_t above) {
  ConvolveShape shape;
  shape.below = 1 + random.below(below);
  shape.above = 1 + random.below(above);
  shape.kernel = 1 + random.below(5);
  shape.pool = 1 + random.below(4);
  shape.height = 1 + random.below(3);
  shape.width = 1 + random.below(5);
  shape.rawWidth = shape.width * shape.pool + random.below(shape.pool);
  shape.paddedWidth = shape.rawWidth + shape.kernel - 1;
  return shape;
}

}  // namespace

class TestMapKernels : public QObject {
  Q_OBJECT
 private slots:
  void pooledCounts() {
    Random random(10, Purpose::Test);
    for (int round = 0; round < 60; ++round) {
      RawMaps maps;
      maps.channels = 1 + random.below(150);
      maps.stride = (maps.channels + 63) / 64 * 64;
      maps.pool = 1 + random.below(3);
      maps.height = 1 + random.below(3);
      maps.width = 1 + random.below(3);
      maps.rawWidth = maps.width * maps.pool + random.below(2);
      const std::size_t positions = maps.height * maps.pool * maps.rawWidth;
      std::vector<std::int16_t> counts(positions * maps.stride);
      for (auto& count : counts) count = static_cast<std::int16_t>(random.below(5));  // many ties
      std::vector<std::int32_t> active(positions);
      for (auto& sum : active) sum = static_cast<std::int32_t>(4 + random.below(2));
      const auto scale = randomValues(random, maps.stride, -0.5F, 1);
      const auto biases = randomValues(random, maps.stride, -1, 1);
      maps.scale = scale.data();
      maps.biases = biases.data();
      const std::size_t neurons = maps.height * maps.width * maps.channels;
      std::vector<float> pooled(neurons, 9), plainPooled(neurons, -9);
      std::vector<std::int32_t> choice(neurons, -1), plainChoice(neurons, -2);
      poolCounts(maps, counts.data(), active.data(), pooled.data(), choice.data());
      poolCountsPlain(maps, counts.data(), active.data(), plainPooled.data(), plainChoice.data());
      QVERIFY(difference(pooled, plainPooled) < 1e-5F);
      QCOMPARE(choice, plainChoice);

      const std::vector<float> sums(counts.begin(), counts.end());
      const bool max = round % 2 == 0;
      poolSums(maps, sums.data(), pooled.data(), max ? choice.data() : nullptr);
      poolSumsPlain(maps, sums.data(), plainPooled.data(), max ? plainChoice.data() : nullptr);
      QVERIFY(difference(pooled, plainPooled) < 1e-5F);
      QCOMPARE(choice, plainChoice);
    }
  }

  void bytes() {
    Random random(12, Purpose::Test);
    for (int round = 0; round < 60; ++round) {
      RawMaps maps;
      maps.channels = 1 + random.below(70);
      maps.stride = (maps.channels + 15) / 16 * 16;
      maps.pool = 1 + random.below(3);
      maps.height = 1 + random.below(3);
      maps.width = 1 + random.below(3);
      maps.rawWidth = maps.width * maps.pool + random.below(2);
      const auto scale = randomValues(random, maps.stride, 0, 1);
      maps.scale = scale.data();
      const PaddedPositions positions{maps.rawWidth + 5, maps.rawWidth + 2};
      const std::size_t size =
          (positions.corner + maps.height * maps.pool * positions.rowWidth) * maps.channels;
      const auto values = randomValues(random, size, -0.1F, 1.1F);
      std::vector<std::int32_t> choice(maps.height * maps.width * maps.channels);
      for (std::size_t i = 0; i < choice.size(); ++i) {
        const std::size_t pixel = i / maps.channels, inside = random.below(9);
        const std::size_t y = pixel / maps.width * maps.pool + inside / 3 % maps.pool;
        const std::size_t x = pixel % maps.width * maps.pool + inside % maps.pool;
        choice[i] = static_cast<std::int32_t>(y * maps.rawWidth + x);
      }
      const std::int32_t* places = round % 3 == 0 ? nullptr : choice.data();
      BytePlanes planes(size), plain(size);
      const std::size_t first = random.below(static_cast<std::uint32_t>(size));
      splitBytes(values.data(), size - first, first, planes);
      splitBytesPlain(values.data(), size - first, first, plain);
      for (std::size_t i = first; i < size; ++i) {
        const float within = std::clamp(values[i - first], 0.0F, 1.0F);
        QVERIFY(std::abs(planes.value(i) - within) <= 0x1p-24F);
        QCOMPARE(planes.value(i), plain.value(i));
      }
      unpoolBytes(maps, values.data(), places, positions, planes);
      unpoolBytesPlain(maps, values.data(), places, positions, plain);
      for (std::size_t i = 0; i < size; ++i)
        QVERIFY(std::abs(planes.value(i) - plain.value(i)) <= BytePlanes::kUnit);
    }
  }

  void tiles() {
    if (!multipliesTiles()) QSKIP("this processor does not multiply tiles of bytes (AMX)");
    Random random(13, Purpose::Test);
    for (int round = 0; round < 100; ++round) {
      TileShape shape;
      shape.below = 1 + random.below(round % 2 == 0 ? 5 : 70);
      shape.above = 1 + random.below(70);
      shape.kernel = 1 + random.below(5);
      shape.rawHeight = 1 + random.below(6);
      shape.rawWidth = 1 + random.below(40);
      const auto values = randomValues(random, shape.paddedSize(), -0.5F, 1.5F);
      std::vector<std::int8_t> signs(shape.above * shape.taps());
      for (std::int8_t& sign : signs) sign = static_cast<std::int8_t>(random.below(3)) - 1;
      BytePlanes maps(shape.paddedSize());
      splitBytes(values.data(), values.size(), 0, maps);
      const std::vector<std::int8_t> tiles = packTiles(shape, signs.data());
      std::vector<float> sums(shape.rawHeight * shape.rawWidth * shape.stride());
      std::vector<float> plain(sums.size());
      convolveTiles(shape, maps, tiles.data(), sums.data());
      convolveTilesPlain(shape, maps, tiles.data(), plain.data());
      // The sums are exact; only their last rounding differs.
      const float most = *std::max_element(plain.begin(), plain.end());
      QVERIFY(difference(sums, plain) <= 0x1p-22F * std::max(1.0F, most));
    }
  }

  void lookups() {
    if (!looksUpSixteen()) QSKIP("this processor does not look up sixteen numbers (AVX-512)");
    Random random(16, Purpose::Test);
    for (int round = 0; round < 100; ++round) {
      const ConvolveShape shape = randomShape(random, round % 2 == 0 ? 9 : 70, 150);
      const std::size_t pixels = (shape.height * shape.pool + shape.kernel - 1) * shape.paddedWidth;
      const auto maps = randomValues(random, pixels * shape.below, -1, 1);
      const std::size_t words = (shape.taps() + 63) / 64;
      std::vector<std::uint64_t> bits(shape.above * words);
      std::vector<float> up(shape.taps() * packedChannels(shape.above));
      for (std::size_t c = 0; c < shape.above; ++c) {
        for (std::size_t tap = 0; tap < shape.taps(); ++tap) {
          const std::uint64_t bit = random.below(2);
          bits[c * words + tap / 64] |= bit << tap % 64;
          up[tap * packedChannels(shape.above) + c] = bit != 0 ? 1 : -1;
        }
      }
      const std::vector<RowSigns> filters = packFilters(shape, {bits.data(), words});
      std::vector<SumTable> tables(pixels * pixelTables(shape));
      writePixelTables(shape, maps.data(), pixels, tables.data());
      std::vector<float> sums(shape.height * shape.pool * shape.rawWidth * sumChannels(shape));
      std::vector<float> plain(sums.size());
      convolveLookups(shape, tables.data(), filters.data(), sums.data());
      convolveLookupsPlain(shape, maps.data(), filters.data(), plain.data());
      // Without pooling, signs of ±1 and the convolution in floats are the same.
      const std::size_t positions = shape.height * shape.width * shape.pool * shape.pool;
      const std::vector<float> biases(packedChannels(shape.above));
      std::vector<float> pooled(positions * shape.above);
      ConvolveShape raw = shape;
      raw.pool = 1;
      raw.height *= shape.pool;
      raw.width *= shape.pool;
      convolvePooledPlain(raw, maps.data(), up.data(), biases.data(), pooled.data(), nullptr);
      for (std::size_t y = 0; y < raw.height; ++y) {
        for (std::size_t x = 0; x < raw.width; ++x) {
          const std::size_t at = (y * shape.rawWidth + x) * sumChannels(shape);
          for (std::size_t c = 0; c < shape.above; ++c) {
            QVERIFY(std::abs(sums[at + c] - plain[at + c]) < 1e-3F);
            QVERIFY(std::abs(pooled[(y * raw.width + x) * shape.above + c] - plain[at + c]) <
                    1e-3F);
          }
        }
      }
    }
  }

  void convolutions() {
    Random random(4, Purpose::Test);
    for (int round = 0; round < 120; ++round) {
      const ConvolveShape shape = randomShape(random, 5, 70);
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

      const std::size_t words = (shape.taps() + 63) / 64;
      auto signs = randomBits(random, shape.above * words);
      const auto scale = randomValues(random, shape.above, 0, 1);
      std::vector<float> signedWeights(down.size());
      for (std::size_t i = 0; i < down.size(); ++i) {
        const std::size_t c = i / shape.taps(), tap = i % shape.taps();
        const bool positive = (signs[c * words + tap / 64] >> (tap % 64) & 1U) != 0;
        signedWeights[i] = positive ? scale[c] : -scale[c];
      }
      spread.assign(maps.size(), 0.5F);
      plainSpread = spread;
      spreadSigns(shape, values.data(), places, {signs.data(), words}, scale.data(), spread.data());
      spreadPooledPlain(shape, values.data(), places, signedWeights.data(), plainSpread.data());
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

QTEST_APPLESS_MAIN(TestMapKernels)
#include "TestMapKernels.moc"
