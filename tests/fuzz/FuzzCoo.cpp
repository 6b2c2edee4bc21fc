#include "core/ising/CooFile.h"
#include "tests/fuzz/ProblemText.h"
#include "tests/fuzz/Target.h"

namespace {

void fuzzCoo(const std::uint8_t* data, std::size_t size) {
  nudge::checkProblemText(data, size, nudge::parseCoo, nudge::writeCoo);
}

const nudge::FuzzTarget kFuzzCoo("FuzzCoo", fuzzCoo);

}  // namespace
