#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "core/base/Matrix.h"

namespace nudge {

/// Inputs from a CSV file, a sample a row: [inputs × samples]. Numbers with a decimal point, commas
/// between them, whatever the locale; a first line without any number is a header and skipped, as
/// are empty lines. Throws Error naming file, line and column for what is no finite number, for
/// rows of different lengths, for a file without numbers and for one of more than 256 MiB.
Matrix readCsvInputs(const std::filesystem::path& path);

/// The same from text; `name` begins every message.
Matrix parseCsvInputs(std::string_view text, const std::string& name);

}  // namespace nudge
