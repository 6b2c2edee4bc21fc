#pragma once

#include <vector>

#include "core/base/Random.h"
#include "core/machine/Machine.h"

namespace nudge {

/// A network of every kind, small enough for finite differences of each weight.
struct SmallNetwork {
  const char* name;
  NetworkSpec network;
  MachineKind machine;
};

inline NetworkSpec smallDense() {
  NetworkSpec network;
  network.layers = {6, 5, 4, 4};
  network.perClass = 2;
  network.roundScaling = false;
  return network;
}

inline NetworkSpec smallConvolutional() {
  NetworkSpec network;
  network.layers = {72, 4};
  network.perClass = 2;
  network.image = {2, 6, 6};
  network.convolutions = {3, 2};
  network.kernel = {3, 2};
  network.padding = {1, 0};
  network.pool = {2, 1};
  network.roundScaling = false;
  return network;
}

inline NetworkSpec smallSpins() {
  NetworkSpec network;
  network.layers = {6, 5, 4};
  network.perClass = 2;
  network.activation = Activation::Sign;
  network.weights = WeightKind::Real;
  return network;
}

/// Both shapes with both weights, activations, dynamics and ways of pooling, where they go
/// together.
inline std::vector<SmallNetwork> smallNetworks() {
  std::vector<SmallNetwork> all;
  for (const WeightKind weights : {WeightKind::Real, WeightKind::Binary}) {
    for (int shape = 0; shape < 3; ++shape) {
      NetworkSpec network = shape == 0 ? smallDense() : smallConvolutional();
      network.weights = weights;
      network.pooling = shape == 2 ? Pooling::Average : Pooling::Max;
      const bool real = weights == WeightKind::Real;
      const auto name = [&](const char* a, const char* b) { return real ? a : b; };
      const char* const names[3][3] = {
          {name("dense prototypical", "dense binary prototypical"),
           name("dense energy", "dense binary energy"),
           name("dense heaviside", "dense fully binary")},
          {name("max pooling prototypical", "max pooling binary prototypical"),
           name("max pooling energy", "max pooling binary energy"),
           name("max pooling heaviside", "max pooling fully binary")},
          {name("average pooling prototypical", "average pooling binary prototypical"),
           name("average pooling energy", "average pooling binary energy"),
           name("average pooling heaviside", "average pooling fully binary")}};
      all.push_back({names[shape][0], network, MachineKind::Prototypical});
      all.push_back({names[shape][1], network, MachineKind::Energy});
      network.activation = Activation::Heaviside;
      all.push_back({names[shape][2], network, MachineKind::Energy});
    }
  }
  return all;
}

/// Enough steps to come to rest.
inline MachineSettings settlingFor(MachineKind kind) {
  MachineSettings settings;
  settings.kind = kind;
  settings.freeSteps = 200;
  settings.nudgeSteps = 200;
  return settings;
}

inline Batch uniformBatch(const NetworkSpec& network, int samples, std::uint64_t seed) {
  Random random(seed, Purpose::Test);
  Batch batch;
  batch.inputs.resize(network.inputs(), samples);
  for (float& x : batch.inputs.reshaped()) x = random.uniform();
  for (int i = 0; i < samples; ++i)
    batch.labels.push_back(
        static_cast<int>(random.below(static_cast<std::uint32_t>(network.classes()))));
  batch.targets = targetsFor(batch.labels, network);
  return batch;
}

}  // namespace nudge
