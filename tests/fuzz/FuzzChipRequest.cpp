#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/base/Error.h"
#include "core/chip/ChipFile.h"
#include "core/cloud/ChipDescription.h"
#include "core/cloud/ChipRequests.h"
#include "tests/fuzz/Target.h"

namespace {

const nudge::SolverProperties& solver() {
  static const nudge::SolverProperties small = nudge::solverOf(nudge::openChip("chimera:1"), "c");
  return small;
}

/// Any bytes, packed or not, are a list of problems, good or bad, or an Error.
void fuzzChipRequest(const std::uint8_t* data, std::size_t size) {
  static const nudge::ChipSampler sampler(solver(), {});
  nudge::JobBoard board(solver().identity, {256, 1000, 1 << 28, std::chrono::seconds(1), 0}, {});
  try {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    (void)nudge::submitAll(text, solver().identity, sampler, board);
  } catch (const nudge::Error&) {
  }
}

const nudge::FuzzTarget kFuzzChipRequest("FuzzChipRequest", fuzzChipRequest);

}  // namespace
