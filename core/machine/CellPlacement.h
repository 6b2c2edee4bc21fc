#pragma once

#include <optional>

#include "core/chip/ChipGraph.h"
#include "core/chip/EmbedOptions.h"
#include "core/chip/Embedding.h"
#include "core/ising/IsingProblem.h"
#include "core/network/NetworkSpec.h"

namespace nudge {

/// Where a network that fills a chip's cells (NetworkSpec::cells) is on a Chimera chip with t = 4:
/// a qubit a neuron, spins in the order of IsingNetwork. Of all places for its block the first in
/// which every qubit and coupler works; nothing where there is none, or for another network or
/// chip.
std::optional<Embedding> cellPlacement(const NetworkSpec& network, const ChipGraph& chip);

/// A network on a chip: its own cells where it has some, else as findEmbedding does for the
/// couplings of `problem`. Throws as that does.
Embedding embedNetwork(const NetworkSpec& network, const IsingProblem& problem,
                       const ChipGraph& chip, const EmbedOptions& options);

}  // namespace nudge
