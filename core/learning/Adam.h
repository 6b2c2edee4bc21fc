#pragma once

#include "core/learning/Optimizer.h"

namespace nudge {

/// Adam for real weights (Kingma & Ba, "Adam: a method for stochastic optimization", ICLR 2015,
/// algorithm 1, upwards): m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g²,
/// W ← W + η_W·m̂/(√v̂ + ε) with β₁ = 0.9, β₂ = 0.999, ε = 1e−8.
class Adam final : public Optimizer {
 public:
  Adam(const NetworkSpec& network, const LearningSettings& settings);

  WeightUpdate update(std::size_t index, const LayerGradient& gradient,
                      LayerParameters& layer) override;
  void setRates(const LearningSettings& settings) override;
  void save(TensorFile& file) const override;
  void load(const TensorFile& file) override;
  std::unique_ptr<Weights> momentum(std::size_t index) const override;

 private:
  struct Memory {
    Weights mean, square;
    std::int64_t steps = 0;
  };

  std::vector<double> rate_;
  std::vector<Memory> memories_;
};

}  // namespace nudge
