#include "core/machine/Annealer.h"

#include <cmath>

namespace nudge {

std::vector<double> temperaturesAlong(std::span<const double> path, const TemperatureRange& range) {
  std::vector<double> betas;
  const double ratio = range.cold / range.hot;
  for (const double s : path) betas.push_back(range.hot * std::pow(ratio, s));
  return betas;
}

TemperatureRange annealRange(const IsingProblem& problem, const AnnealingSettings& settings,
                             std::uint64_t seed) {
  if (settings.range == RangeRule::Given) return givenRange(settings.hot, settings.cold);
  return temperatureRange(problem, settings.range, seed);
}

std::vector<kernels::SweepWeight> Annealer::weights(const IsingProblem& problem,
                                                    const Anneal& anneal) const {
  const AnnealingSettings& settings = settings_.annealing;
  if (settings_.kind == MachineKind::QuantumAnnealing) {
    return quantumWeights(anneal.path, AnnealTable::typical(), settings.temperature,
                          settings.slices);
  }
  return thermalWeights(
      temperaturesAlong(anneal.path, annealRange(problem, settings, anneal.seed)));
}

void Annealer::run(const IsingProblem& problem, const Anneal& anneal, const SweepOptions& options,
                   Reads& into) {
  const bool quantum = settings_.kind == MachineKind::QuantumAnnealing;
  const auto slices = static_cast<std::size_t>(quantum ? settings_.annealing.slices : 1);
  const auto sweepWeights = weights(problem, anneal);
  const SweepRequest request{sweepWeights, static_cast<int>(slices), anneal.reads, anneal.start,
                             anneal.seed};
  if (slices == 1 || !options.watch) return sampler_.run(problem, request, options, into);
  SweepOptions firstSlices = options;
  std::vector<Spin> states;
  firstSlices.watch = [&](int sweep, std::span<const Spin> all) {
    states.clear();
    for (std::size_t at = 0; at < all.size(); at += slices * problem.spins()) {
      const auto slice = all.subspan(at, problem.spins());
      states.insert(states.end(), slice.begin(), slice.end());
    }
    options.watch(sweep, states);
  };
  sampler_.run(problem, request, firstSlices, into);
}

}  // namespace nudge
