// Resistors that learn: Kirchhoff's laws, the gradient of power differences, flowers told apart.
#include <QtTest>

#include "core/base/Error.h"
#include "core/classics/ResistiveNetwork.h"
#include "tests/TestProgram.h"

using namespace nudge;

namespace {

double power(const ResistiveNetwork& network, const Eigen::VectorXd& voltages) {
  double sum = 0;
  for (const auto& resistor : network.resistors()) {
    const double drop = voltages[resistor.from] - voltages[resistor.to];
    sum += resistor.conductance * drop * drop;
  }
  return sum;
}

double errorOf(const ResistiveNetwork& network, const Flowers& flowers) {
  int wrong = 0;
  for (std::size_t i = 0; i < flowers.kinds.size(); ++i) {
    const Eigen::VectorXd free =
        network.settle(flowerInputs(flowers.measures.col(static_cast<Eigen::Index>(i))));
    wrong += flowerKind(free[free.size() - 1]) == flowers.kinds[i] ? 0 : 1;
  }
  return 100.0 * wrong / static_cast<double>(flowers.kinds.size());
}

}  // namespace

class TestResistiveNetwork : public QObject {
  Q_OBJECT
 private slots:
  void twoResistorsDivideTheVoltage() {
    ResistiveNetwork network(2, 0, 1, 1);
    network.setConductance(0, 1);
    network.setConductance(1, 3);
    QVERIFY(std::abs(network.settle(Eigen::Vector2d(0, 1))[2] - 0.75) < 1e-12);
    network.setConductance(1, 0);  // no wire is cut altogether
    QCOMPARE(network.resistors()[1].conductance, ResistiveNetwork::kLeast);
  }

  void freeNodesRestWhereThePowerIsLeast() {
    const ResistiveNetwork network(4, 5, 3, 2);
    const Eigen::VectorXd free = network.settle(Eigen::Vector4d(0.2, 0.9, 0.4, 0));
    const double least = power(network, free);
    for (int node = 4; node < network.nodes(); ++node) {
      for (const double by : {-1e-3, 1e-3}) {
        Eigen::VectorXd moved = free;
        moved[node] += by;
        QVERIFY(power(network, moved) > least);
      }
    }
  }

  void differencesOfPowerAreTheGradient() {
    ResistiveNetwork network(4, 3, 2, 3);
    const Eigen::Vector4d inputs(0.1, 0.8, 0.5, 1);
    const Eigen::Vector2d target(0.9, 0.2);
    const Eigen::VectorXd free = network.settle(inputs);
    constexpr double kBeta = 1e-6, kStep = 1e-5;
    const Eigen::VectorXd taught =
        network.settleTaught(inputs, target, free, ResistiveNetwork::Rule::Nudged, kBeta);
    const auto gradient = network.gradient(free, taught, kBeta);
    for (std::size_t i = 0; i < gradient.size(); ++i) {
      const double g = network.resistors()[i].conductance;
      network.setConductance(i, g + kStep);
      const double above = network.loss(network.settle(inputs), target);
      network.setConductance(i, g - kStep);
      const double below = network.loss(network.settle(inputs), target);
      network.setConductance(i, g);
      const double exact = (above - below) / (2 * kStep);
      QVERIFY2(std::abs(gradient[i] - exact) < 1e-5 + 1e-3 * std::abs(exact),
               qPrintable(QString("%1: %2 %3").arg(i).arg(gradient[i]).arg(exact)));
    }
  }

  void theClampIsAFractionOfTheWay() {
    const ResistiveNetwork network(3, 2, 2, 4);
    const Eigen::Vector3d inputs(0, 1, 0.5);
    const Eigen::Vector2d target(1, 0);
    const Eigen::VectorXd free = network.settle(inputs);
    const Eigen::VectorXd taught =
        network.settleTaught(inputs, target, free, ResistiveNetwork::Rule::Coupled, 0.25);
    QVERIFY((taught.tail(2) - (0.75 * free.tail(2) + 0.25 * target)).norm() < 1e-12);
    QVERIFY((taught.head(3) - inputs).norm() == 0);
  }

  void flowersAreToldApart_data() {
    QTest::addColumn<int>("rule");
    QTest::addColumn<double>("strength");
    QTest::addColumn<double>("rate");
    QTest::newRow("coupled") << 0 << 0.1 << 0.5;
    QTest::newRow("nudged") << 1 << 0.1 << 5.0;
  }

  void flowersAreToldApart() {
    QFETCH(int, rule);
    QFETCH(double, strength);
    QFETCH(double, rate);
    const auto how = rule == 0 ? ResistiveNetwork::Rule::Coupled : ResistiveNetwork::Rule::Nudged;
    const Flowers train = drawFlowers(90, 1), test = drawFlowers(150, 2);
    ResistiveNetwork network(10, 3, 1, 1);
    const double before = errorOf(network, test);
    for (int epoch = 0; epoch < 30; ++epoch) {
      for (Eigen::Index i = 0; i < train.measures.cols(); ++i) {
        const Eigen::VectorXd inputs = flowerInputs(train.measures.col(i));
        const Eigen::VectorXd target =
            Eigen::VectorXd::Constant(1, flowerLevel(train.kinds[static_cast<std::size_t>(i)]));
        const Eigen::VectorXd free = network.settle(inputs);
        const Eigen::VectorXd taught = network.settleTaught(inputs, target, free, how, strength);
        network.step(network.gradient(free, taught, strength), rate);
      }
    }
    const double after = errorOf(network, test);
    QVERIFY2(before > 50 && after < 6, qPrintable(QString("%1 % → %2 %").arg(before).arg(after)));
  }

  void emptyNetworksAreRefused() {
    QVERIFY_EXCEPTION_THROWN(ResistiveNetwork(0, 1, 1, 1), Error);
    QVERIFY_EXCEPTION_THROWN(ResistiveNetwork(1, -1, 1, 1), Error);
  }
};

QTEST_APPLESS_MAIN(TestResistiveNetwork)
#include "TestResistiveNetwork.moc"
