#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <span>
#include <string>

#include "core/base/Error.h"
#include "core/data/TarReader.h"
#include "tests/fuzz/Target.h"

namespace {

constexpr std::size_t kBlock = 512;
constexpr std::size_t kChecksum = 148;

/// Makes the checksum of the first header right, which no chance would.
void mend(std::string& archive) {
  if (archive.size() < kBlock) return;
  std::fill_n(archive.begin() + kChecksum, 8, ' ');
  unsigned sum = 0;
  for (std::size_t i = 0; i < kBlock; ++i) sum += static_cast<unsigned char>(archive[i]);
  std::snprintf(archive.data() + kChecksum, 8, "%06o", sum);
}

void read(std::span<const std::byte> bytes) {
  try {
    for (const nudge::TarMember& member : nudge::parseTar(bytes, "fuzz")) {
      const std::byte* end = bytes.data() + bytes.size();
      if (member.content.data() < bytes.data() || member.content.data() > end) std::abort();
      if (member.content.size() > static_cast<std::size_t>(end - member.content.data()))
        std::abort();
      if (member.name.empty() || member.name.front() == '/') std::abort();
    }
  } catch (const nudge::Error&) {
  }
}

/// Any bytes are files within them or an Error.
void fuzzTar(const std::uint8_t* data, std::size_t size) {
  read(std::as_bytes(std::span(data, size)));
  std::string mended(reinterpret_cast<const char*>(data), size);
  mend(mended);
  read(std::as_bytes(std::span(mended)));
}

const nudge::FuzzTarget kFuzzTar("FuzzTar", fuzzTar);

}  // namespace
