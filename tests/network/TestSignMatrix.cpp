// Bits that stand for signs, against the same signs one by one.
#include <vector>

#include <QtTest>

#include "tests/TestProgram.h"
#include "tests/network/RandomSigns.h"

using namespace nudge;
using namespace nudge::test;

class TestSignMatrix : public QObject {
  Q_OBJECT
 private slots:
  /// Of sizes around whole words.
  void rowsAndColumnsAreExchanged() {
    Random random(1, Purpose::Test);
    for (const Eigen::Index rows : {1, 63, 64, 65, 512, 513, 1500}) {
      const SignMatrix signs = randomSigns(random, rows, 1 + random.below(200));
      const SignMatrix exchanged = signs.transposed();
      QCOMPARE(exchanged.rows(), signs.cols());
      QCOMPARE(exchanged.cols(), signs.rows());
      for (Eigen::Index i = 0; i < signs.rows(); ++i) {
        for (Eigen::Index j = 0; j < signs.cols(); ++j)
          QCOMPARE(exchanged.positive(j, i), signs.positive(i, j));
      }
      QVERIFY(exchanged.transposed() == signs);  // the bits behind the last column as well
    }
  }

  void rowsAreUnpacked() {
    Random random(2, Purpose::Test);
    const SignMatrix signs = randomSigns(random, 5, 130);
    const Weights floats = signs.toFloats();
    std::vector<float> row(130);
    for (Eigen::Index i = 0; i < 5; ++i) {
      signs.unpackRow(i, 0.25F, row.data());
      for (Eigen::Index j = 0; j < 130; ++j) {
        QCOMPARE(row[static_cast<std::size_t>(j)], 0.25F * signs(i, j));
        QCOMPARE(floats(i, j), signs(i, j));
      }
    }
  }
};

QTEST_APPLESS_MAIN(TestSignMatrix)
#include "TestSignMatrix.moc"
