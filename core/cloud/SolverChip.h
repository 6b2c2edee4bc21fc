#pragma once

#include "core/chip/ChipGraph.h"
#include "core/cloud/SolverProperties.h"

namespace nudge {

/// The graph of a solver's working qubits and couplers. Throws Error for a topology that is none of
/// Chimera, Pegasus and Zephyr, or qubits that it does not have.
ChipGraph chipOf(const SolverProperties& solver);

/// Its family and size. Throws Error for a topology that is none of those.
ChipShape shapeOf(const SolverProperties& solver);

/// What it can be programmed with.
ProgrammingLimits limitsOf(const SolverProperties& solver);

}  // namespace nudge
