#include "core/ising/TunedRange.h"

#include <algorithm>
#include <cmath>

#include "core/base/Random.h"

namespace nudge {

namespace {

constexpr int kSteps = 64;
constexpr int kReads = 4;
constexpr std::size_t kAttemptsAStep = 10'000;
constexpr double kHotUphill = 0.3;
constexpr double kColdUphill = 0.001;
// The last sweeps should go downhill only, so the end lies somewhat beyond that. But spins that are
// nearly free would draw it out far beyond where the others are frozen.
constexpr double kBeyond = 1.5;
constexpr double kWidest = 60;

/// Moves that go uphill: how many were tried and how many accepted.
struct Uphill {
  std::size_t tried = 0, accepted = 0;
};

/// A state that keeps its fields up to date: one read of the measurement.
class Walker {
 public:
  Walker(const IsingProblem& problem, std::uint64_t seed, std::uint64_t number)
      : problem_(problem),
        random_(seed, Purpose::TemperatureRange, number),
        state_(problem.spins()),
        fields_(problem.spins()) {
    for (Spin& spin : state_) spin = random_.below(2) == 0 ? Spin{-1} : Spin{1};
    for (std::size_t i = 0; i < state_.size(); ++i) fields_[i] = problem.localField(state_, i);
  }

  /// Metropolis at β over all spins.
  void sweep(double beta, Uphill& uphill) {
    for (std::size_t i = 0; i < state_.size(); ++i) {
      const double change = -2 * state_[i] * fields_[i];
      if (change > 0) {
        ++uphill.tried;
        if (static_cast<double>(random_.uniform()) >= std::exp(-beta * change)) continue;
        ++uphill.accepted;
      }
      flip(i);
    }
  }

 private:
  void flip(std::size_t i) {
    state_[i] = static_cast<Spin>(-state_[i]);
    for (const Neighbour& n : problem_.neighbours(i)) {
      fields_[static_cast<std::size_t>(n.spin)] +=
          2 * problem_.couplings()[static_cast<std::size_t>(n.coupling)].value * state_[i];
    }
  }

  const IsingProblem& problem_;
  Random random_;
  std::vector<Spin> state_;
  std::vector<double> fields_;
};

/// Where the accepted share of moves uphill falls below `level` for good, by inverse temperature;
/// between two steps on a straight line in both logarithms. `otherwise` where it does not.
double crossing(const std::vector<double>& betas, const std::vector<double>& shares, double level,
                double otherwise) {
  std::size_t below = shares.size();
  while (below > 0 && shares[below - 1] < level) --below;
  if (below == 0 || below == shares.size()) return otherwise;
  const double high = std::log(shares[below - 1]);
  const double low = std::log(std::max(shares[below], level * 1e-2));
  const double part = (high - std::log(level)) / (high - low);
  return betas[below - 1] * std::pow(betas[below] / betas[below - 1], part);
}

}  // namespace

TemperatureRange tunedRange(const IsingProblem& problem, const TemperatureRange& whole,
                            std::uint64_t seed) {
  std::vector<Walker> walkers;
  walkers.reserve(kReads);
  for (int read = 0; read < kReads; ++read) {
    walkers.emplace_back(problem, seed, static_cast<std::uint64_t>(read));
  }
  const std::size_t attempts = kReads * problem.spins();
  const std::size_t sweeps = std::max<std::size_t>(1, kAttemptsAStep / attempts);
  const std::vector<double> betas = inverseTemperatures(whole, kSteps);
  std::vector<double> shares;
  shares.reserve(betas.size());
  for (const double beta : betas) {
    Uphill uphill;
    for (Walker& walker : walkers) {
      for (std::size_t k = 0; k < sweeps; ++k) walker.sweep(beta, uphill);
    }
    shares.push_back(static_cast<double>(uphill.accepted) /
                     static_cast<double>(std::max<std::size_t>(1, uphill.tried)));
  }
  TemperatureRange tuned;
  tuned.rule = RangeRule::Tuned;
  tuned.hot = crossing(betas, shares, kHotUphill, whole.hot);
  tuned.cold = kBeyond * crossing(betas, shares, kColdUphill, whole.cold);
  tuned.cold = std::min({tuned.cold, kWidest * tuned.hot, whole.cold});
  tuned.cold = std::max(tuned.cold, tuned.hot);
  return tuned;
}

}  // namespace nudge
