#include "core/machine/Annealer.h"

#include <cmath>
#include <utility>

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

namespace {

std::variant<SimulatedAnnealer, CollapsedAnnealer> thermalAnnealer(
    IsingProblem problem, const MachineSettings& settings) {
  if (settings.annealing.collapsed && !settings.quantum())
    return CollapsedAnnealer(std::move(problem));
  return SimulatedAnnealer(std::move(problem));
}

}  // namespace

Annealer::Annealer(IsingProblem problem, const MachineSettings& settings)
    : settings_(settings), thermal_(thermalAnnealer(std::move(problem), settings)) {}

const IsingProblem& Annealer::problem() const {
  return std::visit([](const auto& annealer) -> const IsingProblem& { return annealer.problem(); },
                    thermal_);
}

void Annealer::setFields(std::span<const double> fields) {
  std::visit([&](auto& annealer) { annealer.setFields(fields); }, thermal_);
}

void Annealer::setCouplings(std::span<const double> values) {
  std::visit([&](auto& annealer) { annealer.setCouplings(values); }, thermal_);
}

void Annealer::run(const Anneal& anneal, const SampleOptions& options, Reads& into) {
  const ReadRequest request{anneal.reads, anneal.seed, 0, anneal.start};
  if (settings_.quantum()) return runQuantum(anneal, request, options, into);
  const TemperatureRange range = annealRange(problem(), settings_.annealing, anneal.seed);
  const std::vector<double> betas = temperaturesAlong(anneal.path, range);
  std::visit([&](auto& annealer) { annealer.sample(betas, request, into, options); }, thermal_);
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
