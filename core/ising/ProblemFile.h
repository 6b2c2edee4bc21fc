#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "core/ising/IsingProblem.h"

namespace nudge {

/// An Ising problem in either format: JSON (a BQM of dimod) where the text begins with "{", else
/// coordinate text; see parseBqm and parseCoo. `name` begins every message.
IsingProblem parseProblem(std::string_view text, const std::string& name);

/// The same from a file of at most 1 GiB.
IsingProblem readProblem(const std::filesystem::path& path);

/// Writes a problem atomically: as JSON where the name ends in .json, else as coordinate text.
/// Throws Error where it cannot be written.
void writeProblem(const IsingProblem& problem, const std::filesystem::path& path);

}  // namespace nudge
