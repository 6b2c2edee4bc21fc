#pragma once

#include <filesystem>
#include <vector>

#include "core/experiment/RunFolder.h"

namespace nudge {

/// Draws a run's figures into its folder's figures/ (SVG, with the data as CSV beside) and writes
/// report.html: one page with the figures inside it, the last numbers and all settings. Returns the
/// figures' paths. Needs no display. Throws Error when a file can't be written.
std::vector<std::filesystem::path> writeReport(const RunFolder& folder, const Run& run);

}  // namespace nudge
