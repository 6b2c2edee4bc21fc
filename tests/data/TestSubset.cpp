#include <QtTest>

#include "core/data/DataSettings.h"
#include "core/data/Subset.h"
#include "tests/TestProgram.h"
#include "tests/data/Failure.h"

using namespace nudge;

namespace {

/// One-pixel images that are numbered.
ImageSet numbered(std::vector<std::uint8_t> labels) {
  ImageSet set;
  set.width = set.height = 1;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    set.pixels.push_back(static_cast<std::uint8_t>(i));
  }
  set.labels = std::move(labels);
  return set;
}

}  // namespace

class TestSubset : public QObject {
  Q_OBJECT
 private slots:
  void firstOfEachClassInFileOrder() {
    const ImageSet set = firstPerClass(numbered({1, 1, 0, 1, 2, 0, 0, 2}), 3, 2);
    QCOMPARE(set.pixels, (std::vector<std::uint8_t>{0, 1, 2, 4, 5, 7}));
    QCOMPARE(set.labels, (std::vector<std::uint8_t>{1, 1, 0, 2, 0, 2}));
    QCOMPARE(set.width, 1);
  }

  void classesBeyondAreLeftOut() {
    QCOMPARE(firstPerClass(numbered({1, 2, 0}), 2, 1).labels, (std::vector<std::uint8_t>{1, 0}));
  }

  void firstSome() {
    const ImageSet set = firstOf(numbered({1, 1, 0}), 2);
    QCOMPARE(set.pixels, (std::vector<std::uint8_t>{0, 1}));
    QCOMPARE(set.count(), std::size_t{2});
    QCOMPARE(firstOf(numbered({1}), 0).count(), std::size_t{0});
  }

  void refusesMoreThanThereIs() {
    VERIFY_SAYS(firstPerClass(numbered({0, 1, 1}), 2, 2), "only 1 of class 0");
    VERIFY_SAYS(firstOf(numbered({0, 1, 1}), 4), "there are only 3");
  }

  void groupsAndShrinks() {
    ImageSet set;
    set.width = set.height = 4;
    for (int label = 0; label < 4; ++label) {
      set.labels.push_back(static_cast<std::uint8_t>(label));
      for (int k = 0; k < 16; ++k) set.pixels.push_back(static_cast<std::uint8_t>(16 * label + k));
    }
    const ImageSet some = grouped(set, {1, -1, 0, 1});
    QCOMPARE(some.labels, (std::vector<std::uint8_t>{1, 0, 1}));
    QCOMPARE(some.image(1)[0], std::uint8_t{32});
    QCOMPARE(grouped(set, {}).labels, set.labels);
    const ImageSet small = shrunk(set, 2);
    QCOMPARE(small.width, 2);
    QCOMPARE(small.count(), std::size_t{4});
    // The mean of 0, 1, 4 and 5, rounded up from a half.
    QCOMPARE(small.image(0)[0], std::uint8_t{3});
    QCOMPARE(small.image(3)[3], std::uint8_t{48 + 13});
  }

  void groupsAreCheckedAndFillTheNumbersAsked() {
    DataSettings settings;
    settings.source = DataSource::Digits;
    settings.train = 30;
    settings.test = 20;
    settings.groups = {-1, -1, -1, -1, 0, -1, 1, -1, 0, 1};
    settings.shrink = 7;
    QVERIFY(settings.problems().empty());
    const Dataset data = loadDataset(settings, 1);
    QCOMPARE(data.classes, 2);
    QCOMPARE(data.train.count(), std::size_t{30});
    QCOMPARE(data.test.count(), std::size_t{20});
    QCOMPARE(data.train.imageSize(), std::size_t{16});
    settings.groups = {0, 1};
    QVERIFY(settings.problems().front().starts_with("data.groups: has 2 numbers for 10"));
    settings.groups = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
    QVERIFY(settings.problems().front().starts_with("data.groups: nothing is in class 1"));
    settings.groups.clear();
    settings.shrink = 3;
    QVERIFY(settings.problems().front().starts_with("data.shrink: squares of 3"));
  }
};

QTEST_APPLESS_MAIN(TestSubset)
#include "TestSubset.moc"
