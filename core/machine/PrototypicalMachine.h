#pragma once

#include "core/machine/LayeredMachine.h"

namespace nudge {

/// Discrete-time dynamics [A.9–A.13]: s ← clamp(ρ(input) + [output] β(ŷ − s)), every neuron jumping
/// to what its neighbours ask for. Real activations only: simultaneous hard updates need not
/// converge.
class PrototypicalMachine final : public LayeredMachine {
 public:
  PrototypicalMachine(NetworkSpec network, MachineSettings settings);

  /// −Φ, the primitive function Φ = Σ s^nᵀ W^n s^{n−1} + Σ b^nᵀ s^n [A.11].
  Eigen::VectorXd energies(const Parameters& parameters, const Matrix& drive,
                           const Settled& state) const override;

 protected:
  float outputStep(float state, float input, float target, float beta) const override;
};

}  // namespace nudge
