#pragma once

#include <string>
#include <string_view>

namespace nudge {

/// How the qubits of an annealing chip are wired.
enum class ChipFamily { Chimera, Pegasus, Zephyr };

/// "chimera", "pegasus" or "zephyr".
std::string_view nameOf(ChipFamily family);

/// A chip's family and size, in D-Wave's terms:
///  - Chimera C(m, n, t): m × n cells, in each t vertical qubits that all meet t horizontal ones;
///  - Pegasus P(m): the fabric, without the qubits at the rim that meet no other orientation;
///  - Zephyr Z(m, t).
struct ChipShape {
  ChipFamily family = ChipFamily::Chimera;
  int m = 1;  ///< rows of cells (Chimera), else the grid parameter
  int n = 1;  ///< columns of cells (Chimera), else m
  int t = 4;  ///< the tile parameter; 12 for Pegasus

  static constexpr int kLargestGrid = 100;
  static constexpr int kLargestTile = 16;
  static constexpr int kMostLabels = 200'000;

  /// From `chimera:16`, `chimera:3,5`, `chimera:3,5,2`, `pegasus:16`, `zephyr:15` or `zephyr:2,2`;
  /// t is 4 unless given. Throws Error for another family, another number of sizes, or sizes
  /// beyond the limits above.
  static ChipShape parse(std::string_view text);
  /// What parse() reads, as short as it can be.
  std::string text() const;
  /// How many qubits could be numbered, the missing ones of the rim included: D-Wave's num_qubits.
  int labels() const;

  bool operator==(const ChipShape&) const = default;
};

}  // namespace nudge
