#include "widgets/CellGrid.h"

#include <algorithm>

namespace nudge {

CellGrid CellGrid::fit(int count, const QRect& area, int largest) {
  CellGrid grid;
  grid.count = count;
  if (count <= 0 || area.isEmpty()) return grid;
  double best = -1;
  for (int width = 1; width <= std::min(largest, area.width()); ++width) {
    // The tallest cell of this width that leaves room for all, if it is not out of proportion.
    const int most = area.width() / width;
    const int lines = (count + most - 1) / most;
    const int height = std::min({area.height() / lines, largest, width + (width + 1) / 2});
    if (height < 1 || 3 * height < 2 * width) continue;
    const double size = width * height;
    const double oblong = static_cast<double>(std::max(width, height)) / std::min(width, height);
    const double score = size / (0.75 + 0.25 * oblong);
    if (score > best) {
      best = score;
      grid.cell = {width, height};
      grid.rows = lines;
    }
  }
  if (best < 0) {  // no room for all: one pixel each, the rest is cut
    grid.cell = {1, 1};
    grid.rows = (count + area.width() - 1) / area.width();
  }
  grid.columns = std::max(1, (count + grid.rows - 1) / grid.rows);
  const QSize used(grid.columns * grid.cell.width(), grid.rows * grid.cell.height());
  grid.origin = {area.left() + std::max(0, area.width() - used.width()) / 2, area.top()};
  return grid;
}

int CellGrid::at(const QPoint& point) const {
  if (!bounds().contains(point)) return -1;
  const int column = (point.x() - origin.x()) / cell.width();
  const int row = (point.y() - origin.y()) / cell.height();
  const int index = row * columns + column;
  return index < count ? index : -1;
}

}  // namespace nudge
