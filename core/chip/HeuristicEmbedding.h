#pragma once

#include <optional>

#include "core/chip/ChipGraph.h"
#include "core/chip/EmbedOptions.h"
#include "core/chip/Embedding.h"
#include "core/chip/SourceGraph.h"

namespace nudge {

/// Places any graph in the manner of Cai, Macready and Roy (2014): variables one by one get chains
/// that touch those of their neighbours; qubits may at first be shared at a price, which rises with
/// every round where it happens, until none is. Then chains are taken out and laid anew as long as
/// that saves qubits. Random: the same seed gives the same result unless the time limit comes
/// first. Empty where no valid embedding was found in the tries and the time. Throws Cancelled.
std::optional<Embedding> embedHeuristically(const SourceGraph& source, const ChipGraph& chip,
                                            const EmbedOptions& options = {});

}  // namespace nudge
