#include "core/base/MeanDeviation.h"

#include <cmath>
#include <limits>
#include <numeric>

namespace nudge {

namespace {
constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();
}

MeanDeviation::MeanDeviation(const std::vector<double>& values)
    : mean(kUnknown), deviation(kUnknown) {
  const auto count = static_cast<double>(values.size());
  if (values.empty()) return;
  mean = std::accumulate(values.begin(), values.end(), 0.0) / count;
  if (values.size() < 2) return;
  double squares = 0;
  for (const double value : values) squares += (value - mean) * (value - mean);
  deviation = std::sqrt(squares / (count - 1));
}

}  // namespace nudge
