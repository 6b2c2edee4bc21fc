#include "core/learning/Sgd.h"

#include "core/base/Parallel.h"

namespace nudge {

namespace {
constexpr Eigen::Index kRowsAtOnce = 128;
}

WeightUpdate Sgd::update(std::size_t index, const LayerGradient& gradient, LayerParameters& layer) {
  const float step = static_cast<float>(perLayer(rate_, index)) * gradient.scale;
  const Eigen::Index rows = layer.weights.rows();
  parallelFor(static_cast<int>((rows + kRowsAtOnce - 1) / kRowsAtOnce), [&](int piece) {
    const Eigen::Index first = piece * kRowsAtOnce;
    const Eigen::Index count = std::min(kRowsAtOnce, rows - first);
    layer.weights.middleRows(first, count).noalias() +=
        step * gradient.left.middleRows(first, count) * gradient.right.transpose();
  });
  return {};
}

}  // namespace nudge
