#include "core/learning/Gradient.h"

namespace nudge {

Weights LayerGradient::weights() const { return scale * left * right.transpose(); }

void contrast(const Settled& plus, const Settled& minus, const Matrix& inputs, float delta,
              Gradient& into) {
  const Eigen::Index samples = inputs.cols();
  const float scale = 1.0F / (delta * static_cast<float>(samples));
  into.layers.resize(plus.states.size());
  for (std::size_t n = 0; n < plus.states.size(); ++n) {
    LayerGradient& layer = into.layers[n];
    const Matrix& after = plus.activation(n);
    const Matrix& before = minus.activation(n);
    layer.scale = scale;
    layer.bias = scale * (after - before).rowwise().sum();
    if (n == 0) {
      // The input is the same in both phases, so that the difference can be taken first.
      layer.left = after - before;
      layer.right = inputs;
      continue;
    }
    layer.left.resize(after.rows(), 2 * samples);
    layer.left.leftCols(samples) = after;
    layer.left.rightCols(samples) = -before;
    layer.right.resize(plus.activation(n - 1).rows(), 2 * samples);
    layer.right.leftCols(samples) = plus.activation(n - 1);
    layer.right.rightCols(samples) = minus.activation(n - 1);
  }
}

}  // namespace nudge
