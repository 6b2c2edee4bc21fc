#pragma once

#include <filesystem>
#include <vector>

#include "core/reproduction/Results.h"

namespace nudge {

/// Draws what a reproduction is drawn as, from the epochs that its cases have, into `folder`:
/// ID.svg and for curves over epochs ID-flips.svg, each with its data as CSV beside it. Published
/// values are drawn as dashed lines. Returns the SVG files; none for tables, or when nothing has
/// been run. Needs no display. Throws Error when a file cannot be written.
std::vector<std::filesystem::path> drawReproduction(const ReproductionOutcome& result,
                                                    const std::filesystem::path& folder);

}  // namespace nudge
