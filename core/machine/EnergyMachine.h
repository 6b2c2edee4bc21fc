#pragma once

#include "core/machine/LayeredMachine.h"

namespace nudge {

/// Euler steps down the Hopfield energy [3.25–3.28, 4.15–4.17], clamped to [0, 1]:
/// s ← clamp((1 − dt)·s + dt·(ρ'(s) ⊙ input + [output] β(ŷ − s))). With small dt and real
/// activations E never rises in the free phase and F = E + βℓ never in the nudge phase.
class EnergyMachine final : public LayeredMachine {
 public:
  EnergyMachine(NetworkSpec network, MachineSettings settings);

  Eigen::VectorXd energies(const Parameters& parameters, const Matrix& drive,
                           const Settled& state) const override;

 protected:
  float outputStep(float state, float input, float target, float beta) const override;
};

}  // namespace nudge
