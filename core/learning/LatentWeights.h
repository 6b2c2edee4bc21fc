#pragma once

#include "core/learning/Optimizer.h"

namespace nudge {

/// The classical way to train binary weights [3.31–3.36, Alg. 4]: a real latent weight beside each
/// gathers the gradient, clipped to [−1, 1], and its sign is what the network uses. They start at
/// the real draws that the binary weights are the signs of.
class LatentWeights final : public Optimizer {
 public:
  LatentWeights(const NetworkSpec& network, const LearningSettings& settings, std::uint64_t seed);

  WeightUpdate update(std::size_t index, const LayerGradient& gradient,
                      LayerParameters& layer) override;
  void setRates(const LearningSettings& settings) override;
  void save(TensorFile& file) const override;
  void load(const TensorFile& file) override;
  /// The latent weights themselves.
  std::unique_ptr<Weights> momentum(std::size_t index) const override;

 private:
  std::vector<double> rate_;
  std::vector<Weights> latent_;
};

}  // namespace nudge
