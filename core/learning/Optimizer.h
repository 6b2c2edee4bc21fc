#pragma once

#include <cstdint>
#include <functional>
#include <memory>

#include "core/base/Safetensors.h"
#include "core/learning/Gradient.h"
#include "core/learning/LearningSettings.h"
#include "core/network/Parameters.h"

namespace nudge {

/// What one update did to the weights of a layer.
struct WeightUpdate {
  std::uint64_t flips = 0;
  /// ⟨g_W, w⟩ = Σ g_ij w_ij with the weights before the update, for each scaling factor over the
  /// weights that it scales: what its gradient is made of. Empty for real weights.
  Eigen::VectorXd alignment;
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

  /// What the weights of a layer have gathered of past gradients, m for BOP, [rows × cols]; null
  /// where the optimiser keeps nothing of the kind.
  virtual std::unique_ptr<Weights> momentum(std::size_t index) const;
};

/// `seed` is that of the run: latent weights and random momenta start from it.
std::unique_ptr<Optimizer> makeOptimizer(const NetworkSpec& network,
                                         const LearningSettings& settings, std::uint64_t seed);

/// What became of one row of weights.
struct RowUpdate {
  std::uint64_t flips = 0;
  double alignment = 0;  ///< Σ of raw gradient times w
};

/// Calls update(row, g_W / scale of that row) for every row, or with `skipZero` for those that may
/// have a gradient, on all threads, and sums up what they return; alignments are multiplied by the
/// gradient's scale.
WeightUpdate updateRows(const LayerGradient& gradient, const LayerParameters& layer, bool skipZero,
                        const std::function<RowUpdate(Eigen::Index, const float*)>& update);

/// Σ gradient·w over a row of binary weights.
double alignmentOf(const SignMatrix& signs, Eigen::Index row, const float* gradient);

/// A tensor of this shape with finite values; throws Error naming it otherwise.
Weights readMemory(const TensorFile& file, const std::string& name, Eigen::Index rows,
                   Eigen::Index cols);
Tensor memoryTensor(const Weights& values);

}  // namespace nudge
