#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace nudge {

/// A file within a tar archive.
struct TarMember {
  std::string name;                    ///< relative, with "/", never with ".."
  std::span<const std::byte> content;  ///< a part of the archive's bytes
};

/// The regular files of a tar archive (POSIX.1-1988 ustar, GNU's and the older form) in its order.
/// Nothing is written anywhere. Folders and the extra headers of pax (times, owners) are passed
/// over. Throws Error beginning with `name`, and saying at which byte, when the archive is cut off
/// or damaged (each header has a checksum), or holds links, devices, sparse files, a path that
/// leaves the folder, the same name twice or more than 1,000 members.
std::vector<TarMember> parseTar(std::span<const std::byte> archive, const std::string& name);

}  // namespace nudge
