#include "core/machine/EnergyMachine.h"

#include <algorithm>
#include <cmath>

namespace nudge {

namespace {

kernels::StateRule eulerRule(const NetworkSpec& network, const MachineSettings& settings) {
  const auto dt = static_cast<float>(settings.dt);
  return {1 - dt, dt, network.activation == Activation::Heaviside,
          static_cast<float>(network.pseudoWidth)};
}

}  // namespace

EnergyMachine::EnergyMachine(NetworkSpec network, MachineSettings settings)
    : LayeredMachine(network, settings, eulerRule(network, settings)) {}

float EnergyMachine::outputStep(float state, float input, float target, float beta) const {
  float slope = 1;
  if (rule().binary) {
    slope = std::abs(state - 0.5F) <= rule().pseudoWidth ? 0.5F / rule().pseudoWidth : 0.0F;
  }
  const float force = slope * input + beta * (target - state);
  return std::clamp(rule().keep * state + rule().gain * force, 0.0F, 1.0F);
}

Eigen::VectorXd EnergyMachine::energies(const Parameters& parameters, const Matrix& drive,
                                        const Settled& state) const {
  Eigen::VectorXd energy = -interactions(parameters, drive, state);
  for (const Matrix& layer : state.states) {
    energy += 0.5 * layer.cast<double>().colwise().squaredNorm().transpose();
  }
  return energy;
}

}  // namespace nudge
