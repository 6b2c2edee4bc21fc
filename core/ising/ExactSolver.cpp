#include "core/ising/ExactSolver.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

#include <fmt/format.h>

#include "core/base/Error.h"

namespace nudge {

namespace {

constexpr std::uint64_t kStatesBetweenLooks = 1 << 16;

/// Goes through all states, each one flip from the one before, and calls visit(state, energy).
template <class Visit>
void enumerate(const IsingProblem& problem, const SampleOptions& options, Visit visit) {
  if (problem.spins() > kMostExactSpins) {
    throw Error(
        fmt::format("{} spins have too many states to try them all; at most {} spins can be "
                    "solved exactly, larger problems annealed.",
                    problem.spins(), kMostExactSpins));
  }
  std::vector<Spin> state(problem.spins(), -1);
  const std::uint64_t count = std::uint64_t{1} << problem.spins();
  double energy = problem.energy(state);
  visit(state, energy);
  for (std::uint64_t k = 1; k < count; ++k) {
    const auto i = static_cast<std::size_t>(std::countr_zero(k));
    energy += problem.flipChange(state, i);
    state[i] = static_cast<Spin>(-state[i]);
    if (k % kStatesBetweenLooks == 0) {
      energy = problem.energy(state);  // what rounding has left behind must not add up
      if (options.stop.stop_requested()) throw Cancelled();
      if (options.progress) options.progress(static_cast<double>(k) / static_cast<double>(count));
    }
    visit(state, energy);
  }
}

double toleranceOf(const IsingProblem& problem) {
  double sum = 0;
  for (const double field : problem.fields()) sum += std::abs(field);
  for (const Coupling& c : problem.couplings()) sum += std::abs(c.value);
  return 1e-9 * sum;
}

}  // namespace

SampleSet groundStates(const IsingProblem& problem, std::size_t most,
                       const SampleOptions& options) {
  const double tolerance = toleranceOf(problem);
  double least = std::numeric_limits<double>::infinity();
  SampleSet found(problem.spins());
  enumerate(problem, options, [&](const std::vector<Spin>& state, double energy) {
    if (energy > least + tolerance) return;
    if (energy < least - tolerance) found = SampleSet(problem.spins());
    least = std::min(least, energy);
    if (found.size() < most) found.add(state, problem.energy(state));
  });
  return found;
}

ThermalAverages thermalAverages(const IsingProblem& problem, double beta,
                                const SampleOptions& options) {
  if (!(beta >= 0) || !std::isfinite(beta)) {
    throw Error(
        fmt::format("an inverse temperature of {}; it must be finite and not negative.", beta));
  }
  const double least = groundStates(problem, 1, options).energy(0);
  ThermalAverages averages;
  averages.spins.resize(problem.spins());
  averages.pairs.resize(problem.couplings().size());
  double partition = 0;
  enumerate(problem, options, [&](const std::vector<Spin>& state, double energy) {
    // Relative to the ground state, so that nothing overflows.
    const double weight = std::exp(-beta * (energy - least));
    partition += weight;
    averages.energy += weight * energy;
    for (std::size_t i = 0; i < state.size(); ++i) averages.spins[i] += weight * state[i];
    for (std::size_t c = 0; c < averages.pairs.size(); ++c) {
      const Coupling& pair = problem.couplings()[c];
      averages.pairs[c] += weight * state[static_cast<std::size_t>(pair.i)] *
                           state[static_cast<std::size_t>(pair.j)];
    }
  });
  averages.logPartition = std::log(partition) - beta * least;
  averages.energy /= partition;
  for (double& spin : averages.spins) spin /= partition;
  for (double& pair : averages.pairs) pair /= partition;
  return averages;
}

}  // namespace nudge
