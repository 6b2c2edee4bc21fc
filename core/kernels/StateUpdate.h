#pragma once

#include <cmath>
#include <cstddef>

namespace nudge::kernels {

/// One step of a neuron, s ← clamp_[0,1](keep·s + gain·ρ'(s)·input): the Euler step of the energy
/// dynamics [3.28] with keep = 1 − dt and gain = dt, the prototypical step [A.9] with 0 and 1.
struct StateRule {
  float keep = 0;
  float gain = 1;
  bool binary = false;  ///< Heaviside: ρ(s) = 1 if s ≥ ½ else 0; otherwise ρ(s) = s on [0, 1]
  float pseudoWidth = 0.5F;  ///< σ: ρ̂' = 1/(2σ) where |s − ½| ≤ σ else 0, for Heaviside
  float tolerance = 0;       ///< a state that moves by no more than this counts as unchanged

  /// ρ'(s) for a state in [0, 1].
  float slope(float state) const {
    if (!binary) return 1;
    return std::abs(state - 0.5F) <= pseudoWidth ? 0.5F / pseudoWidth : 0.0F;
  }
  bool isChange(float old, float next) const { return std::abs(next - old) > tolerance; }
};

/// Takes `count` neurons one step further; writes ρ of the new states to `activations` for binary
/// rules (else it may be null and is not touched). Returns whether any state changed.
bool updateStates(const StateRule& rule, const float* input, float* states, float* activations,
                  std::size_t count);

/// The same, one neuron after the other: what the tuned kernel is tested against.
bool updateStatesPlain(const StateRule& rule, const float* input, float* states, float* activations,
                       std::size_t count);

}  // namespace nudge::kernels
