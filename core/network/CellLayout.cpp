#include "core/network/CellLayout.h"

#include <algorithm>
#include <cstdlib>

namespace nudge {

namespace {

/// Couplers from half a cell to the horizontal half of cell (0, 0): along the rows and columns, and
/// once within a cell for every turn.
int distance(const HalfCell& half) {
  const int across = std::abs(half.row) + std::abs(half.column);
  if (half.side == 0) return across + 1;
  return half.row == 0 ? across : across + 2;
}

bool sameCell(const HalfCell& a, const HalfCell& b) {
  return a.row == b.row && a.column == b.column;
}

/// Whether couplers run between the two, like to like.
bool neighbours(const HalfCell& a, const HalfCell& b) {
  if (a.side != b.side) return false;
  const int down = std::abs(a.row - b.row), right = std::abs(a.column - b.column);
  return a.side == 0 ? down == 1 && right == 0 : down == 0 && right == 1;
}

template <class Visit>
void eachHalf(int rows, int columns, const Visit& visit) {
  for (int row = 0; row < rows; ++row) {
    for (int column = 0; column < columns; ++column) {
      for (int side = 0; side < 2; ++side) {
        visit(HalfCell{row, column, side}, distance({row - rows / 2, column - columns / 2, side}));
      }
    }
  }
}

}  // namespace

CellLayout::CellLayout(int rows, int columns, int layers)
    : halves_(static_cast<std::size_t>(layers)) {
  eachHalf(rows, columns, [&](const HalfCell& half, int away) {
    if (away < layers) halves_[static_cast<std::size_t>(layers - 1 - away)].push_back(half);
  });
}

int CellLayout::deepest(int rows, int columns) {
  int most = 0;
  eachHalf(rows, columns, [&](const HalfCell&, int away) { most = std::max(most, away + 1); });
  return most;
}

std::vector<CellWire> CellLayout::wires(int n) const {
  std::vector<CellWire> found;
  const std::vector<HalfCell>& above = layer(n);
  const std::vector<HalfCell>& below = layer(n - 1);
  for (std::size_t a = 0; a < above.size(); ++a) {
    for (int k = 0; k < kQubits; ++k) {
      const int own = static_cast<int>(a) * kQubits + k;
      for (std::size_t b = 0; b < below.size(); ++b) {
        const int first = static_cast<int>(b) * kQubits;
        if (sameCell(above[a], below[b])) {
          for (int other = 0; other < kQubits; ++other) found.push_back({own, first + other, true});
        } else if (neighbours(above[a], below[b])) {
          found.push_back({own, first + k, false});
        }
      }
    }
  }
  return found;
}

}  // namespace nudge
