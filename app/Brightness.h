#pragma once

#include <memory>

#include "core/experiment/Snapshot.h"
#include "core/network/NetworkSpec.h"

namespace nudge {

/// Activations as shares of what a neuron can show its neighbours, 0 … 1, as cells and bars draw
/// them: those of spins are −1 and +1.
inline Vector brightness(const NetworkSpec& network, const Vector& activations) {
  const float low = network.lowest();
  return (activations.array() - low) / (1 - low);
}

inline std::shared_ptr<const WatchedSample> brightness(
    const NetworkSpec& network, const std::shared_ptr<const WatchedSample>& sample) {
  if (!sample || !network.spins()) return sample;
  auto bright = std::make_shared<WatchedSample>(*sample);
  for (std::vector<Vector>* layers : {&bright->free, &bright->nudged}) {
    for (Vector& layer : *layers) layer = brightness(network, layer);
  }
  for (Vector* outputs : {&bright->freeOutputs, &bright->nudgedOutputs, &bright->target})
    *outputs = brightness(network, *outputs);
  return bright;
}

}  // namespace nudge
