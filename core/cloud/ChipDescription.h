#pragma once

#include <string>

#include "core/chip/ChipGraph.h"
#include "core/cloud/SolverProperties.h"

namespace nudge {

/// How a virtual chip describes itself: an element of a solver list, with the ranges and times of
/// D-Wave's chips of that family. Programming takes 7 ms and 1 ms to cool down, a read 189 µs at
/// the thesis's 906 qubits and, in reverse annealing, 7 ms for its state [thesis, Table 5.1]; how
/// reading out grows with the qubits follows recorded chips.
ReplyJson describeChip(const ChipGraph& chip, const std::string& name);

/// The same as a client would read it.
SolverProperties solverOf(const ReplyJson& description);
SolverProperties solverOf(const ChipGraph& chip, const std::string& name);

}  // namespace nudge
