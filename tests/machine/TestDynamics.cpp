// Identities that hold for any network: states follow the equations, energies fall, gradients agree
// with finite differences.
#include <cmath>

#include <QtTest>

#include "core/base/Error.h"
#include "core/learning/Gradient.h"
#include "core/machine/LayeredMachine.h"
#include "core/machine/Recorder.h"
#include "tests/TestProgram.h"
#include "tests/machine/Net.h"

using namespace nudge;
using namespace nudge::test;

namespace {

/// A synchronous step of the equations as they are written, one neuron after the other, in double
/// precision: the plain reference for the machines.
struct Plain {
  const NetworkSpec& spec;
  const MachineSettings& settings;
  const Parameters& parameters;
  const Vector input;
  std::vector<Eigen::VectorXd> s;

  double rho(double state) const {
    return spec.activation == Activation::Heaviside ? (state >= 0.5 ? 1.0 : 0.0)
                                                    : std::clamp(state, 0.0, 1.0);
  }
  double slope(double state) const {
    if (spec.activation == Activation::Hardsigmoid) return 1;
    return std::abs(state - 0.5) <= spec.pseudoWidth ? 0.5 / spec.pseudoWidth : 0;
  }
  void step(double beta, const Vector& target) {
    auto next = s;
    for (std::size_t n = 0; n < s.size(); ++n) {
      const auto& own = parameters.layers[n];
      for (Eigen::Index i = 0; i < s[n].size(); ++i) {
        double sum = static_cast<double>(own.biases[i]);
        for (Eigen::Index j = 0; j < own.cols(); ++j) {
          const double below = n == 0 ? static_cast<double>(input[j]) : rho(s[n - 1][j]);
          sum += static_cast<double>(own.weight(i, j)) * below;
        }
        if (n + 1 < s.size()) {
          const auto& above = parameters.layers[n + 1];
          for (Eigen::Index k = 0; k < above.rows(); ++k)
            sum += static_cast<double>(above.weight(k, i)) * rho(s[n + 1][k]);
        }
        const double pull =
            n + 1 == s.size() ? beta * (static_cast<double>(target[i]) - s[n][i]) : 0.0;
        if (settings.kind == MachineKind::Prototypical) {
          next[n][i] = std::clamp(std::clamp(sum, 0.0, 1.0) + pull, 0.0, 1.0);
        } else {
          next[n][i] = std::clamp(
              (1 - settings.dt) * s[n][i] + settings.dt * (slope(s[n][i]) * sum + pull), 0.0, 1.0);
        }
      }
    }
    s = next;
  }
};

double totalLoss(const NetworkSpec& spec, const MachineSettings& settings,
                 const Parameters& parameters, const Batch& batch) {
  Settled free;
  makeMachine(spec, settings)->settle(parameters, batch, nullptr, nullptr, {}, free);
  return losses(free.outputs(), batch.targets).mean();
}

}  // namespace

class TestDynamics : public QObject {
  Q_OBJECT
 private slots:
  void agreesWithThePlainEquations_data() {
    QTest::addColumn<QList<int>>("layers");
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("activation");
    QTest::addColumn<double>("sigma");
    QTest::addColumn<int>("weights");
    const QList<QList<int>> shapes{
        {7, 4}, {7, 19, 4}, {5, 33, 17, 6}, {9, 40, 24}, {6, 35, 21, 20}};
    for (const auto& shape : shapes) {
      const QByteArray name =
          QByteArray::number(shape.size()) + " layers, last " + QByteArray::number(shape.back());
      QTest::newRow((name + ", prototypical").constData()) << shape << 1 << 0 << 0.5 << 1;
      QTest::newRow((name + ", energy").constData()) << shape << 0 << 0 << 0.5 << 1;
      QTest::newRow((name + ", binary").constData()) << shape << 0 << 1 << 0.5 << 1;
      QTest::newRow((name + ", binary, narrow slope").constData()) << shape << 0 << 1 << 0.3 << 1;
      QTest::newRow((name + ", binary weights, narrow slope").constData())
          << shape << 0 << 1 << 0.3 << 0;
      QTest::newRow((name + ", real neurons, binary weights").constData())
          << shape << 1 << 0 << 0.5 << 0;
      QTest::newRow((name + ", binary weights").constData()) << shape << 0 << 1 << 0.5 << 0;
    }
  }
  void agreesWithThePlainEquations() {
    QFETCH(QList<int>, layers);
    QFETCH(int, kind);
    QFETCH(int, activation);
    QFETCH(double, sigma);
    QFETCH(int, weights);
    NetworkSpec spec = net({layers.begin(), layers.end()}, static_cast<Activation>(activation));
    spec.weights = static_cast<WeightKind>(weights);
    spec.pseudoWidth = sigma;
    MachineSettings settings;
    settings.kind = static_cast<MachineKind>(kind);
    settings.freeSteps = 6;
    settings.nudgeSteps = 4;
    settings.initialState = 0.25;
    const Parameters parameters = Parameters::initial(spec, 3);
    const Batch batch = uniformBatch(spec, 35, 4);  // more than a slice, and an odd rest
    const auto machine = makeMachine(spec, settings);
    Settled free, nudged;
    const Nudge nudge{0.7F};
    machine->settle(parameters, batch, nullptr, nullptr, {}, free);
    machine->settle(parameters, batch, &nudge, &free, {}, nudged);
    for (int sample : {0, 15, 16, 33, 34}) {
      Plain plain{spec, settings, parameters, batch.inputs.col(sample), {}};
      for (int n = 1; n <= spec.depth(); ++n)
        plain.s.push_back(Eigen::VectorXd::Constant(spec.size(n), 0.25));
      for (int t = 0; t < settings.freeSteps; ++t) plain.step(0, batch.targets.col(sample));
      for (std::size_t n = 0; n < plain.s.size(); ++n) {
        QVERIFY((free.states[n].col(sample).cast<double>() - plain.s[n]).cwiseAbs().maxCoeff() <
                1e-5);
      }
      for (int t = 0; t < settings.nudgeSteps; ++t) plain.step(0.7, batch.targets.col(sample));
      for (std::size_t n = 0; n < plain.s.size(); ++n) {
        QVERIFY((nudged.states[n].col(sample).cast<double>() - plain.s[n]).cwiseAbs().maxCoeff() <
                1e-5);
        for (Eigen::Index i = 0; i < plain.s[n].size(); ++i) {
          QCOMPARE(nudged.activation(n)(i, sample) >= 0.5F,
                   plain.rho(static_cast<double>(nudged.states[n](i, sample))) >= 0.5);
        }
      }
    }
  }

  void energyNeverRises() {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
      const NetworkSpec spec = net({12, 20, 15, 4});
      MachineSettings settings;
      settings.kind = MachineKind::Energy;
      settings.dt = 0.02;
      settings.freeSteps = 300;
      settings.nudgeSteps = 300;
      Random random(seed, Purpose::Test, 9);
      settings.initialState = static_cast<double>(random.uniform());
      Parameters parameters = Parameters::initial(spec, seed);
      for (auto& layer : parameters.layers) layer.scaling *= 3;
      const Batch batch = uniformBatch(spec, 3, seed);
      const auto machine = makeMachine(spec, settings);
      const Trajectory trajectory = recordTrajectory(*machine, parameters, batch, {0.8F});
      for (std::size_t i = 1; i < trajectory.frames.size(); ++i) {
        if (i == static_cast<std::size_t>(settings.freeSteps) + 1) {
          // At the border F starts at E + βℓ of the last free state.
          const Frame& end = trajectory.frames[i - 1];
          const Eigen::VectorXd start = end.energy + 0.8 * end.loss;
          QVERIFY(((trajectory.frames[i].total - start).array() < 1e-6).all());
          continue;
        }
        const double rise =
            (trajectory.frames[i].total - trajectory.frames[i - 1].total).maxCoeff();
        QVERIFY2(rise < 2e-6,
                 qPrintable(QString::number(rise)));  // the rounding of single precision
      }
    }
  }

  void recordedEnergyIsTheDefinition() {
    const NetworkSpec spec = net({5, 8, 6, 3});
    MachineSettings settings;
    settings.kind = MachineKind::Energy;
    settings.freeSteps = settings.nudgeSteps = 3;
    const Parameters parameters = Parameters::initial(spec, 2);
    const Batch batch = uniformBatch(spec, 2, 2);
    const auto machine = makeMachine(spec, settings);
    const Trajectory trajectory = recordTrajectory(*machine, parameters, batch, {0.5F});
    for (const Frame& frame : trajectory.frames) {
      for (int b = 0; b < 2; ++b) {
        double energy = 0;
        Eigen::VectorXd below = batch.inputs.col(b).cast<double>();
        for (std::size_t n = 0; n < frame.states.size(); ++n) {
          const Eigen::VectorXd s = frame.states[n].col(b).cast<double>();
          const auto& layer = parameters.layers[n];
          energy += 0.5 * s.squaredNorm() - s.dot(layer.product().cast<double>() * below) -
                    s.dot(layer.biases.cast<double>());
          below = s;
        }
        QVERIFY(std::abs(frame.energy[b] - energy) < 1e-5);
        const double loss =
            0.5 * (batch.targets.col(b) - frame.states.back().col(b)).cast<double>().squaredNorm();
        QVERIFY(std::abs(frame.loss[b] - loss) < 1e-6);
        const double beta = frame.phase == Phase::Nudge ? 0.5 : 0.0;
        QVERIFY(std::abs(frame.total[b] - energy - beta * loss) < 1e-5);
      }
    }
  }

  void gradientGoesToFiniteDifferences_data() {
    QTest::addColumn<int>("kind");
    QTest::newRow("energy") << 0;
    QTest::newRow("prototypical") << 1;
  }
  void gradientGoesToFiniteDifferences() {
    QFETCH(int, kind);
    NetworkSpec spec = net({6, 10, 4});
    spec.weights = WeightKind::Real;
    MachineSettings settings;
    settings.kind = static_cast<MachineKind>(kind);
    settings.freeSteps = 400;
    settings.nudgeSteps = 400;
    Parameters parameters = Parameters::initial(spec, 5);
    for (auto& layer : parameters.layers) {
      layer.weights *= 0.4F;
      layer.biases.setConstant(0.4F);
    }
    const Batch batch = uniformBatch(spec, 2, 5);
    const auto machine = makeMachine(spec, settings);
    Settled free, nudged;
    machine->settle(parameters, batch, nullptr, nullptr, {}, free);
    for (const Matrix& layer : free.states) {
      // Off the clamp, where the loss is smooth.
      QVERIFY(layer.minCoeff() > 0.05F && layer.maxCoeff() < 0.95F);
    }
    double lastError = 1e9;
    for (const float beta : {0.5F, 0.1F, 0.02F}) {
      const Nudge nudge{beta};
      machine->settle(parameters, batch, &nudge, &free, {}, nudged);
      Gradient gradient;
      contrast(spec, nudged, free, batch.inputs, beta, gradient);
      double squares = 0, norm = 0;
      for (std::size_t n = 0; n < 2; ++n) {
        const Weights estimate = gradient.layers[n].weights();
        for (Eigen::Index i = 0; i < estimate.rows(); ++i) {
          for (Eigen::Index j = 0; j < estimate.cols(); ++j) {
            const float h = 2e-2F;
            Parameters moved = parameters;
            moved.layers[n].weights(i, j) += h;
            const double above = totalLoss(spec, settings, moved, batch);
            moved.layers[n].weights(i, j) -= 2 * h;
            const double below = totalLoss(spec, settings, moved, batch);
            const double slope = -(above - below) / (2 * static_cast<double>(h));
            squares += std::pow(slope - static_cast<double>(estimate(i, j)), 2);
            norm += slope * slope;
          }
        }
      }
      const double error = std::sqrt(squares / norm);
      QVERIFY2(error < lastError, qPrintable(QString::number(error)));
      lastError = error;
    }
    QVERIFY2(lastError < 0.03, qPrintable(QString::number(lastError)));
  }
};

QTEST_APPLESS_MAIN(TestDynamics)
#include "TestDynamics.moc"
