#pragma once

#include <filesystem>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "core/chip/ChipGraph.h"

namespace nudge {

/// A chip as text: `#` begins a comment; a line `n m`, then n lines with a working qubit each, then
/// m lines `u v` with a coupler each. The shape is found from the numbering unless it is given:
/// the smallest chip that has all of these qubits and couplers. `name` begins every message. Throws
/// Error with the line for what is no number, missing, too much or given twice, and where no chip
/// fits.
ChipGraph parseChip(std::string_view text, const std::string& name,
                    std::optional<ChipShape> shape = {});

/// The same from a file of at most 256 MiB, plain or gzip.
ChipGraph readChip(const std::filesystem::path& path, std::optional<ChipShape> shape = {});

/// Writes what parseChip reads, without comments.
void writeChip(const ChipGraph& chip, std::ostream& out);

/// What does not work on a chip.
struct ChipFaults {
  std::vector<int> qubits;
  std::vector<Coupler> couplers;
};

/// Faults as text: a line `q` is a faulty qubit, a line `u v` a faulty coupler, `#` begins a
/// comment. Throws Error with `name` and the line.
ChipFaults parseFaults(std::string_view text, const std::string& name);
/// The same from a file, plain or gzip.
ChipFaults readFaults(const std::filesystem::path& path);

/// `chimera:16` and the like, or else a file that readChip reads; without what the faults file
/// says, unless its path is empty. Throws Error beginning with the name of the file at fault.
ChipGraph openChip(const std::string& chip, const std::string& faults = {});

}  // namespace nudge
