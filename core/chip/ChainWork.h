#pragma once

#include <vector>

#include "core/chip/ChipGraph.h"
#include "core/chip/Embedding.h"
#include "core/chip/SourceGraph.h"

namespace nudge {

/// Joins pairs of chains that no coupler joins yet, each by the shortest way over qubits that are
/// free, which are added to the shorter of the two chains. False where one of them has no way; the
/// embedding is then spoilt.
bool joinChains(Embedding& embedding, const std::vector<std::pair<int, int>>& pairs,
                const ChipGraph& chip);

/// Takes qubits out of chains as long as the chain stays in one piece and keeps a coupler to every
/// chain that the graph couples it to.
void trimChains(Embedding& embedding, const SourceGraph& source, const ChipGraph& chip);

}  // namespace nudge
