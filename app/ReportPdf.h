#pragma once

#include <filesystem>
#include <vector>

#include "app/ReportText.h"

namespace nudge {

/// Writes a report as pages of A4 with numbers, the figures (SVG files) as vectors. Throws Error
/// when it can't be written.
void writePdf(const RunRecord& run, const std::vector<std::filesystem::path>& figures,
              const std::filesystem::path& path);

}  // namespace nudge
