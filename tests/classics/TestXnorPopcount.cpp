// Signs multiplied as bits.
#include <numeric>

#include <QtTest>

#include "core/base/Error.h"
#include "core/classics/XnorPopcount.h"
#include "tests/TestProgram.h"

using namespace nudge;

class TestXnorPopcount : public QObject {
  Q_OBJECT
 private slots:
  void isTheTable() {
    const XnorPopcount steps = xnorPopcount({-1, -1, 1, 1}, {-1, 1, -1, 1});
    QCOMPARE(steps.products, (std::vector<bool>{true, false, false, true}));
    QCOMPARE(steps.ones, 2);
    QCOMPARE(steps.sum, 0);
    QVERIFY(steps.output);
    QVERIFY(!xnorPopcount({1, 1}, {1, 1}, 3).output);
  }

  void isTheProductOfSigns() {
    Random random(1, Purpose::Test);
    for (std::size_t n = 1; n < 200; ++n) {
      const Pattern a = randomPattern(n, random), w = randomPattern(n, random);
      const int exact = std::inner_product(a.begin(), a.end(), w.begin(), 0);
      QCOMPARE(xnorPopcount(a, w).sum, exact);
    }
  }

  void wrongSizesAreRefused() {
    QVERIFY_EXCEPTION_THROWN(xnorPopcount({}, {}), Error);
    QVERIFY_EXCEPTION_THROWN(xnorPopcount({1}, {1, 1}), Error);
  }
};

QTEST_APPLESS_MAIN(TestXnorPopcount)
#include "TestXnorPopcount.moc"
