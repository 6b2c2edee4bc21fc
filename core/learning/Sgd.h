#pragma once

#include "core/learning/Optimizer.h"

namespace nudge {

/// Gradient ascent of real weights with momentum: v ← μv + g, W ← W + η_W v.
class Sgd final : public Optimizer {
 public:
  Sgd(const NetworkSpec& network, const LearningSettings& settings);

  WeightUpdate update(std::size_t index, const LayerGradient& gradient,
                      LayerParameters& layer) override;
  void setRates(const LearningSettings& settings) override;
  void save(TensorFile& file) const override;
  void load(const TensorFile& file) override;
  std::unique_ptr<Weights> momentum(std::size_t index) const override;

 private:
  std::vector<double> rate_;
  double inertia_;
  std::vector<Weights> velocity_;  ///< all zero and unused while there is no inertia
};

}  // namespace nudge
