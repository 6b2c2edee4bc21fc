// Any bytes are a sweep or an Error; a sweep is written and read as the same again.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/base/Error.h"
#include "core/sweep/Sweep.h"
#include "tests/fuzz/Target.h"

namespace {

void fuzzSweep(const std::uint8_t* data, std::size_t size) {
  using nudge::Sweep;
  try {
    const Sweep sweep =
        Sweep::fromText({reinterpret_cast<const char*>(data), size}, "fuzz", "no-folder");
    if (sweep.runs().size() != sweep.cases.size() * sweep.seeds.size()) std::abort();
    const std::string text = sweep.toText();
    if (Sweep::fromText(text, "again", "no-folder").toText() != text) std::abort();
  } catch (const nudge::Error&) {
    // What no reader would accept.
  }
}

const nudge::FuzzTarget kFuzzSweep("FuzzSweep", fuzzSweep);

}  // namespace
