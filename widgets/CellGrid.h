#pragma once

#include <QPoint>
#include <QRect>
#include <QSize>

namespace nudge {

/// Where the cells of a layer lie: any count in a rectangle of whole device pixels, row after row.
/// Cells are as large as they can be, nearly square, and all of one size, so that nothing shimmers.
struct CellGrid {
  int count = 0;
  int columns = 1;
  int rows = 1;
  QSize cell{1, 1};
  QPoint origin;  ///< of cell 0

  /// @param largest no cell becomes larger than this
  static CellGrid fit(int count, const QRect& area, int largest);

  QRect rect(int index) const {
    return {origin + QPoint(index % columns * cell.width(), index / columns * cell.height()), cell};
  }
  /// The cell at a point, or −1.
  int at(const QPoint& point) const;
  QRect bounds() const { return {origin, QSize(columns * cell.width(), rows * cell.height())}; }
};

}  // namespace nudge
