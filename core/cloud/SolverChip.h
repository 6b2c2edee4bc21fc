#pragma once

#include "core/chip/ChipGraph.h"
#include "core/cloud/SolverProperties.h"

namespace nudge {

/// The graph of a solver's working qubits and couplers. Throws Error for a topology that is none of
/// Chimera, Pegasus and Zephyr, or qubits that it does not have.
ChipGraph chipOf(const SolverProperties& solver);

}  // namespace nudge
