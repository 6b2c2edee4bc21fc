#include "widgets/SchedulePoints.h"

#include <algorithm>
#include <cmath>

namespace nudge {

namespace {
constexpr double kLeastTime = 0.002;  // least time between two points
constexpr double kSnap = 0.012;  // how close to a multiple of kLevelStep a level is drawn to it
constexpr double kLevelStep = 0.05;

/// What a hand sets needs no more digits than a file should show.
double threeDecimals(double value) { return std::round(value * 1000) / 1000; }

}  // namespace

double snappedLightly(double s) {
  const double nearest = std::round(s / kLevelStep) / std::round(1 / kLevelStep);
  return std::abs(s - nearest) < kSnap ? nearest : s;
}

SchedulePoints::SchedulePoints(const std::vector<double>& flat, bool reverse) : reverse_(reverse) {
  for (std::size_t i = 0; i + 1 < flat.size(); i += 2) {
    if (!std::isfinite(flat[i]) || !std::isfinite(flat[i + 1])) continue;
    points_.push_back({std::clamp(flat[i], 0.0, 1.0), std::clamp(flat[i + 1], 0.0, 1.0)});
  }
  if (points_.empty() && reverse) points_.push_back({0.5, 0.5});
  std::stable_sort(points_.begin(), points_.end(),
                   [](const SchedulePoint& a, const SchedulePoint& b) { return a.t < b.t; });
  std::erase_if(points_, [](const SchedulePoint& p) { return p.t <= 0 || p.t >= 1; });
  // Of points at the same time the first stays.
  const auto same = [](const SchedulePoint& a, const SchedulePoint& b) { return a.t == b.t; };
  points_.erase(std::unique(points_.begin(), points_.end(), same), points_.end());
  points_.insert(points_.begin(), {0, reverse ? 1.0 : 0.0});
  points_.push_back({1, 1});
}

std::vector<double> SchedulePoints::flat() const {
  std::vector<double> all;
  all.reserve(2 * points_.size());
  for (const SchedulePoint& point : points_) all.insert(all.end(), {point.t, point.s});
  return all;
}

double SchedulePoints::valueAt(double t) const {
  const auto after = std::find_if(points_.begin() + 1, points_.end() - 1,
                                  [t](const SchedulePoint& p) { return p.t >= t; });
  const SchedulePoint& a = *(after - 1);
  const SchedulePoint& b = *after;
  const double share = std::clamp((t - a.t) / (b.t - a.t), 0.0, 1.0);
  return a.s + share * (b.s - a.s);
}

bool SchedulePoints::move(int index, SchedulePoint to) {
  if (!isInner(index)) return false;
  const double least = at(index - 1).t + kLeastTime;
  const double most = at(index + 1).t - kLeastTime;
  SchedulePoint& point = points_[static_cast<std::size_t>(index)];
  const SchedulePoint before = point;
  if (least <= most) point.t = threeDecimals(std::clamp(to.t, least, most));
  point.s = threeDecimals(std::clamp(to.s, 0.0, 1.0));
  return point != before;
}

int SchedulePoints::add(double t) {
  for (int i = 1; i < count(); ++i) {
    if (t > at(i).t && i < count() - 1) continue;
    const double least = at(i - 1).t + kLeastTime;
    const double most = at(i).t - kLeastTime;
    if (least > most) return -1;
    const double where = threeDecimals(std::clamp(t, least, most));
    points_.insert(points_.begin() + i, {where, threeDecimals(valueAt(where))});
    return i;
  }
  return -1;
}

bool SchedulePoints::remove(int index) {
  if (!isInner(index)) return false;
  points_.erase(points_.begin() + index);
  return true;
}

}  // namespace nudge
