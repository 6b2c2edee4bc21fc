#pragma once

#include <QString>

#include "app/Relaxer.h"
#include "widgets/NeuronId.h"

namespace nudge {

/// What a neuron is and what acts on it in one frame of a relaxed sample, as rich text: name, s,
/// ρ(s), and its input split into what comes from below, from above, its bias and the nudge.
QString neuronText(const Relaxed& relaxed, int index, NeuronId neuron);

}  // namespace nudge
