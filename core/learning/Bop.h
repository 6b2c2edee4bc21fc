#pragma once

#include <vector>

#include "core/learning/Optimizer.h"

namespace nudge {

/// BOP [Alg. 5–6]: m ← (1 − γ)m + γg; w flips where |m| > τ and m opposes w (g is the ascent
/// direction, so that signs must differ for a flip). Momenta start at zero, or at 2γ(1 − γ)·N(0, 1)
/// if the settings say so.
///
/// The momentum is kept as m = decay·stored, so that the decay of all weights is one
/// multiplication. Decay alone only shrinks |m|, hence only weights with a gradient can cross the
/// threshold, and rows without any are not touched. Everything is looked at once after a random
/// start or a change of the threshold.
class Bop final : public Optimizer {
 public:
  Bop(const NetworkSpec& network, const LearningSettings& settings, std::uint64_t seed);

  WeightUpdate update(std::size_t index, const LayerGradient& gradient,
                      LayerParameters& layer) override;
  void setRates(const LearningSettings& settings) override;
  void save(TensorFile& file) const override;
  void load(const TensorFile& file) override;
  std::unique_ptr<Weights> momentum(std::size_t index) const override;

 private:
  struct Memory {
    Weights stored;
    double decay = 1;
    bool checkAll = false;
  };

  std::vector<double> gamma_, tau_;
  std::vector<Memory> memories_;
};

}  // namespace nudge
