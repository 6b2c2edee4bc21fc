#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/ising/IsingProblem.h"

namespace nudge {

/// Where the ends of an inverse-temperature schedule come from.
enum class RangeRule {
  Tuned,   ///< measured on the problem: where 0.3 of the moves uphill are accepted to 0.001
  Thesis,  ///< ln 2 / max_i(|h_i| + Σ_j|J_ij|) to ln 100 / the smallest |h| or |J| that is not 0
  DWave,   ///< ln 2 / (2 max_i(…)) to ln(100 n)/(2 b): b the smallest |h| or |J|, n spins have it
  Given,   ///< by the user
};

/// "tuned", "thesis", "dwave", "given".
std::string_view nameOf(RangeRule rule);

/// Inverse temperatures in 1/energy: a state's weight is exp(−β E).
struct TemperatureRange {
  double hot = 0.1;  ///< β at the beginning, the lower one
  double cold = 1;   ///< β at the end
  RangeRule rule = RangeRule::Given;
};

/// The range of a rule for this problem. `seed` matters to the tuned rule only, which runs short
/// annealings. A problem without fields and couplings has the range 0.1 to 1.
TemperatureRange temperatureRange(const IsingProblem& problem, RangeRule rule,
                                  std::uint64_t seed = 0);

/// A range by hand. Throws Error unless 0 < hot ≤ cold < ∞.
TemperatureRange givenRange(double hot, double cold);

enum class Spacing { Geometric, Linear };

/// One inverse temperature for each of `sweeps` sweeps, from hot to cold; the last where there is
/// only one. Throws Error for fewer than one sweep.
std::vector<double> inverseTemperatures(const TemperatureRange& range, int sweeps,
                                        Spacing spacing = Spacing::Geometric);

/// A point of a schedule drawn by hand.
struct TemperaturePoint {
  double time = 0;  ///< 0 at the first sweep, 1 at the last
  double beta = 0;  ///< inverse temperature there, linear in between
};

/// The same along points. Throws Error unless there are two or more, from time 0 to time 1, rising,
/// with inverse temperatures that are finite and not negative.
std::vector<double> inverseTemperatures(std::span<const TemperaturePoint> points, int sweeps);

/// Reverse annealing by simulated annealing [thesis, algorithm 9 and Fig. 5.10]: with the forward
/// schedule b_1 … b_n and the fraction f, b_n, b_{n−1}, …, b_{⌊fn⌋+1} (heating) and then
/// b_{⌊fn⌋+2} … b_n (cooling). Small f disturbs more. Throws Error unless 0 ≤ f < 1.
std::vector<double> reverseTemperatures(std::span<const double> forward, double fraction);

}  // namespace nudge
