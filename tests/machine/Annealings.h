#pragma once

#include "core/machine/MachineSettings.h"
#include "core/machine/Settled.h"

namespace nudge::test {

inline NetworkSpec smallVoting() {
  NetworkSpec network;
  network.layers = {50, 4};
  network.perClass = 2;
  network.image = {2, 5, 5};
  network.convolutions = {3, 2};
  network.kernel = {2, 2};
  network.padding = {0, 1};
  network.pool = {2, 1};
  network.pooling = Pooling::Average;
  network.activation = Activation::Sign;
  network.weights = WeightKind::Real;
  return network;
}

inline MachineSettings annealing() {
  MachineSettings settings;
  settings.kind = MachineKind::Annealing;
  settings.annealing.sweeps = 20;
  return settings;
}

}  // namespace nudge::test
