#include "core/insight/LinearReadOut.h"

#include "core/base/Error.h"
#include "core/base/Matrix.h"

namespace nudge {

namespace {

constexpr int kSteps = 2000;
constexpr float kRate = 0.5F;
constexpr float kDecays[] = {0, 1e-4F, 1e-3F, 1e-2F};

/// Inputs as columns, and a last row of ones for the bias.
Matrix inputsOf(const ImageSet& set) {
  const auto size = static_cast<Eigen::Index>(set.imageSize());
  const auto place = static_cast<Eigen::Index>(set.width) * set.height;
  Matrix inputs(size + 1, static_cast<Eigen::Index>(set.count()));
  for (Eigen::Index i = 0; i < inputs.cols(); ++i) {
    const auto image = set.image(static_cast<std::size_t>(i));
    for (Eigen::Index k = 0; k < size; ++k) {
      inputs(k, i) = set.scale.input(static_cast<float>(image[static_cast<std::size_t>(k)]) / 255,
                                     static_cast<std::size_t>(k / place));
    }
  }
  inputs.row(size).setOnes();
  return inputs;
}

double errorOf(const Matrix& weights, const Matrix& inputs, const ImageSet& set) {
  const Matrix scores = weights * inputs;
  int wrong = 0;
  for (Eigen::Index i = 0; i < scores.cols(); ++i) {
    Eigen::Index best = 0;
    scores.col(i).maxCoeff(&best);
    wrong += best != set.labels[static_cast<std::size_t>(i)] ? 1 : 0;
  }
  return 100.0 * wrong / static_cast<double>(set.count());
}

Matrix fitted(const Matrix& inputs, const ImageSet& set, int classes, float decay) {
  Matrix weights = Matrix::Zero(classes, inputs.rows());
  const float share = kRate / static_cast<float>(inputs.cols());
  for (int step = 0; step < kSteps; ++step) {
    Matrix chances = weights * inputs;
    chances.rowwise() -= chances.colwise().maxCoeff().eval();
    chances = chances.array().exp().matrix();
    for (Eigen::Index i = 0; i < chances.cols(); ++i) {
      chances.col(i) /= chances.col(i).sum();
      chances(set.labels[static_cast<std::size_t>(i)], i) -= 1;
    }
    weights -= share * chances * inputs.transpose() + kRate * decay * weights;
  }
  return weights;
}

}  // namespace

LinearReadOut linearReadOut(const Dataset& data) {
  if (data.train.count() == 0 || data.test.count() == 0)
    throw Error("a linear read-out needs images to learn from and to be tested on.");
  const Matrix train = inputsOf(data.train), test = inputsOf(data.test);
  LinearReadOut best{100, 100};
  for (const float decay : kDecays) {
    const Matrix weights = fitted(train, data.train, data.classes, decay);
    const double error = errorOf(weights, test, data.test);
    if (error >= best.testError) continue;
    best = {errorOf(weights, train, data.train), error};
  }
  return best;
}

}  // namespace nudge
