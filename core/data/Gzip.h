#pragma once

#include <cstddef>
#include <span>
#include <string>

namespace nudge {

/// Whether the content begins as a gzip file does, whatever the file is called.
bool isGzip(std::span<const std::byte> content);

/// The uncompressed content of a gzip file, all of its members. Throws Error beginning with `name`
/// when it is damaged, cut off or followed by something else, or would be larger than `limit` bytes
/// (memory never holds much more than that, whatever the file claims).
std::string gunzip(std::span<const std::byte> content, const std::string& name, std::size_t limit);

/// The content of a file of at most `limit` bytes, unpacked to at most as many where it is gzip.
/// Throws Error.
std::string readPlainOrGzip(const std::string& path, std::size_t limit);

}  // namespace nudge
