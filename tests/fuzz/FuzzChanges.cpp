// Any bytes are a record of changes or an Error; a record is written and read as the same again.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/base/Error.h"
#include "core/experiment/Changes.h"
#include "tests/fuzz/Target.h"

namespace {

void fuzzChanges(const std::uint8_t* data, std::size_t size) {
  try {
    const auto changes = nudge::readChanges({reinterpret_cast<const char*>(data), size}, "fuzz");
    if (nudge::readChanges(nudge::changesText(changes), "again") != changes) std::abort();
  } catch (const nudge::Error&) {
    // What no reader would accept.
  }
}

const nudge::FuzzTarget kFuzzChanges("FuzzChanges", fuzzChanges);

}  // namespace
