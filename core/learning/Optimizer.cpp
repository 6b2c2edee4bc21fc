#include "core/learning/Optimizer.h"

#include <array>
#include <cmath>

#include <fmt/format.h>

#include "core/base/Error.h"
#include "core/base/Parallel.h"
#include "core/learning/Adam.h"
#include "core/learning/Bop.h"
#include "core/learning/LatentWeights.h"
#include "core/learning/Sgd.h"

namespace nudge {

namespace {

// Rows whose gradients are multiplied out together: enough for an efficient product, few enough to
// stay in the cache until they are used.
constexpr Eigen::Index kRowsAStep = 64;

}  // namespace

std::unique_ptr<Weights> Optimizer::momentum(std::size_t) const { return nullptr; }

std::unique_ptr<Optimizer> makeOptimizer(const NetworkSpec& network,
                                         const LearningSettings& settings, std::uint64_t seed) {
  switch (settings.optimizer) {
    case OptimizerKind::Bop:
      return std::make_unique<Bop>(network, settings, seed);
    case OptimizerKind::Sgd:
      return std::make_unique<Sgd>(network, settings);
    case OptimizerKind::Adam:
      return std::make_unique<Adam>(network, settings);
    case OptimizerKind::Latent:
      return std::make_unique<LatentWeights>(network, settings, seed);
  }
  return nullptr;
}

WeightUpdate updateRows(const LayerGradient& gradient, const LayerParameters& layer, bool skipZero,
                        const std::function<RowUpdate(Eigen::Index, const float*)>& update) {
  const Eigen::Index rows = gradient.rows();
  std::vector<RowUpdate> done(static_cast<std::size_t>(rows));
  const auto pieces = static_cast<int>((rows + kRowsAStep - 1) / kRowsAStep);
  parallelFor(pieces, [&](int piece) {
    thread_local Weights product;
    const Eigen::Index first = piece * kRowsAStep;
    const Eigen::Index last = std::min(rows, first + kRowsAStep);
    std::array<Eigen::Index, kRowsAStep> touched;
    std::size_t count = 0;
    for (Eigen::Index i = first; i < last; ++i) {
      if (!skipZero || !gradient.rowIsZero(i)) touched[count++] = i;
    }
    if (count == 0) return;
    product.resize(kRowsAStep, gradient.paddedColumns());
    gradient.unpackRows({touched.data(), count}, product);
    for (std::size_t r = 0; r < count; ++r) {
      done[static_cast<std::size_t>(touched[r])] =
          update(touched[r], product.row(static_cast<Eigen::Index>(r)).data());
    }
  });
  WeightUpdate total;
  if (layer.binary()) total.alignment = Eigen::VectorXd::Zero(layer.scaling.size());
  for (Eigen::Index i = 0; i < rows; ++i) {
    const RowUpdate& row = done[static_cast<std::size_t>(i)];
    total.flips += row.flips;
    if (layer.binary())
      total.alignment[layer.scaling.size() == 1 ? 0 : i] +=
          row.alignment * static_cast<double>(gradient.scale);
  }
  return total;
}

double alignmentOf(const SignMatrix& signs, Eigen::Index row, const float* gradient) {
  double sum = 0;
  for (Eigen::Index j = 0; j < signs.cols(); ++j)
    sum += static_cast<double>(signs.positive(row, j) ? gradient[j] : -gradient[j]);
  return sum;
}

Weights readMemory(const TensorFile& file, const std::string& name, Eigen::Index rows,
                   Eigen::Index cols) {
  const Tensor& tensor = file.at(name);
  if (tensor.shape != std::vector<std::int64_t>{rows, cols})
    throw Error(fmt::format("tensor {}: does not fit the network.", name));
  const std::vector<float> values = tensor.floats(name);
  for (const float value : values) {
    if (!std::isfinite(value))
      throw Error(fmt::format("tensor {}: holds a value that is not finite.", name));
  }
  return Eigen::Map<const Weights>(values.data(), rows, cols);
}

Tensor memoryTensor(const Weights& values) {
  return Tensor::of({values.data(), static_cast<std::size_t>(values.size())},
                    {values.rows(), values.cols()});
}

}  // namespace nudge
