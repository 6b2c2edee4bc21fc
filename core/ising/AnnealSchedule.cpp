#include "core/ising/AnnealSchedule.h"

#include <cmath>

#include <fmt/format.h>

#include "core/base/Error.h"
#include "core/base/Segment.h"

namespace nudge {

namespace {

/// Limits are met to within what the rounding of times can do.
constexpr double kRounding = 1e-9;

void checkPoint(const AnnealPoint& point, std::size_t number) {
  if (!std::isfinite(point.time)) {
    throw Error(fmt::format("point {} of the annealing schedule is at time {}; it must be finite.",
                            number, point.time));
  }
  if (!(point.s >= 0 && point.s <= 1)) {
    throw Error(fmt::format("point {} of the annealing schedule has s = {}; s goes from 0 to 1.",
                            number, point.s));
  }
}

void checkStep(const AnnealPoint& from, const AnnealPoint& to, std::size_t number, bool reverse,
               const AnnealLimits& limits) {
  if (!(to.time > from.time)) {
    throw Error(
        fmt::format("point {} of the annealing schedule is at {} µs, not after the one "
                    "before it at {} µs; times must increase.",
                    number, to.time, from.time));
  }
  if (!reverse && to.s < from.s) {
    throw Error(
        fmt::format("s falls from {} to {} at point {} of the annealing schedule; in a "
                    "forward schedule, one that starts at s = 0, it may only rise.",
                    from.s, to.s, number));
  }
  const double slope = std::abs(to.s - from.s) / (to.time - from.time);
  if (slope > limits.steepest * (1 + kRounding)) {
    throw Error(
        fmt::format("the annealing schedule changes s by {:.4g} a µs before point {}; at "
                    "most {:.4g} is possible.",
                    slope, number, limits.steepest));
  }
}

}  // namespace

AnnealSchedule::AnnealSchedule(std::vector<AnnealPoint> points, const AnnealLimits& limits)
    : points_(std::move(points)) {
  if (points_.size() < 2 || points_.size() > limits.mostPoints) {
    throw Error(fmt::format("an annealing schedule of {} points; it can have 2 to {}.",
                            points_.size(), limits.mostPoints));
  }
  for (std::size_t p = 0; p < points_.size(); ++p) checkPoint(points_[p], p + 1);
  if (points_.front().time != 0) {
    throw Error(fmt::format("the annealing schedule begins at {} µs; it must begin at 0.",
                            points_.front().time));
  }
  if (points_.front().s != 0 && points_.front().s != 1) {
    throw Error(
        fmt::format("the annealing schedule begins with s = {}; it can begin with 0 "
                    "(forward) or 1 (reverse).",
                    points_.front().s));
  }
  for (std::size_t p = 1; p < points_.size(); ++p) {
    checkStep(points_[p - 1], points_[p], p + 1, isReverse(), limits);
  }
  if (points_.back().s != 1) {
    throw Error(fmt::format("the annealing schedule ends with s = {}; it must end with 1.",
                            points_.back().s));
  }
  if (duration() > limits.longest) {
    throw Error(fmt::format("the annealing schedule lasts {} µs; at most {} are possible.",
                            duration(), limits.longest));
  }
}

AnnealSchedule AnnealSchedule::forward(double time) { return AnnealSchedule({{0, 0}, {time, 1}}); }

AnnealSchedule AnnealSchedule::paused(double time, double s, double pause) {
  return AnnealSchedule({{0, 0}, {time * s, s}, {time * s + pause, s}, {time + pause, 1}});
}

AnnealSchedule AnnealSchedule::quenched(double time, double s, const AnnealLimits& limits) {
  return AnnealSchedule({{0, 0}, {time * s, s}, {time * s + (1 - s) / limits.steepest, 1}}, limits);
}

AnnealSchedule AnnealSchedule::reverse(double time, double s, double pause) {
  std::vector<AnnealPoint> points{{0, 1}, {time / 2, s}};
  if (pause > 0) points.push_back({time / 2 + pause, s});
  points.push_back({time + pause, 1});
  return AnnealSchedule(std::move(points));
}

double AnnealSchedule::at(double time) const {
  const Segment part =
      segmentAt(time, points_.size(), [this](std::size_t p) { return points_[p].time; });
  return part.between(points_[part.from].s, points_[part.from + 1].s);
}

std::vector<double> AnnealSchedule::sampled(int sweeps) const {
  if (sweeps < 1) {
    throw Error(fmt::format("{} sweeps: an annealing needs at least one.", sweeps));
  }
  std::vector<double> s;
  s.reserve(static_cast<std::size_t>(sweeps));
  for (int k = 0; k < sweeps; ++k) s.push_back(at(duration() * (k + 0.5) / sweeps));
  return s;
}

}  // namespace nudge
