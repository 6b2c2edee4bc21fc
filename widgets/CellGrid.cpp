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

CellGrid CellGrid::fitMaps(int maps, const QSize& map, const QRect& area, int largest) {
  CellGrid grid;
  grid.map = map;
  if (maps <= 0 || map.isEmpty() || area.isEmpty()) return grid;
  for (int side = largest; side >= 1; --side) {
    grid.gap = side >= 3 ? 3 : 1;
    grid.cell = {side, side};
    const QSize pitch = grid.pitch();
    grid.columns = std::max(1, (area.width() + grid.gap) / pitch.width());
    grid.rows = std::max(1, (area.height() + grid.gap) / pitch.height());
    if (grid.columns * grid.rows >= maps || side == 1) break;
  }
  const int shown = std::min(maps, grid.columns * grid.rows);
  grid.count = shown * map.width() * map.height();
  // As even as the number of rows allows.
  const int needed = (shown + grid.columns - 1) / grid.columns;
  grid.rows = needed;
  grid.columns = (shown + needed - 1) / needed;
  grid.origin = {area.left() + std::max(0, area.width() - grid.bounds().width()) / 2, area.top()};
  return grid;
}

QRect CellGrid::rect(int index) const {
  if (map.isEmpty())
    return {origin + QPoint(index % columns * cell.width(), index / columns * cell.height()), cell};
  const int area = map.width() * map.height();
  const int which = index / area;
  const int place = index % area;
  const QPoint corner(which % columns * pitch().width() + place % map.width() * cell.width(),
                      which / columns * pitch().height() + place / map.width() * cell.height());
  return {origin + corner, cell};
}

QRect CellGrid::bounds() const {
  if (map.isEmpty()) return {origin, QSize(columns * cell.width(), rows * cell.height())};
  return {origin, QSize(columns * pitch().width() - gap, rows * pitch().height() - gap)};
}

int CellGrid::at(const QPoint& point) const {
  if (!bounds().contains(point)) return -1;
  if (!map.isEmpty()) {
    const QPoint off = point - origin;
    const QPoint inside(off.x() % pitch().width(), off.y() % pitch().height());
    if (inside.x() >= map.width() * cell.width() || inside.y() >= map.height() * cell.height())
      return -1;
    const int which = off.y() / pitch().height() * columns + off.x() / pitch().width();
    const int place = inside.y() / cell.height() * map.width() + inside.x() / cell.width();
    const int index = which * map.width() * map.height() + place;
    return index < count ? index : -1;
  }
  const int column = (point.x() - origin.x()) / cell.width();
  const int row = (point.y() - origin.y()) / cell.height();
  const int index = row * columns + column;
  return index < count ? index : -1;
}

}  // namespace nudge
