#pragma once

#include <ostream>
#include <string>
#include <string_view>

#include "core/ising/IsingProblem.h"

namespace nudge {

/// An Ising problem from the JSON that dimod makes of its BinaryQuadraticModel with
/// to_serializable(): schema 3.0.0, variable types SPIN and BINARY (converted), labels, offset.
/// Vectors are lists of numbers, dimod's `{"type": "array", …}`, or, where "use_bytes" is true,
/// base64 of the little-endian numbers that "bias_type" and "index_type" name. `name` begins every
/// message. Throws Error for anything else, saying which key is wrong and what would be right.
IsingProblem parseBqm(std::string_view text, const std::string& name);

/// Writes a problem as dimod reads it with from_serializable: SPIN, vectors as lists. parseBqm
/// gives back the same problem to the last bit.
void writeBqm(const IsingProblem& problem, std::ostream& out);

}  // namespace nudge
