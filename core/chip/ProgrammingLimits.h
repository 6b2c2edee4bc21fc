#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "core/chip/ChipShape.h"
#include "core/ising/IsingProblem.h"

namespace nudge {

/// From `low` to `high`, both possible.
struct ValueRange {
  double low = 0;
  double high = 0;

  bool holds(double value) const { return value >= low && value <= high; }
  bool operator==(const ValueRange&) const = default;
};

/// What a chip can be programmed with, in its own units, as D-Wave's solvers describe themselves.
struct ProgrammingLimits {
  ValueRange field{-4, 4};     ///< of h: h_range
  ValueRange coupling{-2, 1};  ///< of J: extended_j_range
  /// Of the signed sum of a qubit's J: per_qubit_coupling_range.
  std::optional<ValueRange> perQubit;
  /// Of the signed sum of the J in each of a qubit's two groups of couplers:
  /// per_group_coupling_range. Zephyr's alone has groups.
  std::optional<ValueRange> perGroup;

  /// Of a family's chips as they are sold: D-Wave 2000Q, Advantage, Advantage2.
  static ProgrammingLimits of(ChipFamily family);
};

/// Which of its two groups of couplers joins a Zephyr chip's `qubit` with its neighbour, 0 or 1:
/// the groups are the two halves of the qubit's length. Internal couplers go by the half that they
/// cross, odd and external ones by the end that they stand at. Nothing is checked.
int couplerGroup(const ChipShape& zephyr, int qubit, int neighbour);

/// The value of a problem that is nearest to its limit, or furthest beyond.
struct TightestLimit {
  /// How often the value holds the end of its range: the problem fits up to 1; 0 where all values
  /// are 0, infinite where a range leaves no room for a sign.
  double share = 0;
  std::string what;  ///< for people: "h of qubit 30"
  double value = 0;
  ValueRange range;
};

/// `qubits` are those of the problem's spins on a chip of this shape. All values divided by
/// `share` fill the chip's range [D-Wave's auto_scale].
TightestLimit tightestLimit(const IsingProblem& problem, std::span<const std::int32_t> qubits,
                            const ChipShape& shape, const ProgrammingLimits& limits);

}  // namespace nudge
