#include "widgets/Bins.h"

#include <algorithm>
#include <cmath>

namespace nudge {

namespace {

constexpr double kFewest = 10;
constexpr double kMost = 60;

/// Quantile q of sorted values, between neighbours by a straight line.
double quantile(const std::vector<double>& sorted, double q) {
  const double at = q * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(at);
  const std::size_t above = std::min(below + 1, sorted.size() - 1);
  return sorted[below] + (at - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

/// 0 where the rule has nothing to say.
double wishedWidth(std::span<const double> values) {
  if (values.size() < 2) return 0;
  std::vector<double> sorted(values.begin(), values.end());
  std::sort(sorted.begin(), sorted.end());
  const double iqr = quantile(sorted, 0.75) - quantile(sorted, 0.25);
  return 2 * iqr / std::cbrt(static_cast<double>(values.size()));
}

}  // namespace

int Bins::of(double value) const {
  return static_cast<int>(std::clamp(std::floor((value - low) / width), 0.0, count - 1.0));
}

std::vector<int> Bins::counted(std::span<const double> values) const {
  std::vector<int> counts(static_cast<std::size_t>(count));
  for (const double value : values) ++counts[static_cast<std::size_t>(of(value))];
  return counts;
}

Bins commonBins(std::span<const double> a, std::span<const double> b) {
  if (a.empty() && b.empty()) return {};
  double low = INFINITY;
  double high = -INFINITY;
  for (const std::span<const double>& values : {a, b}) {
    for (const double value : values) {
      low = std::min(low, value);
      high = std::max(high, value);
    }
  }
  // All the same: one bar in the middle of some room.
  const double room = std::max(1e-9 * std::max(std::abs(low), std::abs(high)), 1e-12);
  if (high - low < room) {
    const double around = std::max(0.5, 0.05 * std::abs(low));
    return {low - around, 2 * around / 11, 11};
  }
  const double first = wishedWidth(a);
  const double second = wishedWidth(b);
  const double wish = first > 0 && second > 0 ? std::min(first, second) : std::max(first, second);
  const double wanted = wish > 0 ? std::ceil((high - low) / wish) : kFewest;
  const double count = std::clamp(wanted, kFewest, kMost);
  return {low, (high - low) / count, static_cast<int>(count)};
}

Moments momentsOf(std::span<const double> values) {
  if (values.empty()) return {};
  const auto n = static_cast<double>(values.size());
  double sum = 0;
  for (const double value : values) sum += value;
  const double mean = sum / n;
  double squares = 0;
  for (const double value : values) squares += (value - mean) * (value - mean);
  return {mean, std::sqrt(squares / n)};
}

}  // namespace nudge
