#include "core/ising/BqmFile.h"
#include "tests/fuzz/ProblemText.h"
#include "tests/fuzz/Target.h"

namespace {

void fuzzBqm(const std::uint8_t* data, std::size_t size) {
  nudge::checkProblemText(data, size, nudge::parseBqm, nudge::writeBqm);
}

const nudge::FuzzTarget kFuzzBqm("FuzzBqm", fuzzBqm);

}  // namespace
