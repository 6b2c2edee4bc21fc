// Two qubits that anneal: both ends of the anneal, what lies between, and degenerate ground states.
#include <QtTest>

#include "core/ising/TwoSpins.h"
#include "tests/TestProgram.h"

using namespace nudge;

class TestTwoSpins : public QObject {
  Q_OBJECT
 private slots:
  void energiesInOrder() {
    QVERIFY((classicalEnergies({}) == std::array<double, 4>{1, -3, 1, 1}));
    QVERIFY(
        (classicalEnergies({0.5, {0.25, 2}}) == std::array<double, 4>{-1.75, 1.25, -2.25, 2.75}));
  }

  void allQuantumIsEvenlySpread() {
    const TwoSpinGround ground = groundState({}, 6, 0);
    for (const double p : ground.probabilities) QVERIFY(std::abs(p - 0.25) < 1e-12);
    QVERIFY(std::abs(ground.energy + 6) < 1e-12);  // −A/2 a spin
  }

  void allProblemIsClassical() {
    const TwoSpinGround ground = groundState({}, 0, 12);
    QVERIFY(std::abs(ground.probabilities[1] - 1) < 1e-12);
    QVERIFY(std::abs(ground.energy + 18) < 1e-12);
  }

  void probabilitiesMoveMonotonically() {
    double before = 0.25;
    for (int i = 1; i <= 20; ++i) {
      const double s = i / 20.0;
      const TwoSpinGround ground = groundState({}, 6 * (1 - s), 12 * s);
      double sum = 0;
      for (const double p : ground.probabilities) sum += p;
      QVERIFY(std::abs(sum - 1) < 1e-12);
      QVERIFY(ground.probabilities[1] > before);
      before = ground.probabilities[1];
    }
  }

  void oneFreeSpinFollowsItsFormula() {
    // Without J two spins are independent: tan θ = A / (B h), p(−) = (1 + cos θ) / 2.
    const double a = 3;
    const double b = 2;
    const TwoSpinGround ground = groundState({0, {1, 0.5}}, a, b);
    const auto down = [&](double h) { return (1 + b * h / std::hypot(a, b * h)) / 2; };
    QVERIFY(std::abs(ground.probabilities[0] - down(1) * down(0.5)) < 1e-12);
    QVERIFY(std::abs(ground.probabilities[3] - (1 - down(1)) * (1 - down(0.5))) < 1e-12);
  }

  void degenerateStatesShare() {
    const TwoSpinGround ground = groundState({1, {0, 0}}, 0, 1);
    const std::array<double, 4> expected{0, 0.5, 0.5, 0};
    for (std::size_t i = 0; i < 4; ++i) {
      QVERIFY(std::abs(ground.probabilities[i] - expected[i]) < 1e-12);
    }
    for (const double p : groundState({}, 0, 0).probabilities) QVERIFY(std::abs(p - 0.25) < 1e-12);
  }
};

QTEST_APPLESS_MAIN(TestTwoSpins)
#include "TestTwoSpins.moc"
