#pragma once

#include "core/chip/ChipShape.h"

namespace nudge {

/// Orientation u of every family: 0 vertical, 1 horizontal.

/// Chimera: cell in row i and column j, the k-th qubit of orientation u in it.
struct ChimeraCoordinate {
  int i = 0, j = 0, u = 0, k = 0;
  bool operator==(const ChimeraCoordinate&) const = default;
};

/// Pegasus: orientation u, perpendicular offsets w (large) and k (small, 0 to 11), parallel z.
struct PegasusCoordinate {
  int u = 0, w = 0, k = 0, z = 0;
  bool operator==(const PegasusCoordinate&) const = default;
};

/// Pegasus as three layers t of Chimera-like cells in row y and column x; k is 0 to 3. Qubits of
/// the rim may have y or x −1 or m − 1.
struct NiceCoordinate {
  int t = 0, y = 0, x = 0, u = 0, k = 0;
  bool operator==(const NiceCoordinate&) const = default;
};

/// Zephyr: orientation u, perpendicular offsets w (large) and k (small), shift j (0 or 1),
/// parallel z.
struct ZephyrCoordinate {
  int u = 0, w = 0, k = 0, j = 0, z = 0;
  bool operator==(const ZephyrCoordinate&) const = default;
};

/// A qubit's number in D-Wave's linear order, and back. The shape must be of the coordinate's
/// family, and the qubit 0 to labels() − 1; nothing is checked.
int linearOf(const ChipShape& shape, const ChimeraCoordinate& at);
int linearOf(const ChipShape& shape, const PegasusCoordinate& at);
int linearOf(const ChipShape& shape, const ZephyrCoordinate& at);
ChimeraCoordinate chimeraOf(const ChipShape& shape, int qubit);
PegasusCoordinate pegasusOf(const ChipShape& shape, int qubit);
ZephyrCoordinate zephyrOf(const ChipShape& shape, int qubit);
NiceCoordinate niceOf(const PegasusCoordinate& at);
PegasusCoordinate pegasusOf(const NiceCoordinate& at);

/// For people: "row 0, column 3, u 1, k 2" and the like, in the family's own letters.
std::string coordinateText(const ChipShape& shape, int qubit);

/// Where a qubit is drawn: x to the right from 0 to 1, y upwards from −1 to 0.
struct ChipPosition {
  double x = 0, y = 0;
};

/// The qubit's place in D-Wave's drawings of a family (dwave_networkx's default layouts): the
/// shape fills the unit square, or less where it has fewer rows or columns.
ChipPosition drawingPosition(const ChipShape& shape, int qubit);

}  // namespace nudge
