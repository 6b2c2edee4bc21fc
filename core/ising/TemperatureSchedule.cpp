#include "core/ising/TemperatureSchedule.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <fmt/format.h>

#include "core/base/Error.h"
#include "core/base/Segment.h"
#include "core/ising/TunedRange.h"

namespace nudge {

namespace {

/// What a problem's fields and couplings say about the changes of energy that it has.
struct Magnitudes {
  double largest = 0;   ///< max_i(|h_i| + Σ_j|J_ij|)
  double smallest = 0;  ///< the smallest |h| or |J| that is not 0; 0 where all are
  double spinsWithSmallest = 0;
};

Magnitudes magnitudesOf(const IsingProblem& problem) {
  std::vector<double> sums(problem.spins());
  std::vector<double> least(problem.spins(), std::numeric_limits<double>::infinity());
  const auto note = [&](std::size_t i, double size) {
    sums[i] += size;
    if (size > 0) least[i] = std::min(least[i], size);
  };
  for (std::size_t i = 0; i < problem.spins(); ++i) note(i, std::abs(problem.fields()[i]));
  for (const Coupling& c : problem.couplings()) {
    note(static_cast<std::size_t>(c.i), std::abs(c.value));
    note(static_cast<std::size_t>(c.j), std::abs(c.value));
  }
  Magnitudes found;
  for (const double sum : sums) found.largest = std::max(found.largest, sum);
  if (found.largest == 0) return found;
  found.smallest = *std::min_element(least.begin(), least.end());
  found.spinsWithSmallest =
      static_cast<double>(std::count(least.begin(), least.end(), found.smallest));
  return found;
}

void checkSweeps(int sweeps) {
  if (sweeps < 1) {
    throw Error(fmt::format("{} sweeps: an annealing needs at least one.", sweeps));
  }
}

}  // namespace

std::string_view nameOf(RangeRule rule) {
  switch (rule) {
    case RangeRule::Tuned:
      return "tuned";
    case RangeRule::Thesis:
      return "thesis";
    case RangeRule::DWave:
      return "dwave";
    case RangeRule::Given:
      break;
  }
  return "given";
}

TemperatureRange temperatureRange(const IsingProblem& problem, RangeRule rule, std::uint64_t seed) {
  const Magnitudes sizes = magnitudesOf(problem);
  TemperatureRange range;
  range.rule = rule;
  if (sizes.largest == 0 || rule == RangeRule::Given) return range;
  const double halved = rule == RangeRule::Thesis ? 1 : 2;
  range.hot = std::log(2.0) / (halved * sizes.largest);
  range.cold = rule == RangeRule::Thesis
                   ? std::log(100.0) / sizes.smallest
                   : std::log(100.0 * sizes.spinsWithSmallest) / (2 * sizes.smallest);
  return rule == RangeRule::Tuned ? tunedRange(problem, range, seed) : range;
}

TemperatureRange givenRange(double hot, double cold) {
  if (!(hot > 0) || !(cold >= hot) || !std::isfinite(cold)) {
    throw Error(
        fmt::format("an inverse temperature from {} to {} is no range for annealing; it "
                    "rises from above 0 to a finite number, as from 0.1 to 3.",
                    hot, cold));
  }
  return {hot, cold, RangeRule::Given};
}

std::vector<double> inverseTemperatures(const TemperatureRange& range, int sweeps,
                                        Spacing spacing) {
  checkSweeps(sweeps);
  std::vector<double> betas(static_cast<std::size_t>(sweeps), range.cold);
  for (int k = 0; k + 1 < sweeps; ++k) {
    const double t = static_cast<double>(k) / (sweeps - 1);
    betas[static_cast<std::size_t>(k)] = spacing == Spacing::Geometric
                                             ? range.hot * std::pow(range.cold / range.hot, t)
                                             : range.hot + (range.cold - range.hot) * t;
  }
  return betas;
}

std::vector<double> inverseTemperatures(std::span<const TemperaturePoint> points, int sweeps) {
  checkSweeps(sweeps);
  if (points.size() < 2 || points.front().time != 0 || points.back().time != 1) {
    throw Error("a temperature schedule needs two or more points, from time 0 to time 1.");
  }
  for (std::size_t p = 0; p < points.size(); ++p) {
    if (!(points[p].beta >= 0) || !std::isfinite(points[p].beta)) {
      throw Error(
          fmt::format("point {} of the temperature schedule has the inverse temperature "
                      "{}; it must be finite and not negative.",
                      p + 1, points[p].beta));
    }
    if (p > 0 && !(points[p].time > points[p - 1].time)) {
      throw Error(
          fmt::format("point {} of the temperature schedule is at time {}, not after the "
                      "one before it at {}.",
                      p + 1, points[p].time, points[p - 1].time));
    }
  }
  std::vector<double> betas;
  for (int k = 0; k < sweeps; ++k) {
    const double t = sweeps == 1 ? 1 : static_cast<double>(k) / (sweeps - 1);
    const Segment part =
        segmentAt(t, points.size(), [points](std::size_t p) { return points[p].time; });
    betas.push_back(part.between(points[part.from].beta, points[part.from + 1].beta));
  }
  return betas;
}

std::vector<double> reverseTemperatures(std::span<const double> forward, double fraction) {
  if (!(fraction >= 0) || !(fraction < 1)) {
    throw Error(fmt::format("reverse annealing by the fraction {}: it can be from 0 to below 1.",
                            fraction));
  }
  const auto turn =
      static_cast<std::size_t>(std::floor(fraction * static_cast<double>(forward.size())));
  std::vector<double> betas(forward.rbegin(), forward.rend() - static_cast<std::ptrdiff_t>(turn));
  if (turn + 1 < forward.size()) {
    betas.insert(betas.end(), forward.begin() + static_cast<std::ptrdiff_t>(turn) + 1,
                 forward.end());
  }
  return betas;
}

}  // namespace nudge
