#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace nudge {

/// HTTP's "deflate": zlib's format (RFC 1950) at zlib's usual level.
std::string deflated(std::string_view content);

/// HTTP's "gzip".
std::string gzipped(std::string_view content);

/// What "deflate" or "gzip" packed, whichever it is. Throws Error beginning with `name` when it is
/// damaged, cut off or followed by something else, or unpacks to more than `limit` bytes, of which
/// memory never holds much more.
std::string inflated(std::string_view packed, const std::string& name, std::size_t limit);

}  // namespace nudge
