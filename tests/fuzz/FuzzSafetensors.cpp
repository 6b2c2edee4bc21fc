// Any bytes are a tensor file or an Error; what was read is written as the same bytes again.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/base/Error.h"
#include "core/base/Safetensors.h"
#include "tests/fuzz/Target.h"

namespace {

void fuzzSafetensors(const std::uint8_t* data, std::size_t size) {
  try {
    const std::string_view content(reinterpret_cast<const char*>(data), size);
    const std::string bytes = nudge::TensorFile::parse(content, "fuzz").serialise();
    if (nudge::TensorFile::parse(bytes, "again").serialise() != bytes) std::abort();
  } catch (const nudge::Error&) {
    // What no reader would accept.
  }
}

const nudge::FuzzTarget kFuzzSafetensors("FuzzSafetensors", fuzzSafetensors);

}  // namespace
