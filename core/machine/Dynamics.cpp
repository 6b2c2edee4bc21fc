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

Dynamics Dynamics::integer(const NetworkSpec& network, const MachineSettings& settings) {
  MachineSettings halving = settings;
  halving.dt = 0.5;
  Dynamics dynamics = energy(network, halving);
  dynamics.integerBits = settings.bits;
  return dynamics;
}

Dynamics Dynamics::of(const NetworkSpec& network, const MachineSettings& settings) {
  Dynamics dynamics = [&] {
    switch (settings.kind) {
      case MachineKind::Energy:
        return energy(network, settings);
      case MachineKind::Integer:
        return integer(network, settings);
      case MachineKind::Prototypical:
      case MachineKind::Annealing:  // spins know no steps of this kind
      case MachineKind::QuantumAnnealing:
      case MachineKind::VirtualChip:
      case MachineKind::DWave:
        break;
    }
    return prototypical(network);
  }();
  dynamics.rule.tolerance = static_cast<float>(settings.tolerance);
  return dynamics;
}

namespace {

/// One loop for each kind of nudge and dynamics, so that compilers can make vectors of it.
template <class Force>
bool stepEach(const Dynamics& dynamics, const Force& force, const float* input, float* states,
              std::size_t count) {
  int changed = 0;
  const kernels::StateRule rule = dynamics.rule;
  const auto each = [&](auto next) {
    for (std::size_t i = 0; i < count; ++i) {
      const float moved = next(i);
      changed |= static_cast<int>(rule.isChange(states[i], moved));
      states[i] = moved;
    }
  };
  const auto clamp = [](float value) { return std::min(std::max(value, 0.0F), 1.0F); };
  if (dynamics.energyBased) {
    each([&](std::size_t i) {
      const float pull = rule.slope(states[i]) * input[i] + force(i, states[i]);
      return clamp(rule.keep * states[i] + rule.gain * pull);
    });
  } else if (dynamics.clampOutputs) {
    each([&](std::size_t i) { return clamp(clamp(input[i]) + force(i, states[i])); });
  } else {
    each([&](std::size_t i) { return clamp(input[i]) + force(i, states[i]); });
  }
  return changed != 0;
}

bool hold(const OutputNudge& nudge, float* states, std::size_t count) {
  bool changed = false;
  for (std::size_t i = 0; i < count; ++i) {
    const float next = nudge.free[i] + nudge.nudge->beta * (nudge.targets[i] - nudge.free[i]);
    changed |= next != states[i];
    states[i] = next;
  }
  return changed;
}

bool moveOutputs(const Dynamics& dynamics, const OutputNudge& nudge, const float* input,
                 float* states, std::size_t count) {
  if (nudge.nudge == nullptr)
    return stepEach(
        dynamics, [](std::size_t, float) { return 0.0F; }, input, states, count);
  const float beta = nudge.nudge->beta;
  const float* const targets = nudge.targets;
  switch (nudge.nudge->kind) {
    case NudgeKind::Elastic: {
      const auto force = [=](std::size_t i, float state) { return beta * (targets[i] - state); };
      return stepEach(dynamics, force, input, states, count);
    }
    case NudgeKind::Constant: {
      const float* const free = nudge.free;
      const auto force = [=](std::size_t i, float) { return beta * (targets[i] - free[i]); };
      return stepEach(dynamics, force, input, states, count);
    }
    case NudgeKind::Clamped:
      return hold(nudge, states, count);
  }
  return false;
}

}  // namespace

bool stepOutputs(const Dynamics& dynamics, const OutputNudge& nudge, const float* input,
                 float* states, float* activations, std::size_t count) {
  const bool changed = moveOutputs(dynamics, nudge, input, states, count);
  if (dynamics.rule.binary) {
    for (std::size_t i = 0; i < count; ++i) activations[i] = dynamics.activation(states[i]);
  }
  return changed;
}

}  // namespace nudge
