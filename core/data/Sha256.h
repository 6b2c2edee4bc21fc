#pragma once

#include <filesystem>
#include <string>

namespace nudge {

/// The SHA-256 of a file's content as 64 lower-case hexadecimal digits. Throws Error when the file
/// cannot be read.
std::string sha256OfFile(const std::filesystem::path& path);

}  // namespace nudge
