#pragma once

#include <zlib.h>

#include "core/base/Error.h"

namespace nudge {

/// zlib's state while it unpacks, freed on every way out; for the files that call zlib alone.
class Inflater {
 public:
  // zlib's notation for its largest window with: gzip's header, or that or its own.
  static constexpr int kGzip = 15 + 16;
  static constexpr int kEither = 15 + 32;

  explicit Inflater(int window) {
    if (inflateInit2(&stream_, window) != Z_OK) throw Error("zlib cannot start: no memory.");
  }
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;
  ~Inflater() { inflateEnd(&stream_); }

  z_stream& stream() { return stream_; }

 private:
  z_stream stream_{};
};

}  // namespace nudge
