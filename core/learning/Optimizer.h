#pragma once

#include <cstdint>
#include <memory>

#include "core/base/Safetensors.h"
#include "core/learning/Gradient.h"
#include "core/learning/LearningSettings.h"
#include "core/network/Parameters.h"

namespace nudge {

/// What one update did to the weights of a layer.
struct WeightUpdate {
  std::uint64_t flips = 0;
  /// ⟨g_W, w⟩ = Σ g_ij w_ij with the weights before the update: what the gradient of the scaling
  /// factor is made of. Binary weights only.
  double alignment = 0;
};

/// Turns gradients into new weights, with a memory of its own.
class Optimizer {
 public:
  virtual ~Optimizer() = default;

  /// Updates the weights of the layer with this index. The result does not depend on the number of
  /// threads.
  virtual WeightUpdate update(std::size_t index, const LayerGradient& gradient,
                              LayerParameters& layer) = 0;

  /// Takes over rates that changed in the middle of a run.
  virtual void setRates(const LearningSettings& settings) = 0;

  /// What must be kept to go on bit for bit; load throws Error when the tensors do not fit.
  virtual void save(TensorFile& file) const = 0;
  virtual void load(const TensorFile& file) = 0;
};

std::unique_ptr<Optimizer> makeOptimizer(const NetworkSpec& network,
                                         const LearningSettings& settings);

}  // namespace nudge
