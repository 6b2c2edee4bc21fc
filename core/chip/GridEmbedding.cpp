#include "core/chip/GridEmbedding.h"

namespace nudge {

namespace {

/// Which lines are taken: k of every column's vertical and every row's horizontal line.
struct GridLines {
  int firstRow = 0, firstColumn = 0;
  std::vector<int> vertical, horizontal;
};

class GridPlacer {
 public:
  GridPlacer(const SourceGraph& source, const ChipGraph& chip)
      : rows_(source.gridRows), columns_(source.gridColumns), chip_(chip), shape_(chip.shape()) {}

  std::optional<Embedding> place() const {
    for (int row = 0; row + rows_ <= shape_.m; ++row) {
      for (int column = 0; column + columns_ <= shape_.n; ++column) {
        GridLines lines{row, column, {}, {}};
        if (choose(lines)) return chains(lines);
      }
    }
    return {};
  }

 private:
  int qubit(const GridLines& lines, int i, int j, int u, int k) const {
    return linearOf(shape_, ChimeraCoordinate{lines.firstRow + i, lines.firstColumn + j, u, k});
  }

  /// Whether all of a line's qubits work and hang together: `count` of them from (i, j) on.
  bool whole(const GridLines& lines, int i, int j, int u, int k, int count) const {
    int last = -1;
    for (int step = 0; step < count; ++step) {
      const int next = qubit(lines, i + (u == 0 ? step : 0), j + (u == 0 ? 0 : step), u, k);
      if (!chip_.hasQubit(next) || (last >= 0 && !chip_.hasCoupler(last, next))) return false;
      last = next;
    }
    return true;
  }

  bool choose(GridLines& lines) const {
    for (int j = 0; j < columns_; ++j) {
      int k = 0;
      while (k < shape_.t && !whole(lines, 0, j, 0, k, rows_)) ++k;
      if (k == shape_.t) return false;
      lines.vertical.push_back(k);
    }
    for (int i = 0; i < rows_; ++i) {
      int k = 0;
      while (k < shape_.t && !(whole(lines, i, 0, 1, k, columns_) && crosses(lines, i, k))) ++k;
      if (k == shape_.t) return false;
      lines.horizontal.push_back(k);
    }
    return true;
  }

  /// Whether row i's line k is coupled to all columns' lines.
  bool crosses(const GridLines& lines, int i, int k) const {
    for (int j = 0; j < columns_; ++j) {
      const int standing = qubit(lines, i, j, 0, lines.vertical[static_cast<std::size_t>(j)]);
      if (!chip_.hasCoupler(standing, qubit(lines, i, j, 1, k))) return false;
    }
    return true;
  }

  Embedding chains(const GridLines& lines) const {
    Embedding made;
    for (int i = 0; i < rows_; ++i) {
      for (int j = 0; j < columns_; ++j) {
        made.chains.push_back(
            {qubit(lines, i, j, 0, lines.vertical[static_cast<std::size_t>(j)]),
             qubit(lines, i, j, 1, lines.horizontal[static_cast<std::size_t>(i)])});
      }
    }
    return made;
  }

  int rows_, columns_;
  const ChipGraph& chip_;
  const ChipShape& shape_;
};

}  // namespace

std::optional<Embedding> embedGrid(const SourceGraph& source, const ChipGraph& chip) {
  if (source.gridRows == 0 || chip.shape().family != ChipFamily::Chimera) return {};
  return GridPlacer(source, chip).place();
}

}  // namespace nudge
