#pragma once

#include <optional>

#include "core/chip/ChipGraph.h"
#include "core/chip/EmbedOptions.h"
#include "core/chip/Embedding.h"
#include "core/chip/SourceGraph.h"

namespace nudge {

/// Places two layers, all of one coupled to all of the other, where straight lines have no room:
/// the neurons of one layer go around a corner, as a horizontal line and a vertical one that meet
/// there, and those of the other cross either arm. Twice as many cross as the chip is wide, so that
/// lines with faulty qubits can be passed over. Takes more qubits and longer chains than
/// embedLayered(), which is to be tried before. Not random. Empty where it finds no room, or the
/// source has not two layers. Throws Cancelled.
std::optional<Embedding> embedAroundCorner(const SourceGraph& source, const ChipGraph& chip,
                                           const EmbedOptions& options = {});

}  // namespace nudge
