#include "core/machine/PrototypicalMachine.h"

#include <algorithm>

namespace nudge {

PrototypicalMachine::PrototypicalMachine(NetworkSpec network, MachineSettings settings)
    : LayeredMachine(std::move(network), std::move(settings), kernels::StateRule{}) {}

float PrototypicalMachine::outputStep(float state, float input, float target, float beta) const {
  const float settled = std::clamp(input, 0.0F, 1.0F);
  return std::clamp(settled + beta * (target - state), 0.0F, 1.0F);
}

Eigen::VectorXd PrototypicalMachine::energies(const Parameters& parameters, const Matrix& drive,
                                              const Settled& state) const {
  return -interactions(parameters, drive, state);
}

}  // namespace nudge
