#pragma once

#include <span>
#include <vector>

namespace nudge {

/// Equal bins over a range of values.
struct Bins {
  double low = 0;    ///< where the first begins
  double width = 1;  ///< of each
  int count = 1;

  double middle(int bin) const { return low + (bin + 0.5) * width; }
  int of(double value) const;  ///< the bin of a value; what lies outside goes to the ends
  /// How many values lie in each bin.
  std::vector<int> counted(std::span<const double> values) const;
};

/// Common bins for two sets, either of which may be empty: each set asks by the rule of Freedman
/// and Diaconis for bins of width 2 IQR n^(−1/3), the narrower wish is granted, and there are 10 to
/// 60 bins. Values must be finite.
Bins commonBins(std::span<const double> a, std::span<const double> b);

/// Mean and standard deviation (divided by their number) of values; both 0 without values.
struct Moments {
  double mean = 0;
  double deviation = 0;
};
Moments momentsOf(std::span<const double> values);

}  // namespace nudge
