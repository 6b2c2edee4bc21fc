#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string_view>

#include "core/base/Error.h"
#include "core/ising/IsingProblem.h"

namespace nudge {

/// Any text is a problem that reads back as it was written, or an Error.
template <class Parse, class Write>
void checkProblemText(const std::uint8_t* data, std::size_t size, const Parse& parse,
                      const Write& write) {
  try {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const IsingProblem problem = parse(text, "fuzz");
    if (problem.spins() > 10'000) return;  // writing millions of zeros finds nothing
    std::ostringstream out;
    write(problem, out);
    const IsingProblem again = parse(out.str(), "fuzz");
    if (again.spins() != problem.spins() ||
        again.couplings().size() != problem.couplings().size()) {
      std::abort();
    }
  } catch (const Error&) {
  }
}

}  // namespace nudge
