#pragma once

#include <cstddef>
#include <vector>

namespace nudge {

/// A point of an annealing schedule: the share of the anneal's time that has passed, and how far
/// the anneal is, 0 (hot, all quantum) … 1 (cold, all problem).
struct SchedulePoint {
  double t = 0;
  double s = 0;

  bool operator==(const SchedulePoint&) const = default;
};

/// A piecewise linear annealing schedule s(t) under a hand: always whole, whatever is done to it.
/// t rises strictly from 0 to 1; s is in [0, 1], 0 (forward) or 1 (reverse) first and 1 last. Only
/// the points between the ends can be changed.
class SchedulePoints {
 public:
  explicit SchedulePoints(bool reverse = false) : SchedulePoints({}, reverse) {}
  /// From t, s, t, s, …; what is not allowed is mended: values clamped, points sorted, ends put in.
  /// Without points: a straight line forward, and half-way back and forth for reverse.
  SchedulePoints(const std::vector<double>& flat, bool reverse);

  std::vector<double> flat() const;  ///< t, s, t, s, …
  int count() const { return static_cast<int>(points_.size()); }
  const SchedulePoint& at(int index) const { return points_[static_cast<std::size_t>(index)]; }
  bool isInner(int index) const { return index > 0 && index < count() - 1; }
  bool reverse() const { return reverse_; }
  /// s at a time, between the points by straight lines.
  double valueAt(double t) const;

  /// Moves an inner point as far as its neighbours and [0, 1] allow, to three decimals; says
  /// whether it moved.
  bool move(int index, SchedulePoint to);
  /// Puts a point on the line; its index, or −1 where there is no room between two points.
  int add(double t);
  /// Takes an inner point out; says whether it did.
  bool remove(int index);

  bool operator==(const SchedulePoints&) const = default;

 private:
  std::vector<SchedulePoint> points_;
  bool reverse_ = false;
};

/// s at the nearest multiple of 0.05 when it is close to it, else as it is.
double snappedLightly(double s);

}  // namespace nudge
