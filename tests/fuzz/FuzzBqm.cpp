#include "core/ising/BqmFile.h"
#include "tests/fuzz/ProblemText.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  nudge::checkProblemText(data, size, nudge::parseBqm, nudge::writeBqm);
  return 0;
}
