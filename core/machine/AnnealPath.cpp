#include "core/machine/AnnealPath.h"

#include <cmath>

namespace nudge {

namespace {

/// s at time t on straight lines between points t, s, t, s, …
double valueAt(const std::vector<double>& points, double t) {
  for (std::size_t i = 2; i < points.size(); i += 2) {
    if (t > points[i] && i + 2 < points.size()) continue;
    const double part = (t - points[i - 2]) / (points[i] - points[i - 2]);
    return points[i - 1] + part * (points[i + 1] - points[i - 1]);
  }
  return points.back();
}

}  // namespace

bool startsFromState(const AnnealingSettings& settings, Phase phase) {
  return phase == Phase::Nudge && (settings.reverseTo > 0 || !settings.reverse.empty());
}

std::vector<double> schedulePoints(const AnnealingSettings& settings, Phase phase) {
  if (startsFromState(settings, phase)) {
    if (!settings.reverse.empty()) return settings.reverse;
    return {0, 1, 0.5, settings.reverseTo, 1, 1};
  }
  return settings.forward.empty() ? std::vector<double>{0, 0, 1, 1} : settings.forward;
}

std::vector<double> annealPath(const AnnealingSettings& settings, Phase phase) {
  const int n = settings.sweeps;
  std::vector<double> path;
  if (startsFromState(settings, phase) && settings.reverse.empty()) {
    const int turn = static_cast<int>(std::floor(settings.reverseTo * n));
    for (int k = n - 1; k >= turn; --k) path.push_back(static_cast<double>(k) / (n - 1));
    for (int k = turn + 1; k < n; ++k) path.push_back(static_cast<double>(k) / (n - 1));
    return path;
  }
  const std::vector<double> points = schedulePoints(settings, phase);
  for (int k = 0; k < n; ++k) path.push_back(valueAt(points, static_cast<double>(k) / (n - 1)));
  return path;
}

}  // namespace nudge
