#pragma once

#include "core/kernels/StateUpdate.h"
#include "core/machine/MachineSettings.h"
#include "core/machine/Settled.h"

namespace nudge {

/// What a neuron of the layered machines does with its input. Hidden neurons follow `rule`; outputs
/// also feel the nudge.
struct Dynamics {
  kernels::StateRule rule;
  bool energyBased = true;   ///< states settle down the energy E; else the prototypical step
  int integerBits = 0;       ///< of a state where states are integers, else 0: IntegerNeurons
  bool clampOutputs = true;  ///< outputs stay in [0, 1] whatever the nudge does

  /// Euler steps down the Hopfield energy [3.25–3.28, 4.15–4.17], clamped to [0, 1]:
  /// s ← clamp((1 − dt)·s + dt·(ρ'(s) ⊙ input + [output] β(ŷ − s))). With small dt and real
  /// activations E never rises in the free phase and F = E + βℓ never in the nudge phase.
  static Dynamics energy(const NetworkSpec& network, const MachineSettings& settings);

  /// Discrete-time dynamics [A.9–A.13]: s ← clamp(ρ(input) + [output] β(ŷ − s)), every neuron
  /// jumping to what its neighbours ask for. Real activations only: simultaneous hard updates need
  /// not converge. In convolutional networks the nudged output is not clamped [Appendix B].
  static Dynamics prototypical(const NetworkSpec& network);

  /// Integer states, which follow the energy dynamics with dt = ½ as closely as their bits allow.
  static Dynamics integer(const NetworkSpec& network, const MachineSettings& settings);

  static Dynamics of(const NetworkSpec& network, const MachineSettings& settings);

  /// ρ of a state.
  float activation(float state) const {
    return rule.binary ? (state >= 0.5F ? 1.0F : 0.0F) : state;
  }
};

/// The nudge as the outputs of some samples feel it.
struct OutputNudge {
  const Nudge* nudge = nullptr;    ///< null in the free phase
  const float* targets = nullptr;  ///< ŷ, [outputs × samples]
  const float* free = nullptr;     ///< s^L at the end of the free phase, [outputs × samples]
};

/// Takes `count` outputs one step further, their activations too where the rule is binary. Returns
/// whether any state changed.
bool stepOutputs(const Dynamics& dynamics, const OutputNudge& nudge, const float* input,
                 float* states, float* activations, std::size_t count);

}  // namespace nudge
