#include "core/chip/ProgrammingLimits.h"

#include <array>
#include <cmath>
#include <vector>

#include <fmt/format.h>

#include "core/chip/ChipCoordinates.h"

namespace nudge {

namespace {

double shareOf(double value, const ValueRange& range) {
  if (value == 0) return 0;
  const double end = value > 0 ? range.high : range.low;
  return end == 0 ? INFINITY : value / end;
}

/// Keeps the tightest; its words are only made for that.
template <class What>
void hold(TightestLimit& tightest, double value, const ValueRange& range, What what) {
  const double share = shareOf(value, range);
  if (share > tightest.share) tightest = {share, what(), value, range};
}

}  // namespace

ProgrammingLimits ProgrammingLimits::of(ChipFamily family) {
  ProgrammingLimits limits;
  switch (family) {
    case ChipFamily::Chimera:
      limits.field = {-2, 2};
      limits.perQubit = {-9, 6};
      break;
    case ChipFamily::Pegasus:
      limits.perQubit = {-18, 15};
      break;
    case ChipFamily::Zephyr:
      limits.field = {-6, 6};
      limits.perGroup = {-13, 10};
      break;
  }
  return limits;
}

int couplerGroup(const ChipShape& zephyr, int qubit, int neighbour) {
  const ZephyrCoordinate at = zephyrOf(zephyr, qubit);
  const ZephyrCoordinate to = zephyrOf(zephyr, neighbour);
  // A qubit lies across the columns (rows) 2z + j and 2z + j + 1 of those that cross it.
  if (to.u != at.u) return to.w == 2 * at.z + at.j ? 1 : 0;
  // Where its neighbour along the line begins before it, the coupler stands at that end.
  if (to.j != at.j) return 2 * to.z + to.j < 2 * at.z + at.j ? 1 : 0;
  return to.z < at.z ? 1 : 0;
}

TightestLimit tightestLimit(const IsingProblem& problem, std::span<const std::int32_t> qubits,
                            const ChipShape& shape, const ProgrammingLimits& limits) {
  TightestLimit tightest;
  const auto qubitOf = [&](std::int32_t spin) { return qubits[static_cast<std::size_t>(spin)]; };
  const auto fields = problem.fields();
  for (std::size_t i = 0; i < fields.size(); ++i)
    hold(tightest, fields[i], limits.field,
         [&] { return fmt::format("h of qubit {}", qubits[i]); });
  std::vector<double> sums(problem.spins());
  std::vector<std::array<double, 2>> groups(limits.perGroup ? problem.spins() : 0);
  for (const Coupling& c : problem.couplings()) {
    hold(tightest, c.value, limits.coupling,
         [&] { return fmt::format("J of qubits {} and {}", qubitOf(c.i), qubitOf(c.j)); });
    for (const auto& [end, other] : {std::pair(c.i, c.j), std::pair(c.j, c.i)}) {
      sums[static_cast<std::size_t>(end)] += c.value;
      if (!limits.perGroup || shape.family != ChipFamily::Zephyr) continue;
      const int group = couplerGroup(shape, qubitOf(end), qubitOf(other));
      groups[static_cast<std::size_t>(end)][static_cast<std::size_t>(group)] += c.value;
    }
  }
  if (limits.perQubit) {
    for (std::size_t i = 0; i < sums.size(); ++i)
      hold(tightest, sums[i], *limits.perQubit,
           [&] { return fmt::format("the sum of all J of qubit {}", qubits[i]); });
  }
  for (std::size_t i = 0; i < groups.size(); ++i) {
    for (const double sum : groups[i])
      hold(tightest, sum, *limits.perGroup,
           [&] { return fmt::format("the sum of the J of half of qubit {}", qubits[i]); });
  }
  return tightest;
}

}  // namespace nudge
