#pragma once

#include <filesystem>
#include <functional>
#include <ostream>
#include <string>
#include <string_view>

namespace nudge {

/// Throws the Error of a file that could not be written: the path, `what` happened, and the reason
/// that the system left in errno.
[[noreturn]] void failWriting(const std::filesystem::path& path, const char* what);

/// Writes a whole file so that a crash, a kill or a full disk leaves either the old file or the new
/// one: written under a temporary name beside it, synced, renamed over it, the folder synced.
/// Throws Error with the path and the system's reason; the old file is then untouched.
void writeFileAtomically(const std::filesystem::path& path, std::string_view content);

/// The same for content that is produced piece by piece.
void writeFileAtomically(const std::filesystem::path& path,
                         const std::function<void(std::ostream&)>& write);

/// Makes a folder, and those above it. Throws Error where that cannot be; one that is there is
/// fine.
void makeFolder(const std::filesystem::path& folder);

/// Removes from a folder what programs that were killed had begun to write. Only for folders in
/// which nobody else is writing. What cannot be removed stays.
void removeUnfinished(const std::filesystem::path& folder);

/// The whole of a file. Throws Error when it can't be read or is larger than `limit` bytes.
std::string readFile(const std::filesystem::path& path, std::uintmax_t limit);

}  // namespace nudge
