#pragma once

#include <optional>

#include "core/chip/ChipGraph.h"
#include "core/chip/EmbedOptions.h"
#include "core/chip/Embedding.h"
#include "core/chip/SourceGraph.h"

namespace nudge {

/// Places a layered network, whose layers() must not be empty: the neurons of odd layers become
/// runs of vertical lines, those of even layers runs of horizontal ones (or the other way round),
/// so that the lines of two consecutive layers all cross. Windows of the chip are searched for the
/// fewest qubits; lines with faulty qubits are passed over, and crossings whose coupler is faulty
/// are joined by detours. Not random. Empty where straight lines cannot do it (a longest chain
/// included). Throws Cancelled.
///
/// For two layers this is the complete bipartite graph, placed as in Boothby, King and Roy, "Fast
/// clique minor generation in Chimera qubit connectivity graphs" (2016), by crossing lines.
std::optional<Embedding> embedLayered(const SourceGraph& source, const ChipGraph& chip,
                                      const EmbedOptions& options = {});

/// A number of qubits that no embedding can do with less of: a chain of L qubits of a graph whose
/// qubits have at most D couplers reaches at most L·D − 2(L − 1) others.
long long leastQubits(const SourceGraph& source, const ChipGraph& chip);

}  // namespace nudge
