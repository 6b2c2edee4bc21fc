#pragma once

#include <QMetaType>

namespace nudge {

/// One neuron of a network: layer n = 1 … L counted from the input, and its place in the layer.
struct NeuronId {
  int layer = 1;
  int neuron = 0;

  bool operator==(const NeuronId&) const = default;
};

}  // namespace nudge

Q_DECLARE_METATYPE(nudge::NeuronId)
