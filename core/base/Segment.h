#pragma once

#include <algorithm>
#include <cstddef>

namespace nudge {

/// A place on a line through points: between which two it is, and how far.
struct Segment {
  std::size_t from = 0;  ///< the point before it; the next is from + 1
  double past = 0;       ///< from that point to the place
  double length = 1;     ///< from that point to the next

  /// Straight from `a` at the point before to `b` at the next; exact at both.
  double between(double a, double b) const {
    return past == length ? b : a + (b - a) * past / length;
  }
};

/// The segment of two or more points, whose places rise, in which `place` lies; places beyond them
/// are those of the first and the last. `placeOf(p)` is the place of a point.
template <class PlaceOf>
Segment segmentAt(double place, std::size_t points, PlaceOf placeOf) {
  const double at = std::clamp<double>(place, placeOf(0), placeOf(points - 1));
  std::size_t next = 1;
  for (std::size_t last = points - 1; next < last;) {
    const std::size_t middle = next + (last - next) / 2;
    if (placeOf(middle) < at) {
      next = middle + 1;
    } else {
      last = middle;
    }
  }
  const double before = placeOf(next - 1);
  return {next - 1, at - before, placeOf(next) - before};
}

}  // namespace nudge
