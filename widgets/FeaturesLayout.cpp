#include "widgets/FeaturesLayout.h"

#include <algorithm>
#include <cmath>

namespace nudge {

namespace {
constexpr double kTileGap = 6;  // between tiles
constexpr int kWidestRow = 12;  // classes side by side
constexpr int kFewestTiles = 3;
constexpr double kWireTiles = 0.8;      // height of the wires in tiles, at least
constexpr double kMostWireTiles = 2.2;  // and where there is room
constexpr double kLeastTile = 12;
/// Rows of classes, tiles of the widest row, and units that are shown.
struct Counts {
  int rows, columns, units;
};

Counts countsIn(double width, int classes, int units, const QFontMetrics& small) {
  // Weights of wires side by side must not run into each other.
  const double widest = small.horizontalAdvance(QStringLiteral("−0.0000 "));
  const int fitting = std::max(kFewestTiles, static_cast<int>(width / widest));
  const int inRow = std::min(kWidestRow, fitting);
  const int rows = std::max(1, (classes + inRow - 1) / inRow);
  const int shown = std::min(units, fitting);
  return {rows, std::max({1, (classes + rows - 1) / rows, shown}), shown};
}

}  // namespace

FeaturesLayout FeaturesLayout::fit(const QRectF& area, int classes, int units, bool maps,
                                   double aspect, const QFontMetrics& small) {
  FeaturesLayout layout;
  layout.line = small.height();
  const double line = layout.line, title = line + 4;
  const Counts counts = countsIn(area.width(), classes, units, small);
  const int rows = counts.rows, columns = counts.columns;
  units = counts.units;
  const bool hidden = units > 0;
  const int unitRows = hidden ? (maps ? 3 : 2) : 0;
  // A class has one line beneath it, a unit two and the weight above it; the others none.
  const double fixed =
      title + rows * (line + kTileGap) + (hidden ? title * unitRows + 3 * line + 3 * kTileGap : 0);
  const double wires = hidden ? kWireTiles : 0;
  const double byHeight = (area.height() - fixed) / (rows + unitRows + wires);
  const double byWidth =
      ((area.width() - kTileGap * (columns - 1)) / columns) / std::max(aspect, 0.2);
  const double height = std::floor(std::max(kLeastTile, std::min(byHeight, byWidth)));
  const QSizeF tile(std::floor(height * aspect), height);
  // Spread over the width, but not so far that wires become flat.
  const double pitch = std::min((area.width() - tile.width()) / std::max(1, columns - 1),
                                tile.width() * 1.6 + kTileGap);
  const double first = area.left() + (area.width() - (pitch * (columns - 1) + tile.width())) / 2;
  double y = area.top();
  const auto titleAt = [&](QRectF& rect) {
    rect = QRectF(area.left(), y, area.width(), line);
    y += title;
  };
  const auto rowOf = [&](int count) {
    std::vector<QRectF> rects;
    rects.reserve(static_cast<std::size_t>(count));
    const double inset = pitch * (columns - count) / 2;
    for (int i = 0; i < count; ++i)
      rects.emplace_back(QPointF(std::round(first + inset + pitch * i), std::round(y)), tile);
    y += height;
    return rects;
  };
  titleAt(layout.classTitle);
  for (int row = 0, done = 0; row < rows; ++row) {
    const int count = std::min((classes + rows - 1) / rows, classes - done);
    for (const QRectF& rect : rowOf(count)) layout.classes.push_back(rect);
    done += count;
    y += line + kTileGap;
  }
  if (!hidden) return layout;
  titleAt(layout.unitTitle);
  // Wires come under the line that says what they join, and take what room is left.
  const double spare = area.height() - fixed - (rows + unitRows) * height;
  y += std::clamp(spare, std::max(2 * line, wires * height), kMostWireTiles * height) + line;
  layout.units = rowOf(units);
  y += 2 * line + kTileGap;
  titleAt(layout.fieldTitle);
  layout.fields = rowOf(units);
  y += kTileGap;
  if (!maps) return layout;
  titleAt(layout.mapTitle);
  layout.maps = rowOf(units);
  return layout;
}

}  // namespace nudge
