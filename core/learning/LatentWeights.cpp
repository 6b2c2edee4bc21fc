#include "core/learning/LatentWeights.h"

#include <algorithm>

#include <fmt/format.h>

namespace nudge {

LatentWeights::LatentWeights(const NetworkSpec& network, const LearningSettings& settings,
                             std::uint64_t seed)
    : rate_(settings.weightRate) {
  for (int n = 1; n <= network.depth(); ++n)
    latent_.push_back(initialRealWeights(network, n, seed));
}

void LatentWeights::setRates(const LearningSettings& settings) { rate_ = settings.weightRate; }

WeightUpdate LatentWeights::update(std::size_t index, const LayerGradient& gradient,
                                   LayerParameters& layer) {
  const float step = static_cast<float>(perLayer(rate_, index)) * gradient.scale;
  Weights& latent = latent_[index];
  return updateRows(gradient, layer, true, [&](Eigen::Index i, const float* raw) {
    RowUpdate update{0, alignmentOf(layer.signs, i, raw)};
    for (Eigen::Index j = 0; j < layer.cols(); ++j) {
      float& value = latent(i, j);
      value = std::clamp(value + step * raw[j], -1.0F, 1.0F);
      if (value != 0 && (value > 0) != layer.signs.positive(i, j)) {
        layer.signs.flip(i, j);
        ++update.flips;
      }
    }
    return update;
  });
}

std::unique_ptr<Weights> LatentWeights::momentum(std::size_t index) const {
  return std::make_unique<Weights>(latent_[index]);
}

void LatentWeights::save(TensorFile& file) const {
  for (std::size_t n = 0; n < latent_.size(); ++n)
    file.tensors[fmt::format("latent{}", n + 1)] = memoryTensor(latent_[n]);
}

void LatentWeights::load(const TensorFile& file) {
  for (std::size_t n = 0; n < latent_.size(); ++n) {
    latent_[n] =
        readMemory(file, fmt::format("latent{}", n + 1), latent_[n].rows(), latent_[n].cols());
  }
}

}  // namespace nudge
