#include <cmath>

#include <QtTest>

#include "core/base/Error.h"
#include "core/base/Parallel.h"
#include "core/base/Random.h"
#include "core/learning/Bop.h"
#include "core/learning/Prediction.h"
#include "core/learning/Trainer.h"
#include "tests/TestProgram.h"
#include "tests/learning/SmallNetworks.h"

using namespace nudge;

namespace {

NetworkSpec smallNetwork() {
  NetworkSpec network;
  network.layers = {30, 70, 20};
  network.perClass = 2;
  return network;
}

/// BOP as algorithms 5–6 print it, on whole matrices.
struct PlainBop {
  double gamma, tau;
  Eigen::MatrixXd m;

  std::uint64_t update(const Weights& gradient, Weights& weights) {
    m = (1 - gamma) * m + gamma * gradient.cast<double>();
    std::uint64_t flips = 0;
    for (Eigen::Index i = 0; i < m.rows(); ++i) {
      for (Eigen::Index j = 0; j < m.cols(); ++j) {
        if (std::abs(m(i, j)) > tau && (m(i, j) < 0) == (weights(i, j) > 0)) {
          weights(i, j) = -weights(i, j);
          ++flips;
        }
      }
    }
    return flips;
  }
};

LayerGradient sparseGradient(const LayerParameters& layer, Random& random) {
  LayerGradient gradient;
  gradient.scale = 0.25F;
  gradient.left = Weights::Zero(layer.rows(), 4);
  gradient.right = Matrix::Zero(layer.cols(), 4);
  for (Eigen::Index i = 0; i < gradient.left.size(); ++i) {
    if (random.below(8) == 0) gradient.left.data()[i] = random.normal();
  }
  for (float& value : gradient.right.reshaped()) value = random.uniform();
  gradient.columns = layer.cols();
  for (Eigen::Index i = 0; i < layer.rows(); ++i)
    gradient.touched.push_back(gradient.left.row(i).isZero() ? 0 : 1);
  return gradient;
}

}  // namespace

class TestLearning : public QObject {
  Q_OBJECT
 private slots:
  void predictions() {
    Matrix outputs(6, 2);
    outputs.col(0) << 0.9F, 0.0F, 0.5F, 0.6F, 0.1F, 0.1F;
    outputs.col(1) << 0.3F, 0.3F, 0.3F, 0.3F, 0.0F, 0.9F;
    QCOMPARE(predictByMean(outputs, 2), (std::vector<int>{1, 2}));
    QCOMPARE(predictBySingle(outputs, 2), (std::vector<int>{0, 0}));
    QCOMPARE(countErrors({1, 2}, {1, 0}), 1);
  }

  void bopAgreesWithTheAlgorithm() {
    const NetworkSpec network = smallNetwork();
    LearningSettings settings;
    settings.gamma = {0.02};
    settings.tau = {2e-3};
    Bop bop(network, settings, 1);
    Parameters parameters = Parameters::initial(network, 4);
    std::vector<PlainBop> plain;
    for (const auto& layer : parameters.layers) {
      plain.push_back({0.02, 2e-3, Eigen::MatrixXd::Zero(layer.rows(), layer.cols())});
    }
    Random random(6, Purpose::Test);
    std::uint64_t flips = 0;
    for (int step = 0; step < 300; ++step) {
      if (step == 150) {
        settings.tau = {5e-4};  // a lower threshold: what is above it now must flip at once
        bop.setRates(settings);
        for (auto& layer : plain) layer.tau = 5e-4;
      }
      for (std::size_t n = 0; n < parameters.layers.size(); ++n) {
        LayerParameters& layer = parameters.layers[n];
        const LayerGradient gradient = sparseGradient(layer, random);
        const Weights whole = gradient.weights();
        Weights plainWeights = layer.signs.toFloats();
        const double alignment =
            whole.cast<double>().cwiseProduct(plainWeights.cast<double>()).sum();
        const WeightUpdate update = bop.update(n, gradient, layer);
        const std::uint64_t expected = plain[n].update(whole, plainWeights);
        // Single and double precision may part at a threshold, once in a long while.
        QVERIFY(std::abs(static_cast<double>(update.flips) - static_cast<double>(expected)) <= 2);
        QVERIFY((layer.signs.toFloats().array() != plainWeights.array()).count() <= 2);
        QVERIFY(std::abs(update.alignment.sum() - alignment) < 1e-3);
        QVERIFY((bop.momentum(n)->cast<double>() - plain[n].m).cwiseAbs().maxCoeff() < 1e-5);
        flips += update.flips;
      }
    }
    QVERIFY(flips > 1000);
  }

  void aDamagedMemoryIsRefused() {
    const NetworkSpec network = smallNetwork();
    Bop bop(network, {}, 1);
    TensorFile file;
    bop.save(file);
    bop.load(file);
    file.tensors.at("m1").bytes.resize(8);
    file.tensors.at("m1").shape = {2};
    QVERIFY_EXCEPTION_THROWN(bop.load(file), Error);
    QVERIFY_EXCEPTION_THROWN(bop.load(TensorFile()), Error);
  }

  void theSignOfTheNudgeIsDrawnPerMiniBatch() {
    LearningSettings settings;
    settings.beta = 0.5;
    settings.estimator = EstimatorKind::RandomSign;
    int positive = 0;
    for (std::uint64_t step = 0; step < 1000; ++step) {
      const float beta = nudgingFactor(settings, 9, step);
      QCOMPARE(std::abs(beta), 0.5F);
      QCOMPARE(beta, nudgingFactor(settings, 9, step));
      positive += beta > 0 ? 1 : 0;
    }
    QVERIFY(positive > 420 && positive < 580);
    settings.estimator = EstimatorKind::OneSided;
    QCOMPARE(nudgingFactor(settings, 9, 3), 0.5F);
  }

  void scalingFactorsFollowTheirGradient() {
    const NetworkSpec network = smallNetwork();
    LearningSettings settings;
    settings.estimator = EstimatorKind::OneSided;
    settings.scaling = ScalingKind::Learnt;
    settings.scalingRate = {0.01};
    settings.tau = {1e6};  // no flips
    const Parameters before = Parameters::initial(network, 2);
    Trainer trainer(network, {}, settings, before, 2);
    const Batch batch = uniformBatch(network, 16, 2);
    trainer.train(batch, 0, {});
    for (std::size_t n = 0; n < 2; ++n) {
      // 1/(2βB) Σ (ρ(s^n)ᵀ W ρ(s^{n−1})|_nudged − …|_free) with the scaled weights W [C.1–C.7].
      const auto product = [&](const Settled& settled) {
        const Matrix& below = n == 0 ? batch.inputs : settled.activation(n - 1);
        const Matrix input = before.layers[n].product() * below;
        return settled.activation(n).cwiseProduct(input).cast<double>().sum();
      };
      const double slope =
          (product(trainer.nudged()) - product(trainer.free())) / (2 * settings.beta * 16);
      const double moved = static_cast<double>(trainer.parameters().layers[n].scaling[0] -
                                               before.layers[n].scaling[0]);
      QVERIFY(std::abs(moved - 0.01 * slope) < 1e-6);
      QVERIFY(moved != 0);
    }
  }

  void trainingIsTheSameForAnyNumberOfThreads() {
    const NetworkSpec network = smallNetwork();
    std::vector<Parameters> results;
    for (const int threads : {1, 4}) {
      limitThreads(threads);
      Trainer trainer(network, {}, {}, Parameters::initial(network, 7), 7);
      for (std::uint64_t step = 0; step < 20; ++step)
        trainer.train(uniformBatch(network, 50, step), step, {});
      results.push_back(trainer.parameters());
    }
    limitThreads(0);
    for (std::size_t n = 0; n < 2; ++n) {
      QVERIFY(results[0].layers[n] == results[1].layers[n]);
    }
  }

  void aCancelledMiniBatchChangesNothing() {
    const NetworkSpec network = smallNetwork();
    const Parameters before = Parameters::initial(network, 7);
    Trainer trainer(network, {}, {}, before, 7);
    std::stop_source stop;
    stop.request_stop();
    QVERIFY_EXCEPTION_THROWN(trainer.train(uniformBatch(network, 8, 1), 0, stop.get_token()),
                             Cancelled);
    QVERIFY(trainer.parameters().layers == before.layers);
  }

  void realWeightsLearnASmallTask() {
    NetworkSpec network;
    network.layers = {8, 24, 4};
    network.weights = WeightKind::Real;
    LearningSettings settings;
    settings.optimizer = OptimizerKind::Sgd;
    settings.weightRate = {0.2};
    settings.biasRate = {0.1};
    settings.beta = 0.5;
    Trainer trainer(network, {}, settings, Parameters::initial(network, 3), 3);
    // The class is the brightest of four pairs of inputs.
    Batch batch = uniformBatch(network, 64, 5);
    for (int i = 0; i < 64; ++i) {
      batch.inputs.col(i) *= 0.5F;
      batch.inputs.col(i).segment(2 * batch.labels[static_cast<std::size_t>(i)], 2).array() += 0.5F;
    }
    const int before = trainer.test(batch, 0, {}).errors;
    for (std::uint64_t step = 0; step < 300; ++step) trainer.train(batch, step, {});
    const int after = trainer.test(batch, 0, {}).errors;
    QVERIFY2(before > 25 && after <= 3, qPrintable(QString("%1 → %2").arg(before).arg(after)));
  }

  void wrongCombinationsAreRefused() {
    NetworkSpec network = smallNetwork();
    LearningSettings settings;
    QVERIFY(settings.problems(network, {}).empty());
    settings.gamma = {1, 2, 3};
    settings.estimator = EstimatorKind::Coupled;
    settings.beta = 2;
    settings.optimizer = OptimizerKind::Sgd;
    const auto problems = settings.problems(network, {});
    QCOMPARE(problems.size(), std::size_t{3});
    QVERIFY(problems[0].starts_with("learning.gamma: has 3 values"));
    QVERIFY(problems[1].starts_with("learning.beta: 2 cannot be the fraction"));
    QVERIFY(problems[2].starts_with("learning.optimizer: gradient ascent"));
    network.activation = Activation::Heaviside;
    QVERIFY(MachineSettings().problems(network).front().find("need not converge") !=
            std::string::npos);
  }
};

QTEST_APPLESS_MAIN(TestLearning)
#include "TestLearning.moc"
