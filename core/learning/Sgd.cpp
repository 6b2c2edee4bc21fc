#include "core/learning/Sgd.h"

#include <fmt/format.h>

namespace nudge {

Sgd::Sgd(const NetworkSpec& network, const LearningSettings& settings)
    : rate_(settings.weightRate), inertia_(settings.inertia) {
  for (int n = 1; n <= network.depth(); ++n)
    velocity_.emplace_back(Weights::Zero(network.weightRows(n), network.fanIn(n)));
}

void Sgd::setRates(const LearningSettings& settings) {
  rate_ = settings.weightRate;
  inertia_ = settings.inertia;
}

WeightUpdate Sgd::update(std::size_t index, const LayerGradient& gradient, LayerParameters& layer) {
  const auto rate = static_cast<float>(perLayer(rate_, index));
  const auto inertia = static_cast<float>(inertia_);
  const float scale = gradient.scale;
  const Eigen::Index columns = layer.cols();
  Weights& velocity = velocity_[index];
  return updateRows(gradient, layer, inertia == 0, [&](Eigen::Index i, const float* raw) {
    auto row = velocity.row(i);
    row = inertia * row + scale * Eigen::Map<const Eigen::RowVectorXf>(raw, columns);
    layer.weights.row(i) += rate * row;
    return RowUpdate{};
  });
}

std::unique_ptr<Weights> Sgd::momentum(std::size_t index) const {
  return std::make_unique<Weights>(velocity_[index]);
}

void Sgd::save(TensorFile& file) const {
  for (std::size_t n = 0; n < velocity_.size(); ++n)
    file.tensors[fmt::format("m{}", n + 1)] = memoryTensor(velocity_[n]);
}

void Sgd::load(const TensorFile& file) {
  for (std::size_t n = 0; n < velocity_.size(); ++n) {
    velocity_[n] =
        readMemory(file, fmt::format("m{}", n + 1), velocity_[n].rows(), velocity_[n].cols());
  }
}

}  // namespace nudge
