#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <span>

#include "core/base/Error.h"
#include "core/data/CifarReader.h"
#include "tests/fuzz/Target.h"

namespace {

/// Any bytes are images with labels or an Error.
void fuzzCifar(const std::uint8_t* data, std::size_t size) {
  try {
    const nudge::ImageSet set = nudge::parseCifar(std::as_bytes(std::span(data, size)), "fuzz");
    if (set.count() != size / nudge::kCifarRecord) std::abort();
    if (set.pixels.size() != set.count() * set.imageSize()) std::abort();
    for (const auto label : set.labels) {
      if (label >= 10) std::abort();
    }
  } catch (const nudge::Error&) {
  }
}

const nudge::FuzzTarget kFuzzCifar("FuzzCifar", fuzzCifar);

}  // namespace
