#pragma once

#include <vector>

#include "core/machine/Settled.h"
#include "widgets/NeuronId.h"

namespace nudge {

/// Neurons worth watching when nobody chose: those of each layer that the nudge moves most, of the
/// first sample.
std::vector<NeuronId> interestingNeurons(const Trajectory& trajectory);

/// The neuron of a layer (1 is the first hidden one) that the nudge has changed most by the frame
/// `index`, or else its first one.
NeuronId changedNeuron(const Trajectory& trajectory, int index, int layer);

}  // namespace nudge
