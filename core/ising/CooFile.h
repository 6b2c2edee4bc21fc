#pragma once

#include <ostream>
#include <string>
#include <string_view>

#include "core/ising/IsingProblem.h"

namespace nudge {

/// An Ising problem as coordinate text: `i j value` couples spins i and j, `i i value` is the field
/// of spin i, `#` begins a comment; blanks or tabs between, spins numbered from 0. A first line of
/// two numbers `n m` announces n spins and m entries, and both are then checked; without it there
/// are as many spins as the highest number asks for. A comment `# vartype=BINARY` makes the entries
/// those of a QUBO over bits, which are converted. `name` begins every message. Throws Error with
/// the line for what is no number, not finite, negative, too large, incomplete or given twice.
IsingProblem parseCoo(std::string_view text, const std::string& name);

/// Writes `n m` and all fields that are not zero and all couplings, so that parseCoo gives back the
/// same problem to the last bit. The format knows no labels, and the offset only as a comment: it
/// does not change which state is best.
void writeCoo(const IsingProblem& problem, std::ostream& out);

}  // namespace nudge
