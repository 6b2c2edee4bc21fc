#include "core/learning/Gradient.h"

#include "core/learning/ConvolutionContrast.h"

namespace nudge {

bool LayerGradient::rowIsZero(Eigen::Index i) const {
  return sums.size() == 0 && (left.row(i).array() == 0).all();
}

void LayerGradient::unpackRows(std::span<const Eigen::Index> rows, Weights& into) const {
  const auto count = static_cast<Eigen::Index>(rows.size());
  if (sums.size() > 0) {
    for (Eigen::Index r = 0; r < count; ++r)
      into.row(r) = sums.row(rows[static_cast<std::size_t>(r)]);
    return;
  }
  thread_local Weights some;
  some.resize(count, left.cols());
  for (Eigen::Index r = 0; r < count; ++r)
    some.row(r) = left.row(rows[static_cast<std::size_t>(r)]);
  into.topRows(count).noalias() = some * right.transpose();
}

Weights LayerGradient::weights() const {
  if (sums.size() > 0) return scale * sums;
  return scale * left * right.transpose();
}

namespace {

void contrastDense(std::size_t n, const Settled& plus, const Settled& minus, const Matrix& inputs,
                   LayerGradient& layer) {
  const Eigen::Index samples = inputs.cols();
  const Matrix& after = plus.activation(n);
  const Matrix& before = minus.activation(n);
  if (n == 0) {
    // The input is the same in both phases, so that the difference can be taken first.
    layer.left = after - before;
    layer.right = inputs;
    return;
  }
  layer.left.resize(after.rows(), 2 * samples);
  layer.left.leftCols(samples) = after;
  layer.left.rightCols(samples) = -before;
  layer.right.resize(plus.activation(n - 1).rows(), 2 * samples);
  layer.right.leftCols(samples) = plus.activation(n - 1);
  layer.right.rightCols(samples) = minus.activation(n - 1);
}

}  // namespace

void contrast(const NetworkSpec& network, const Settled& plus, const Settled& minus,
              const Matrix& inputs, float delta, Gradient& into) {
  const float scale = 1.0F / (delta * static_cast<float>(inputs.cols()));
  into.layers.resize(plus.states.size());
  for (std::size_t n = 0; n < plus.states.size(); ++n) {
    LayerGradient& layer = into.layers[n];
    const int number = static_cast<int>(n) + 1;
    layer.scale = scale;
    const Vector difference = (plus.activation(n) - minus.activation(n)).rowwise().sum();
    const Eigen::Index rows = network.weightRows(number);
    layer.bias =
        scale * difference.reshaped(difference.size() / rows, rows).colwise().sum().transpose();
    if (network.isConvolution(number)) {
      layer.sums = convolutionContrast(network, number, plus, minus, inputs);
    } else {
      contrastDense(n, plus, minus, inputs, layer);
    }
  }
}

}  // namespace nudge
