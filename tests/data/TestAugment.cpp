#include <cmath>
#include <numeric>
#include <set>

#include <QtTest>

#include "core/data/Augment.h"
#include "core/data/DataSettings.h"
#include "tests/TestProgram.h"
#include "tests/data/CifarBytes.h"

using namespace nudge;

namespace {

/// Two images of three channels, no two pixels alike in a channel.
ImageSet colours() {
  ImageSet set;
  set.width = 6;
  set.height = 5;
  set.channels = 3;
  set.labels = {4, 2};
  set.pixels.resize(2 * set.imageSize());
  for (std::size_t i = 0; i < set.pixels.size(); ++i) {
    set.pixels[i] = static_cast<std::uint8_t>(i + 1);
  }
  return set;
}

std::vector<float> placed(const ImageSet& set, int crop, const Placement& placement) {
  std::vector<float> values(set.imageSize(), -9);
  writeSample(set, 1, crop, placement, values.data());
  return values;
}

/// What the definition says, pixel by pixel.
float expected(const ImageSet& set, int crop, const Placement& placement, int c, int y, int x) {
  const int row = y + placement.top - crop;
  int column = x + placement.left - crop;
  if (row < 0 || row >= set.height || column < 0 || column >= set.width) {
    return set.scale.input(0, static_cast<std::size_t>(c));
  }
  if (placement.mirrored) column = set.width - 1 - column;
  const int at = (c * set.height + row) * set.width + column;
  return set.scale.input(static_cast<float>(set.image(1)[static_cast<std::size_t>(at)]) / 255.0F,
                         static_cast<std::size_t>(c));
}

Matrix batch(const ImageSet& set, const Augmentation& augmentation, std::size_t count = 64) {
  std::vector<std::uint32_t> indices(count);
  for (std::size_t i = 0; i < count; ++i) {
    indices[i] = static_cast<std::uint32_t>(i % set.count());
  }
  Matrix values;
  writeSamples(set, indices, augmentation, values);
  return values;
}

}  // namespace

class TestAugment : public QObject {
  Q_OBJECT
 private slots:
  void everyPlaceIsAsDefined() {
    ImageSet set = colours();
    set.scale = {{0.5F, 0.25F, 0.75F}, {0.2F, 0.4F, 0.8F}};
    for (const int crop : {0, 1, 4, 8}) {
      for (int left = 0; left <= 2 * crop; ++left) {
        for (int top = 0; top <= 2 * crop; ++top) {
          for (const bool mirrored : {false, true}) {
            const Placement placement{mirrored, left, top};
            const std::vector<float> values = placed(set, crop, placement);
            std::size_t at = 0;
            for (int c = 0; c < 3; ++c) {
              for (int y = 0; y < set.height; ++y) {
                for (int x = 0; x < set.width; ++x) {
                  QCOMPARE(values[at++], expected(set, crop, placement, c, y, x));
                }
              }
            }
          }
        }
      }
    }
  }

  void theMiddleOfTheFrameIsTheImage() {
    const ImageSet set = colours();
    const std::vector<float> plain = placed(set, 0, {});
    for (std::size_t i = 0; i < plain.size(); ++i) {
      QCOMPARE(plain[i], static_cast<float>(set.image(1)[i]) / 255.0F);
    }
    QVERIFY(placed(set, 4, {false, 4, 4}) == plain);
    QVERIFY(placed(set, 4, {false, 3, 4}) != plain);
  }

  void mirroredTwiceIsTheImage() {
    ImageSet set = colours();
    const std::vector<float> once = placed(set, 0, {true, 0, 0});
    QVERIFY(once != placed(set, 0, {}));
    for (std::size_t i = 0; i < once.size(); ++i) {
      set.pixels[set.imageSize() + i] = static_cast<std::uint8_t>(std::lround(once[i] * 255));
    }
    QVERIFY(placed(set, 0, {true, 0, 0}) == placed(colours(), 0, {}));
  }

  void nothingChangesNothing() {
    const ImageSet set = colours();
    const Matrix values = batch(set, {.seed = 5, .step = 7}, 2);
    QCOMPARE(values.rows(), Eigen::Index{90});
    QCOMPARE(values.cols(), Eigen::Index{2});
    for (Eigen::Index i = 0; i < 180; ++i) {
      QCOMPARE(values.data()[i],
               static_cast<float>(set.pixels[static_cast<std::size_t>(i)]) / 255.0F);
    }
  }

  void seedAndStepDecide() {
    const ImageSet set = colours();
    const Augmentation first{.flip = true, .crop = 4, .seed = 3, .step = 11};
    const Matrix values = batch(set, first);
    QVERIFY(batch(set, first) == values);
    Augmentation other = first;
    other.step = 12;
    QVERIFY(batch(set, other) != values);
    other = first;
    other.seed = 4;
    QVERIFY(batch(set, other) != values);
    // The place in the mini-batch decides, not how large the mini-batch is.
    QVERIFY(batch(set, first, 10) == values.leftCols(10));
    // These numbers are what a seed means.
    const std::vector<Placement> drawn = drawPlacements(first, 4);
    QVERIFY(
        (drawn == std::vector<Placement>{{true, 6, 2}, {true, 7, 3}, {false, 5, 3}, {true, 2, 6}}));
  }

  void settingsDoNotMoveEachOther() {
    const auto both = drawPlacements({.flip = true, .crop = 4, .seed = 1}, 500);
    const auto crops = drawPlacements({.crop = 4, .seed = 1}, 500);
    for (std::size_t i = 0; i < both.size(); ++i) {
      QVERIFY(!crops[i].mirrored);
      QCOMPARE(both[i].left, crops[i].left);
      QCOMPARE(both[i].top, crops[i].top);
    }
  }

  void drawsAreUniform() {
    int mirrored = 0;
    std::array<int, 81> places{};
    constexpr int kSteps = 400, kBatch = 64;
    for (std::uint64_t step = 0; step < kSteps; ++step) {
      for (const Placement& one :
           drawPlacements({.flip = true, .crop = 4, .seed = 9, .step = step}, kBatch)) {
        mirrored += one.mirrored ? 1 : 0;
        ++places.at(9 * static_cast<std::size_t>(one.top) + static_cast<std::size_t>(one.left));
      }
    }
    constexpr double kAll = kSteps * kBatch;
    QVERIFY(std::abs(mirrored - kAll / 2) < 4 * std::sqrt(kAll / 4));
    double chi2 = 0;
    for (const int count : places) chi2 += std::pow(count - kAll / 81, 2) / (kAll / 81);
    QVERIFY2(chi2 < 80 + 4 * std::sqrt(160.0), qPrintable(QString::number(chi2)));
  }

  void scalesAreUndone() {
    const DataSettings settings{.source = DataSource::Cifar10, .normalise = true};
    const PixelScale scale = settings.pixelScale();
    for (std::size_t c = 0; c < 3; ++c) {
      for (const float pixel : {0.0F, 0.3F, 1.0F}) {
        QVERIFY(std::abs(scale.pixel(scale.input(pixel, c), c) - pixel) < 1e-6F);
      }
      QVERIFY(scale.input(0, c) < -1.5F && scale.input(1, c) > 1.5F);
    }
    QVERIFY(DataSettings().pixelScale() == PixelScale());
  }

  void realColoursAreNormalised() {
    if (realCifar().empty()) {
      QSKIP("CIFAR-10 is not on this machine; set NUDGE_DATA to test with it.");
    }
    const Dataset data = loadDataset(
        {.source = DataSource::Cifar10, .train = 10'000, .test = 1000, .normalise = true}, 1);
    std::vector<std::uint32_t> all(data.train.count());
    std::iota(all.begin(), all.end(), 0U);
    Matrix values;
    writeSamples(data.train, all, {}, values);
    for (int c = 0; c < 3; ++c) {
      const auto channel = values.middleRows(c * 1024, 1024).cast<double>();
      const double mean = channel.mean();
      const double deviation = std::sqrt((channel.array() - mean).square().mean());
      QVERIFY2(std::abs(mean) < 0.05, qPrintable(QString::number(mean)));
      QVERIFY2(std::abs(deviation - 1) < 0.05, qPrintable(QString::number(deviation)));
    }
    QVERIFY(data.test.scale == data.train.scale);
  }
};

QTEST_APPLESS_MAIN(TestAugment)
#include "TestAugment.moc"
