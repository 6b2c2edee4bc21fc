#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>

#include <tbb/global_control.h>

#include <QtTest>

#include "core/data/DrawnDigits.h"
#include "tests/TestProgram.h"

using namespace nudge;

namespace {

using Means = std::array<std::vector<double>, 10>;

Means classMeans(const ImageSet& set) {
  Means means;
  std::array<int, 10> counts{};
  for (auto& mean : means) mean.resize(set.imageSize());
  for (std::size_t i = 0; i < set.count(); ++i) {
    ++counts.at(set.labels[i]);
    for (std::size_t p = 0; p < set.imageSize(); ++p) {
      means.at(set.labels[i])[p] += set.image(i)[p];
    }
  }
  for (std::size_t digit = 0; digit < 10; ++digit) {
    for (double& value : means.at(digit)) value /= counts.at(digit);
  }
  return means;
}

int nearest(const Means& means, std::span<const std::uint8_t> image) {
  std::array<double, 10> distances{};
  for (std::size_t digit = 0; digit < 10; ++digit) {
    for (std::size_t p = 0; p < image.size(); ++p) {
      const double difference = means.at(digit)[p] - image[p];
      distances.at(digit) += difference * difference;
    }
  }
  return static_cast<int>(std::min_element(distances.begin(), distances.end()) - distances.begin());
}

}  // namespace

class TestDrawnDigits : public QObject {
  Q_OBJECT
 private slots:
  void sameSeedSameBytesWhateverTheThreads() {
    const ImageSet several = drawDigits(3, 500, false);
    tbb::global_control one(tbb::global_control::max_allowed_parallelism, 1);
    const ImageSet single = drawDigits(3, 500, false);
    QVERIFY(several.pixels == single.pixels);
    QVERIFY(several.labels == single.labels);
    QCOMPARE(several.width, 28);
    QCOMPARE(several.height, 28);
    QCOMPARE(several.channels, 1);
    QCOMPARE(several.pixels.size(), std::size_t{500 * 784});
  }

  void fewerAreTheBeginningOfMore() {
    const ImageSet few = drawDigits(3, 37, true), more = drawDigits(3, 200, true);
    QVERIFY(std::equal(few.pixels.begin(), few.pixels.end(), more.pixels.begin()));
    QVERIFY(std::equal(few.labels.begin(), few.labels.end(), more.labels.begin()));
    QCOMPARE(drawDigits(3, 0, true).count(), std::size_t{0});
  }

  void noTwoSamplesAreTheSame() {
    std::set<std::string> seen;
    for (std::uint64_t seed : {1ULL, 2ULL}) {
      for (bool test : {false, true}) {
        const ImageSet set = drawDigits(seed, 500, test);
        for (std::size_t i = 0; i < set.count(); ++i) {
          seen.emplace(set.image(i).begin(), set.image(i).end());
        }
      }
    }
    QCOMPARE(seen.size(), std::size_t{2000});
  }

  void classesAreBalancedAndShuffled() {
    const ImageSet set = drawDigits(8, 1003, false);
    std::map<int, int> counts;
    int ascending = 0;
    for (std::size_t i = 0; i < set.count(); ++i) {
      ++counts[set.labels[i]];
      if (i > 0 && set.labels[i] == (set.labels[i - 1] + 1) % 10) ++ascending;
    }
    QCOMPARE(counts.size(), std::size_t{10});
    for (const auto& [digit, count] : counts) QVERIFY(count == 100 || count == 101);
    QVERIFY2(ascending < 200, "about one in ten follows its predecessor by chance");
  }

  void inkStaysWithinTheFrame() {
    const ImageSet set = drawDigits(11, 3000, false);
    for (std::size_t i = 0; i < set.count(); ++i) {
      const auto image = set.image(i);
      double ink = 0;
      for (std::size_t p = 0; p < image.size(); ++p) {
        ink += image[p] / 255.0;
        const std::size_t row = p / 28, column = p % 28;
        const bool border = row == 0 || row == 27 || column == 0 || column == 27;
        QVERIFY2(!border || image[p] == 0, qPrintable(QString("sample %1").arg(i)));
      }
      QVERIFY2(ink > 15 && ink < 300, qPrintable(QString("sample %1: ink %2").arg(i).arg(ink)));
      QVERIFY(*std::max_element(image.begin(), image.end()) >= 200);
    }
  }

  // MNIST's is about 18 %: easy enough to be the same digits, hard enough to leave work to do.
  void nearestClassMeanErrsSometimes() {
    const Means means = classMeans(drawDigits(1, 4000, false));
    const ImageSet test = drawDigits(1, 1000, true);
    int errors = 0;
    for (std::size_t i = 0; i < test.count(); ++i) {
      errors += nearest(means, test.image(i)) != test.labels[i] ? 1 : 0;
    }
    QVERIFY2(errors > 120 && errors < 350, qPrintable(QString::number(errors)));
  }
};

QTEST_APPLESS_MAIN(TestDrawnDigits)
#include "TestDrawnDigits.moc"
