#pragma once

#include <vector>

namespace nudge {

/// A place on the sheet: x to the right, y downwards, a digit being one unit tall.
struct PenPoint {
  float x = 0;
  float y = 0;
};

/// One way of writing a digit. A stroke lists the points the pen passes through, smoothly; a point
/// named twice in a row is a corner, and a stroke that ends where it began is a closed loop.
/// Points are shared by number, so that strokes that meet still meet when points are moved.
struct DigitShape {
  std::vector<PenPoint> points;
  std::vector<std::vector<int>> strokes;
};

/// The ways of writing digit 0 … 9; at least two each.
const std::vector<DigitShape>& digitShapes(int digit);

}  // namespace nudge
