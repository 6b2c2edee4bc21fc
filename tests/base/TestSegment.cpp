#include <vector>

#include <QtTest>

#include "core/base/Segment.h"
#include "tests/TestProgram.h"

using namespace nudge;

class TestSegment : public QObject {
  Q_OBJECT

 private slots:
  void straightBetweenPointsFlatBeyond() {
    const std::vector<double> x = {-1, 0, 3, 10}, y = {5, 7, 0.1, 0.3};
    const auto at = [&](double place) {
      const Segment part = segmentAt(place, x.size(), [&](std::size_t p) { return x[p]; });
      return part.between(y[part.from], y[part.from + 1]);
    };
    for (std::size_t p = 0; p < x.size(); ++p) QCOMPARE(at(x[p]), y[p]);
    QCOMPARE(at(-0.5), 6.0);
    QCOMPARE(at(1.5), 7 - 6.9 / 2);
    QCOMPARE(at(6.5), 0.2);
    QCOMPARE(at(-100), y.front());
    QCOMPARE(at(100), y.back());
  }

  void everySegmentIsFound() {
    for (std::size_t points = 2; points < 20; ++points) {
      for (std::size_t p = 0; p + 1 < points; ++p) {
        const auto placeOf = [](std::size_t k) { return static_cast<double>(k * k); };
        const Segment part = segmentAt(placeOf(p) + 0.5, points, placeOf);
        QCOMPARE(part.from, p);
        QCOMPARE(part.past, 0.5);
        QCOMPARE(part.length, static_cast<double>(2 * p + 1));
      }
    }
  }
};

QTEST_APPLESS_MAIN(TestSegment)
#include "TestSegment.moc"
