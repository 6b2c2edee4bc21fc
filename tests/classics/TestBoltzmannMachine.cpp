// Restricted Boltzmann machines by CD-1, alone and stacked.
#include <QtTest>

#include "core/base/Error.h"
#include "core/classics/BeliefNetwork.h"
#include "core/data/DrawnDigits.h"
#include "tests/TestProgram.h"

using namespace nudge;

namespace {

Matrix digits(std::size_t count, bool test) {
  const ImageSet set = drawDigits(1, count, test);
  Matrix pixels(784, static_cast<Eigen::Index>(count));
  for (std::size_t i = 0; i < set.pixels.size(); ++i)
    pixels.data()[i] = static_cast<float>(set.pixels[i]) / 255;
  return pixels;
}

double trainEpoch(BeliefNetwork& network, int n, const Matrix& data, Random& random) {
  double error = 0;
  constexpr Eigen::Index kBatch = 50;
  for (Eigen::Index at = 0; at < data.cols(); at += kBatch)
    error += network.train(n, data.middleCols(at, kBatch), {.rate = 0.1F}, random);
  return error * static_cast<double>(kBatch) / static_cast<double>(data.cols());
}

}  // namespace

class TestBoltzmannMachine : public QObject {
  Q_OBJECT
 private slots:
  void chancesAreThoseOfTheEnergy() {
    // p(h | v) of two hidden units by enumeration of E = −h W v − b v − c h, after some training so
    // that biases are not 0.
    BoltzmannMachine machine(3, 2, 1);
    Random random(1, Purpose::Test);
    Matrix data(3, 4);
    data << 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 1, 0;
    for (int i = 0; i < 50; ++i) machine.train(data, {.rate = 0.5F}, random);
    const Matrix v = data.col(0);
    const Matrix p = machine.hiddenOf(v);
    // The odds of h_i are exp of its input, whatever the other unit does.
    const Matrix other = machine.hiddenOf(Matrix::Zero(3, 1));
    for (int i = 0; i < 2; ++i) {
      const double logOdds = std::log(p(i) / (1 - p(i))) - std::log(other(i) / (1 - other(i)));
      QVERIFY(std::abs(logOdds - static_cast<double>(machine.weights().row(i).dot(v.col(0)))) <
              1e-4);
    }
  }

  void theReconstructionErrorFalls() {
    const Matrix train = digits(1000, false), test = digits(200, true);
    BeliefNetwork network({784, 64}, 1);
    Random random(2, Purpose::Test);
    const double before = meanSquare(test, network.machine(0).reconstruct(test));
    std::vector<double> errors(8);
    for (double& error : errors) error = trainEpoch(network, 0, train, random);
    QVERIFY(errors.back() < 0.5 * errors.front());
    const double after = meanSquare(test, network.machine(0).reconstruct(test));
    QVERIFY2(after < 0.25 * before, qPrintable(QString("%1 %2").arg(before).arg(after)));
    // Better than the best picture that doesn't look at the image.
    const Matrix mean = train.rowwise().mean().replicate(1, test.cols());
    QVERIFY(after < meanSquare(test, mean));
    // Filters are not noise any more: they are far larger than they were.
    QVERIFY(network.filter(0, 0).norm() > 4 * 0.01F * 28);
  }

  void aSecondLayerLearnsWhatTheFirstMakes() {
    const Matrix train = digits(600, false);
    BeliefNetwork network({784, 64, 32}, 1);
    Random random(3, Purpose::Test);
    for (int epoch = 0; epoch < 6; ++epoch) trainEpoch(network, 0, train, random);
    const double first = trainEpoch(network, 1, train, random);
    double last = first;
    for (int epoch = 0; epoch < 8; ++epoch) last = trainEpoch(network, 1, train, random);
    QVERIFY2(last < 0.7 * first, qPrintable(QString("%1 %2").arg(first).arg(last)));
    const Matrix units = network.up(train.leftCols(5), 2);
    QCOMPARE(units.rows(), 32);
    QCOMPARE(network.down(units, 2).rows(), 784);
    QCOMPARE(network.filter(1, 3).size(), 784);
    const Matrix made = network.generate(train.leftCols(5), 1, 20, random);
    QVERIFY(made.minCoeff() >= 0 && made.maxCoeff() <= 1);
  }

  void whatIsDrawnFollowsTheChances() {
    Random random(4, Purpose::Test);
    const Matrix chances = Matrix::Constant(100, 100, 0.3F);
    const double share = static_cast<double>(drawn(chances, random).mean());
    QVERIFY(std::abs(share - 0.3) < 0.02);
    QCOMPARE(drawn(Matrix::Ones(3, 3), random).sum(), 9.0F);
    QCOMPARE(drawn(Matrix::Zero(3, 3), random).sum(), 0.0F);
  }

  void theSameSeedLearnsTheSame() {
    const Matrix train = digits(100, false);
    const auto learnt = [&] {
      BeliefNetwork network({784, 16}, 9);
      Random random(5, Purpose::Test);
      trainEpoch(network, 0, train, random);
      return network.machine(0).weights();
    };
    QCOMPARE(learnt(), learnt());
  }

  void emptyMachinesAreRefused() {
    QVERIFY_EXCEPTION_THROWN(BoltzmannMachine(0, 3, 1), Error);
    QVERIFY_EXCEPTION_THROWN(BeliefNetwork({784}, 1), Error);
  }
};

QTEST_APPLESS_MAIN(TestBoltzmannMachine)
#include "TestBoltzmannMachine.moc"
