#pragma once

#include "core/learning/Optimizer.h"

namespace nudge {

/// Gradient ascent on real weights: W ← W + η_W·g. No memory.
class Sgd final : public Optimizer {
 public:
  explicit Sgd(const LearningSettings& settings) : rate_(settings.weightRate) {}

  WeightUpdate update(std::size_t index, const LayerGradient& gradient,
                      LayerParameters& layer) override;
  void setRates(const LearningSettings& settings) override { rate_ = settings.weightRate; }
  void save(TensorFile& /*file*/) const override {}
  void load(const TensorFile& /*file*/) override {}

 private:
  std::vector<double> rate_;
};

}  // namespace nudge
