// Packed matrices of signs against sums in double precision, by every kernel that runs here.
#include <algorithm>
#include <memory>

#include <QtTest>

#include "core/machine/LookupMatrix.h"
#include "core/machine/TileMatrix.h"
#include "tests/TestProgram.h"
#include "tests/network/RandomSigns.h"

using namespace nudge;
using namespace nudge::test;

namespace {

using Maker = std::unique_ptr<SignProduct> (*)();

Matrix randomValues(Random& random, Eigen::Index rows, Eigen::Index samples) {
  Matrix values(rows, samples);
  for (float& x : values.reshaped()) x = random.uniform(0, 1);
  return values;
}

/// How far the product is from what it should be, at most.
double error(const SignProduct& product, const SignMatrix& signs, const Matrix& values) {
  SignProduct::Buffers buffers;
  const auto samples = static_cast<int>(values.cols());
  const float* sums = product.multiply(values.data(), samples, buffers);
  const Eigen::MatrixXd exact = signs.toFloats().cast<double>() * values.cast<double>();
  double most = 0;
  for (int sample = 0; sample < samples; ++sample, sums += product.sumStride()) {
    const Eigen::Map<const Vector> sum(sums, signs.rows());
    most = std::max(most, (sum.cast<double>() - exact.col(sample)).cwiseAbs().maxCoeff());
  }
  return most;
}

}  // namespace

Q_DECLARE_METATYPE(Maker)

class TestSignProduct : public QObject {
  Q_OBJECT
 private slots:
  void flippedSignsArePackedAnew_data() {
    QTest::addColumn<Maker>("make");
    QTest::newRow("the fastest") << Maker([] { return SignProduct::make(1); });
    if (TileMatrix::serves(300))
      QTest::newRow("tiles") << Maker([] { return std::unique_ptr<SignProduct>(new TileMatrix); });
    if (LookupMatrix::serves())
      QTest::newRow("lookups") << Maker(
          [] { return std::unique_ptr<SignProduct>(new LookupMatrix); });
  }
  void flippedSignsArePackedAnew() {
    QFETCH(Maker, make);
    const std::unique_ptr<SignProduct> product = make();
    if (!product) QSKIP("this processor multiplies signs no faster than floats");
    Random random(1, Purpose::Test);
    for (int shape = 0; shape < 10; ++shape) {
      const Eigen::Index rows = 1 + random.below(300), columns = 1 + random.below(300);
      SignMatrix signs = randomSigns(random, rows, columns);
      for (int round = 0; round < 5; ++round) {
        product->pack(signs);
        QCOMPARE(product->rows(), static_cast<std::size_t>(rows));
        QVERIFY(error(*product, signs, randomValues(random, columns, 1 + random.below(20))) < 1e-4);
        for (std::uint32_t flips = random.below(3); flips > 0; --flips)
          signs.flip(random.below(static_cast<std::uint32_t>(rows)),
                     random.below(static_cast<std::uint32_t>(columns)));
      }
    }
  }

  void noProcessorFitsEndlessSumsInTiles() { QVERIFY(!TileMatrix::serves(Eigen::Index{1} << 16)); }
};

QTEST_APPLESS_MAIN(TestSignProduct)
#include "TestSignProduct.moc"
