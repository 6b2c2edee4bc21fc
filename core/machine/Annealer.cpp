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

void Annealer::run(const Anneal& anneal, const SampleOptions& options, Reads& into) {
  const ReadRequest request{anneal.reads, anneal.seed, 0, anneal.start};
  if (settings_.quantum()) return runQuantum(anneal, request, options, into);
  const TemperatureRange range = annealRange(problem(), settings_.annealing, anneal.seed);
  thermal_.sample(temperaturesAlong(anneal.path, range), request, into, options);
}

void Annealer::runQuantum(const Anneal& anneal, const ReadRequest& request,
                          const SampleOptions& options, Reads& into) {
  const AnnealingSettings& settings = settings_.annealing;
  const auto weights =
      quantumWeights(anneal.path, AnnealTable::typical(), settings.temperature, settings.slices);
  const SweepPlan plan{weights, settings.slices};
  if (!options.watch) return quantum_.run(problem(), plan, request, into, options);
  SampleOptions firstSlices = options;
  const std::size_t spins = problem().spins();
  std::vector<Spin> states;
  firstSlices.watch = [&](int sweep, std::span<const Spin> all) {
    states.clear();
    for (std::size_t at = 0; at < all.size();
         at += static_cast<std::size_t>(settings.slices) * spins) {
      const auto slice = all.subspan(at, spins);
      states.insert(states.end(), slice.begin(), slice.end());
    }
    options.watch(sweep, states);
  };
  quantum_.run(problem(), plan, request, into, firstSlices);
}

}  // namespace nudge
