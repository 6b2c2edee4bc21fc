#pragma once

#include <vector>

namespace nudge {

/// A mean with the standard deviation of a sample (n − 1), NaN for fewer than one and two values.
struct MeanDeviation {
  double mean, deviation;

  explicit MeanDeviation(const std::vector<double>& values);
};

}  // namespace nudge
