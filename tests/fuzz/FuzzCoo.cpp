#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string_view>

#include "core/base/Error.h"
#include "core/ising/CooFile.h"

/// Any text is a problem that reads back as it was written, or an Error.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const nudge::IsingProblem problem = nudge::parseCoo(text, "fuzz");
    if (problem.spins() > 10'000) return 0;  // writing millions of zeros finds nothing
    std::ostringstream out;
    nudge::writeCoo(problem, out);
    const nudge::IsingProblem again = nudge::parseCoo(out.str(), "fuzz");
    if (again.spins() != problem.spins() ||
        again.couplings().size() != problem.couplings().size()) {
      std::abort();
    }
  } catch (const nudge::Error&) {
  }
  return 0;
}
