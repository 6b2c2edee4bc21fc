#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <span>

#include "core/base/Error.h"
#include "core/data/IdxReader.h"
#include "tests/fuzz/Target.h"

namespace {

/// Any bytes are images, labels or an Error.
void fuzzIdx(const std::uint8_t* data, std::size_t size) {
  const auto bytes = std::as_bytes(std::span(data, size));
  constexpr std::size_t kLimit = 1 << 20;
  try {
    const nudge::ImageSet set = nudge::parseIdxImages(bytes, "fuzz", kLimit);
    if (set.pixels.empty() || set.pixels.size() % set.imageSize() != 0) std::abort();
  } catch (const nudge::Error&) {
  }
  try {
    for (const auto label : nudge::parseIdxLabels(bytes, "fuzz", 10, kLimit)) {
      if (label >= 10) std::abort();
    }
  } catch (const nudge::Error&) {
  }
}

const nudge::FuzzTarget kFuzzIdx("FuzzIdx", fuzzIdx);

}  // namespace
