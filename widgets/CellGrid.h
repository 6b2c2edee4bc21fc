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
  QSize map;      ///< cells of a map, where the cells are those of maps side by side; else empty
  int gap = 0;    ///< between maps

  /// @param largest no cell becomes larger than this
  static CellGrid fit(int count, const QRect& area, int largest);

  /// The same for `maps` maps of this many cells, each in one piece; maps that find no room even
  /// with cells of a pixel are left out.
  static CellGrid fitMaps(int maps, const QSize& map, const QRect& area, int largest);

  QRect rect(int index) const;
  /// The cell at a point, or −1.
  int at(const QPoint& point) const;
  QRect bounds() const;

 private:
  QSize pitch() const {  ///< from one map to the next
    return {map.width() * cell.width() + gap, map.height() * cell.height() + gap};
  }
};

}  // namespace nudge
