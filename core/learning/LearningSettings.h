#pragma once

#include <string>
#include <vector>

#include "core/base/Field.h"
#include "core/network/NetworkSpec.h"

namespace nudge {

enum class EstimatorKind {
  OneSided,    ///< (nudged(+β) − free)/β
  RandomSign,  ///< the same with the sign of β drawn per mini-batch
};

enum class OptimizerKind {
  Bop,  ///< flips binary weights by momentum [Alg. 5–6]
  Sgd,  ///< real weights
};

enum class ScalingKind { Fixed, Learnt };

/// How a network learns. Lists have an entry a layer, nearest the input first; one entry stands for
/// all layers.
struct LearningSettings {
  EstimatorKind estimator = EstimatorKind::RandomSign;
  double beta = 0.3;  ///< β, or its size for a random sign
  OptimizerKind optimizer = OptimizerKind::Bop;
  std::vector<double> gamma{1e-4};       ///< γ of BOP
  std::vector<double> tau{5e-7};         ///< τ of BOP
  std::vector<double> weightRate{0.01};  ///< of SGD
  std::vector<double> biasRate{0.05};
  ScalingKind scaling = ScalingKind::Fixed;
  std::vector<double> scalingRate{1e-4};  ///< of α
  int batch = 64;
  int epochs = 50;

  bool operator==(const LearningSettings&) const = default;

  static const Fields<LearningSettings>& fields();

  /// What does not go together, or with the network; empty when nothing is wrong.
  std::vector<std::string> problems(const NetworkSpec& network) const;
};

/// The entry of a per-layer list for the layer with this index (0 is nearest the input).
inline double perLayer(const std::vector<double>& list, std::size_t index) {
  return list.size() == 1 ? list.front() : list.at(index);
}

}  // namespace nudge
