#include <QtTest>

#include "core/data/Subset.h"
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
};

QTEST_APPLESS_MAIN(TestSubset)
#include "TestSubset.moc"
