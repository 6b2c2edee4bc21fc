#pragma once

#include <string>
#include <vector>

#include "core/base/Field.h"
#include "core/machine/MachineSettings.h"
#include "core/machine/Settled.h"
#include "core/network/NetworkSpec.h"

namespace nudge {

/// How settled states become a gradient. Enumerators in the order of the field's choices.
enum class EstimatorKind {
  OneSided,            ///< (nudged(+β) − free)/β
  RandomSign,          ///< the same with the sign of β drawn per mini-batch
  Symmetric,           ///< (nudged(+β) − nudged(−β))/(2β), both from the free state
  ContrastiveHebbian,  ///< outputs clamped to the target in the second phase [3.2.1]
  Coupled,             ///< outputs clamped a fraction η = β of the way to the target
  ThroughTime,         ///< backpropagation through the last K steps: the exact reference [3.2.2]
};

enum class OptimizerKind {
  Bop,     ///< flips binary weights by momentum [Alg. 5–6]
  Sgd,     ///< real weights, with or without momentum
  Adam,    ///< real weights
  Latent,  ///< binary weights as signs of latent real ones [Alg. 4]
};

enum class ScalingKind { Fixed, Learnt };

/// How BOP's momenta start.
enum class MomentumStart { Zero, Random };

/// How a network learns. Lists have an entry a layer, nearest the input first; one entry stands for
/// all layers.
struct LearningSettings {
  EstimatorKind estimator = EstimatorKind::RandomSign;
  double beta = 0.3;  ///< β, or its size for a random sign, or η of coupled learning
  NudgeKind nudge = NudgeKind::Elastic;  ///< of the estimators that nudge
  OptimizerKind optimizer = OptimizerKind::Bop;
  std::vector<double> gamma{1e-4};  ///< γ of BOP
  std::vector<double> tau{5e-7};    ///< τ of BOP
  MomentumStart momentumStart = MomentumStart::Zero;
  std::vector<double> weightRate{0.01};  ///< of SGD, Adam and latent weights
  double inertia = 0;                    ///< μ, momentum of SGD
  std::vector<double> biasRate{0.05};
  double weightLimit = 0;  ///< real weights stay within ± this; 0: no limit
  /// The same for couplers within cells and between them, in a network that fills a chip's cells;
  /// empty: `weightLimit`.
  std::vector<double> cellLimits{};
  double biasLimit = 0;  ///< biases stay within ± this; 0: no limit
  ScalingKind scaling = ScalingKind::Fixed;
  std::vector<double> scalingRate{1e-4};  ///< of α
  double scalingDecay = 1;                ///< what the rate of α is multiplied by …
  std::vector<int> scalingDecayEpochs{};  ///< … at the beginning of each of these epochs
  int batch = 64;
  int epochs = 50;

  bool operator==(const LearningSettings&) const = default;

  static const Fields<LearningSettings>& fields();

  /// What does not go together, or with the network or the machine; empty when nothing is wrong.
  std::vector<std::string> problems(const NetworkSpec& network,
                                    const MachineSettings& machine) const;

  /// The nudge of a mini-batch with this factor (which carries its sign).
  Nudge nudgeWith(float factor) const;
  /// What the rate of α is multiplied by in an epoch, counted from 1.
  double scalingDecayAt(int epoch) const;
};

/// The entry of a per-layer list for the layer with this index (0 is nearest the input).
inline double perLayer(const std::vector<double>& list, std::size_t index) {
  return list.size() == 1 ? list.front() : list.at(index);
}

/// Why two phases tell nothing apart with this factor, in a sentence; empty when they do. Without a
/// nudge a network settles all the same, but does not learn.
std::string whyNoNudge(double beta);

}  // namespace nudge
