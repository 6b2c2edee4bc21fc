#pragma once

#include <vector>

#include "core/chip/ChipShape.h"

namespace nudge {

/// A qubit as what it is on every family of chip: a straight piece of a line. Vertical lines are
/// numbered from the left, horizontal ones from the top. A piece crosses those lines of the other
/// orientation that are numbered `first` to `last`, and couples to the piece of them that crosses
/// its own line.
struct ChipSegment {
  int u = 0;      ///< 0 vertical, 1 horizontal
  int line = 0;   ///< which line of its orientation
  int half = 0;   ///< Zephyr: which of two rows of pieces that share a line; else 0
  int piece = 0;  ///< which along the line, from 0
  int first = 0, last = 0;

  bool covers(int crossing) const { return first <= crossing && crossing <= last; }
};

/// A qubit's segment; the qubit is 0 to labels() − 1.
ChipSegment segmentOf(const ChipShape& shape, int qubit);

/// The qubit of a line's piece; −1 where the line, half or piece is beyond the chip.
int qubitAt(const ChipShape& shape, int u, int line, int half, int piece);

/// How many lines there are of orientation u, and pieces along each half of one.
int lineCount(const ChipShape& shape, int u);
int pieceCount(const ChipShape& shape, int u);
/// 2 for Zephyr, else 1.
int halfCount(const ChipShape& shape);

/// The pieces of line `line` of orientation u that cross line `crossing` of the other orientation,
/// as qubits: at most one a half. Appends to `found`.
void piecesAcross(const ChipShape& shape, int u, int line, int crossing, std::vector<int>& found);

/// All qubits that a chip of this shape in full working order couples to a qubit, ascending. Those
/// of the rim of Pegasus that are not in the fabric are treated as any other.
std::vector<int> idealNeighbours(const ChipShape& shape, int qubit);

/// Whether a chip of this shape in full working order has the qubit: all do but some of Pegasus's
/// rim.
bool inFabric(const ChipShape& shape, int qubit);

}  // namespace nudge
