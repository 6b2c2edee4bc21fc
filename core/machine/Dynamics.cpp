#include "core/machine/Dynamics.h"

#include <algorithm>

namespace nudge {

Dynamics Dynamics::energy(const NetworkSpec& network, const MachineSettings& settings) {
  const auto dt = static_cast<float>(settings.dt);
  Dynamics dynamics;
  dynamics.rule = {1 - dt, dt, network.binaryActivations(),
                   static_cast<float>(network.pseudoWidth)};
  return dynamics;
}

Dynamics Dynamics::prototypical(const NetworkSpec& network) {
  Dynamics dynamics;
  dynamics.energyBased = false;
  dynamics.clampOutputs = !network.convolutional();
  return dynamics;
}

Dynamics Dynamics::of(const NetworkSpec& network, const MachineSettings& settings) {
  return settings.kind == MachineKind::Energy ? energy(network, settings) : prototypical(network);
}

float Dynamics::outputStep(float state, float input, float force) const {
  if (energyBased) {
    const float pull = rule.slope(state) * input + force;
    return std::clamp(rule.keep * state + rule.gain * pull, 0.0F, 1.0F);
  }
  const float nudged = std::clamp(input, 0.0F, 1.0F) + force;
  return clampOutputs ? std::clamp(nudged, 0.0F, 1.0F) : nudged;
}

bool stepOutputs(const Dynamics& dynamics, const OutputNudge& nudge, const float* input,
                 float* states, float* activations, std::size_t count) {
  bool changed = false;
  for (std::size_t i = 0; i < count; ++i) {
    const float next = nudge.holds()
                           ? nudge.holdAt(i)
                           : dynamics.outputStep(states[i], input[i], nudge.force(i, states[i]));
    changed |= next != states[i];
    states[i] = next;
    if (dynamics.rule.binary) activations[i] = dynamics.activation(next);
  }
  return changed;
}

}  // namespace nudge
