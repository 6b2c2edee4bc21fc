#include <cmath>

#include <QtTest>

#include "core/base/Error.h"
#include "core/base/Random.h"
#include "core/insight/GradientCheck.h"
#include "tests/TestProgram.h"

using namespace nudge;

class TestGradientCheck : public QObject {
  Q_OBJECT
 private slots:
  void agreementOfKnownMatrices() {
    Weights a(1, 2), b(1, 2);
    a << 3, 0;
    b << 0, 2;
    QCOMPARE(agreementOf(a, b).cosine, 0.0);
    QCOMPARE(agreementOf(a, b).relativeError, std::sqrt(13.0) / 2);
    QCOMPARE(agreementOf(a, a).cosine, 1.0);
    QCOMPARE(agreementOf(a, a).relativeError, 0.0);
    QCOMPARE(agreementOf(-a, a).cosine, -1.0);
    b.setZero();
    QVERIFY(std::isnan(agreementOf(a, b).cosine));
    QVERIFY(std::isnan(agreementOf(a, b).relativeError));
  }

  /// Step by step, as the theorem says: not only at the end.
  void aSettledNetworkFollowsTheGradientThroughTime() {
    const GradientCheck check = checkAfter(300, EstimatorKind::Symmetric);
    QCOMPARE(check.layers.size(), std::size_t(3));
    QCOMPARE(check.samples, 4);
    QCOMPARE(check.beta, static_cast<double>(0.01F));
    for (std::size_t n = 0; n < 3; ++n) {
      QCOMPARE(check.layers[n].size(), std::size_t(12));
      for (std::size_t k = 0; k < 12; ++k) {
        const Agreement& agreement = check.layers[n][k];
        // The error needs a step for each layer on its way down.
        const std::size_t arrival = 2 - n;
        if (k < arrival) {
          QVERIFY(std::isnan(agreement.cosine));
        } else {
          QVERIFY2(agreement.cosine > 0.9999, qPrintable(QString::number(agreement.cosine)));
          QVERIFY2(agreement.relativeError < 0.01,
                   qPrintable(QString::number(agreement.relativeError)));
        }
      }
    }
  }

  void anUnsettledNetworkDoesNot() {
    const GradientCheck check = checkAfter(1, EstimatorKind::OneSided);
    QVERIFY(check.layers.front().back().relativeError > 0.5);
  }

  void noNudgeIsRefused() {
    NetworkSpec network;
    network.layers = {12, 10, 4};
    QCOMPARE(whyNoGradientCheck(network, 0.3), std::string());
    QVERIFY(whyNoGradientCheck(network, 0).find("β other than 0") != std::string::npos);
  }

  void binaryActivationsAreRefused() {
    NetworkSpec network;
    network.activation = Activation::Heaviside;
    QVERIFY(!whyNoGradientCheck(network, 0.3).empty());
    MachineSettings machine;
    machine.kind = MachineKind::Energy;
    QVERIFY_EXCEPTION_THROWN(
        checkGradient(network, machine, {}, Parameters::initial(network, 1), batchOf(network)),
        Error);
  }

 private:
  /// Of twelve steps of nudge phase after so many of free phase, in three layers of weights.
  static GradientCheck checkAfter(int freeSteps, EstimatorKind estimator) {
    NetworkSpec network;
    network.layers = {12, 10, 8, 4};
    MachineSettings machine;
    machine.freeSteps = freeSteps;
    machine.nudgeSteps = 12;
    LearningSettings learning;
    learning.beta = 0.01;
    learning.estimator = estimator;
    return checkGradient(network, machine, learning, Parameters::initial(network, 3),
                         batchOf(network));
  }

  static Batch batchOf(const NetworkSpec& network) {
    Random random(9, Purpose::Test);
    Batch batch;
    batch.inputs.resize(network.inputs(), 4);
    for (float& x : batch.inputs.reshaped()) x = random.uniform();
    batch.labels = {0, 1, 0, 1};
    batch.targets = targetsFor(batch.labels, network);
    return batch;
  }
};

QTEST_APPLESS_MAIN(TestGradientCheck)
#include "TestGradientCheck.moc"
