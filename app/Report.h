#pragma once

#include <filesystem>
#include <vector>

#include "core/experiment/RunFolder.h"

namespace nudge {

/// Draws a run's figures into its folder's figures/ (SVG, with the data as CSV beside) and writes
/// report.html: one page with the figures inside it, the last numbers and all settings, as the
/// folder's files have them. Returns the figures' paths. Needs no display. Throws Error when a file
/// can't be read or written.
std::vector<std::filesystem::path> writeReport(const RunFolder& folder);

/// The same and report.pdf, its pages numbered, the figures as vectors. Returns that file's path.
std::filesystem::path writePdfReport(const RunFolder& folder);

}  // namespace nudge
