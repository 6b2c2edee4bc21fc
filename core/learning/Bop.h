#pragma once

#include <vector>

#include "core/learning/Optimizer.h"

namespace nudge {

/// BOP [Alg. 5–6]: m ← (1 − γ)m + γg; w flips where |m| > τ and m opposes w (g is the ascent
/// direction, so that signs must differ for a flip).
///
/// The momentum is kept as m = decay·stored, so that the decay of all weights is one
/// multiplication. Decay alone only shrinks |m|, hence only weights with a gradient can cross the
/// threshold, and rows without any are not touched. Everything is looked at once after the
/// threshold was changed.
class Bop final : public Optimizer {
 public:
  Bop(const NetworkSpec& network, const LearningSettings& settings);

  WeightUpdate update(std::size_t index, const LayerGradient& gradient,
                      LayerParameters& layer) override;
  void setRates(const LearningSettings& settings) override;
  void save(TensorFile& file) const override;
  void load(const TensorFile& file) override;

  /// m of a layer, [layer n × layer n − 1].
  Weights momentum(std::size_t index) const;

 private:
  struct Memory {
    Weights stored;
    double decay = 1;
    bool checkAll = false;
  };
  /// What the rows of one update share.
  struct Step;

  WeightUpdate updateRows(const Step& step, Eigen::Index first, Eigen::Index count) const;

  std::vector<double> gamma_, tau_;
  std::vector<Memory> memories_;
};

}  // namespace nudge
