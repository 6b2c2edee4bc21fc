#pragma once

#include <cstddef>
#include <vector>

#include "core/base/Matrix.h"
#include "core/network/Link.h"

namespace nudge {

enum class Phase { Free, Nudge };

/// Samples to settle on. Inputs are never updated.
struct Batch {
  Matrix inputs;            ///< x, [inputs × samples], in [0, 1] for images
  std::vector<int> labels;  ///< class of each sample
  Matrix targets;  ///< ŷ, [outputs × samples]: one-hot, each class repeated N_perclass times

  int samples() const { return static_cast<int>(inputs.cols()); }
};

/// ŷ for the labels: ones for the outputs [c·perClass, (c+1)·perClass) of class c; elsewhere the
/// least that an output can be, 0 or, of spins, −1.
Matrix targetsFor(const std::vector<int>& labels, const NetworkSpec& network);

/// How the second phase pulls at the outputs. Enumerators in the order of the field's choices.
enum class NudgeKind {
  Elastic,   ///< the force β(ŷ − s^L), with the outputs as they are
  Constant,  ///< the force β(ŷ − s^L), with the outputs as the free phase left them
  Clamped,   ///< no force: outputs are held at s^L + β(ŷ − s^L) of the free phase's s^L
};

/// What the second phase adds; absent in the free phase.
struct Nudge {
  float beta = 0;  ///< β; for clamped outputs how far towards the target they are held
  NudgeKind kind = NudgeKind::Elastic;
};

/// Where a phase ended.
struct Settled {
  std::vector<Matrix> states;       ///< s^1 … s^L, each [neurons × samples]
  std::vector<Matrix> activations;  ///< what the learning rule multiplies: ρ(s^n) in the
                                    ///< energy-based settings, s^n itself in the prototypical ones
  Matrix drive;  ///< W^1 x + b^1 (pooled), constant in time, [layer 1 × samples]
  std::vector<PoolChoice> choices;  ///< of every max-pooled layer, nearest the input first
  std::vector<Matrix> rawMaps;  ///< of an Ising machine, the spins of every convolution before they
                                ///< are pooled, [places × samples]; empty elsewhere
  int reads = 1;  ///< columns a sample, next to each other: more than one where means are learnt

  const Matrix& outputs() const { return states.back(); }
  /// ρ(s) of the layer with this index (0 is nearest the input): what the learning rule multiplies.
  const Matrix& activation(std::size_t index) const {
    return activations.empty() ? states[index] : activations[index];
  }
};

/// s^L of every sample, as the mean over its reads.
Matrix meanOutputs(const Settled& settled);

/// One moment of a phase. t = 0 exists in the free phase only: the nudge phase starts from the end
/// of the free phase.
struct Frame {
  Phase phase = Phase::Free;
  int t = 0;
  std::vector<Matrix> states;       ///< as in Settled
  std::vector<Matrix> activations;  ///< ρ(s^1) … ρ(s^L), always filled
  Eigen::VectorXd energy;           ///< E per sample (−Φ in the prototypical settings)
  Eigen::VectorXd loss;             ///< ℓ = ½|ŷ − s^L|² per sample
  Eigen::VectorXd total;  ///< E plus what the nudge adds per sample: F = E + βℓ if it is elastic
};

/// Both phases of a few samples, step by step: t = 0 … T of the free phase, then 1 … K of the
/// nudge.
struct Trajectory {
  int freeSteps = 0;   ///< T
  int nudgeSteps = 0;  ///< K
  Nudge nudge;
  std::vector<Frame> frames;  ///< T + 1 + K
};

}  // namespace nudge
