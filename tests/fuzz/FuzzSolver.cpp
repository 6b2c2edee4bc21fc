#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/base/Error.h"
#include "core/cloud/ChipTime.h"
#include "core/cloud/QpFormat.h"
#include "tests/fuzz/Target.h"

namespace {

/// Any text is a solver whose qubits and couplers a problem can be written for, or an Error.
void fuzzSolver(const std::uint8_t* data, std::size_t size) {
  try {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto solver = nudge::solverFrom(nudge::parseReply(text, "fuzz"), "fuzz");
    const nudge::QpFormat format(solver);
    const std::vector<double> linear(solver.qubits.size());
    const nudge::QpData problem = format.encode(solver.qubits, linear, {}, 0);
    if (format.decode(problem, nudge::ProblemType::Ising).qubits.size() != solver.qubits.size()) {
      std::abort();
    }
    (void)nudge::mostReads(solver);
    (void)nudge::estimateTime(solver, {});
  } catch (const nudge::Error&) {
  }
}

const nudge::FuzzTarget kFuzzSolver("FuzzSolver", fuzzSolver);

}  // namespace
