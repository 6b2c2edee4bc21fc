// Any bytes are an experiment or an Error; an experiment is written and read as the same again.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/base/Error.h"
#include "core/experiment/Experiment.h"
#include "tests/fuzz/Target.h"

namespace {

void fuzzExperiment(const std::uint8_t* data, std::size_t size) {
  using nudge::Experiment;
  try {
    const Experiment experiment =
        Experiment::fromText({reinterpret_cast<const char*>(data), size}, "fuzz");
    (void)experiment.problems();
    const std::string text = experiment.toText();
    if (Experiment::fromText(text, "again").toText() != text) std::abort();
  } catch (const nudge::Error&) {
    // What no reader would accept.
  }
}

const nudge::FuzzTarget kFuzzExperiment("FuzzExperiment", fuzzExperiment);

}  // namespace
