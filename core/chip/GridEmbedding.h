#pragma once

#include <optional>

#include "core/chip/ChipGraph.h"
#include "core/chip/Embedding.h"
#include "core/chip/SourceGraph.h"

namespace nudge {

/// Places a grid on Chimera, a variable a cell: a vertical qubit, coupled to those above and below,
/// in one chain with a horizontal one, coupled to those at its sides. Every column and row takes a
/// line without faults. Empty where the source is no grid, the chip no Chimera or too small, or
/// where lines do not work.
std::optional<Embedding> embedGrid(const SourceGraph& source, const ChipGraph& chip);

}  // namespace nudge
