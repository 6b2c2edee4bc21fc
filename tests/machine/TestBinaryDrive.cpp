// W x + b of binary weights: products of tiles against sums of the inputs that are not zero.
#include <QtTest>

#include "core/base/Random.h"
#include "core/machine/BinaryDrive.h"
#include "tests/TestProgram.h"
#include "tests/machine/Net.h"

using namespace nudge;
using namespace nudge::test;

namespace {

LayerParameters randomLayer(int neurons, int inputs, std::uint64_t seed) {
  NetworkSpec spec = net({inputs, neurons});
  spec.weights = WeightKind::Binary;
  return Parameters::initial(spec, seed).layers[0];
}

Matrix randomInputs(Random& random, Eigen::Index rows, Eigen::Index samples) {
  Matrix inputs(rows, samples);
  for (float& x : inputs.reshaped()) x = random.below(3) == 0 ? random.uniform(0, 1) : 0;
  return inputs;
}

/// (α w) x + b in double precision.
Matrix exactDrive(const LayerParameters& layer, const Matrix& inputs) {
  const Eigen::MatrixXd sums = layer.product().cast<double>() * inputs.cast<double>();
  return (sums.colwise() + layer.biases.cast<double>()).cast<float>();
}

}  // namespace

class TestBinaryDrive : public QObject {
  Q_OBJECT
 private slots:
  void bothWaysAgree() {
    Random random(1, Purpose::Test);
    for (int round = 0; round < 40; ++round) {
      const auto neurons = 1 + static_cast<int>(random.below(200));
      const auto inputs = 1 + static_cast<int>(random.below(300));
      const LayerParameters layer = randomLayer(neurons, inputs, random());
      const Matrix x = randomInputs(random, inputs, 1 + random.below(80));
      Matrix drive, plain;
      BinaryDrive().compute(layer, x, drive);
      binaryDrive(layer, x, plain);
      const Matrix exact = exactDrive(layer, x);
      QCOMPARE(drive.rows(), exact.rows());
      QCOMPARE(drive.cols(), exact.cols());
      QVERIFY((drive - exact).cwiseAbs().maxCoeff() < 1e-5F);
      QVERIFY((plain - exact).cwiseAbs().maxCoeff() < 1e-5F);
    }
  }

  /// What was packed for one mini-batch follows the weights to the next.
  void flippedSignsArePackedAnew() {
    Random random(2, Purpose::Test);
    BinaryDrive binary;
    LayerParameters layer = randomLayer(150, 100, 3);
    const Matrix x = randomInputs(random, 100, 20);
    Matrix drive;
    for (int round = 0; round < 20; ++round) {
      binary.compute(layer, x, drive);
      QVERIFY((drive - exactDrive(layer, x)).cwiseAbs().maxCoeff() < 1e-5F);
      for (std::uint32_t flips = random.below(3); flips > 0; --flips)
        layer.signs.flip(random.below(150), random.below(100));
    }
    layer = randomLayer(33, 70, 4);  // another shape
    const Matrix fewer = randomInputs(random, 70, 3);
    binary.compute(layer, fewer, drive);
    QVERIFY((drive - exactDrive(layer, fewer)).cwiseAbs().maxCoeff() < 1e-5F);
  }

  /// Normalised colours lie on both sides of zero.
  void inputsBeyondOneAreTakenAsTheyAre() {
    const LayerParameters layer = randomLayer(90, 80, 5);
    Random random(3, Purpose::Test);
    Matrix x = 4 * randomInputs(random, 80, 9);
    x.array() -= 1;
    Matrix drive;
    BinaryDrive().compute(layer, x, drive);
    QVERIFY((drive - exactDrive(layer, x)).cwiseAbs().maxCoeff() < 4e-5F);
  }

  void noSamplesGiveAnEmptyDrive() {
    Matrix drive;
    BinaryDrive().compute(randomLayer(9, 8, 6), Matrix(8, 0), drive);
    QCOMPARE(drive.rows(), 9);
    QCOMPARE(drive.cols(), 0);
  }
};

QTEST_APPLESS_MAIN(TestBinaryDrive)
#include "TestBinaryDrive.moc"
