#include "core/ising/QuantumAnnealer.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/base/Error.h"
#include "core/base/Parallel.h"
#include "core/ising/LaneStart.h"
#include "core/ising/SweepSampler.h"

namespace nudge {

namespace {

IsingProblem scaledBy(const IsingProblem& problem, double scale) {
  std::vector<double> fields(problem.fields().begin(), problem.fields().end());
  std::vector<Coupling> couplings(problem.couplings().begin(), problem.couplings().end());
  for (double& field : fields) field *= scale;
  for (Coupling& c : couplings) c.value *= scale;
  return IsingProblem(std::move(fields), std::move(couplings));
}

double scaleFor(const IsingProblem& problem) {
  double largest = 0;
  for (const double field : problem.fields()) largest = std::max(largest, std::abs(field) / 4);
  for (const Coupling& c : problem.couplings()) largest = std::max(largest, std::abs(c.value));
  return largest > 0 ? 1 / largest : 1;
}

}  // namespace

QuantumAnnealer::QuantumAnnealer(IsingProblem problem, const QuantumSettings& settings)
    : problem_(std::move(problem)), settings_(settings) {
  if (settings.slices < 2 || settings.slices > 1024) {
    throw Error(
        fmt::format("{} slices of imaginary time: from 2 to 1024 are possible.", settings.slices));
  }
  if (!(settings.temperature > 0) || !std::isfinite(settings.temperature)) {
    throw Error(fmt::format("a temperature of {} mK; it must be above 0.", settings.temperature));
  }
  if (settings.autoScale) scale_ = scaleFor(problem_);
  scaled_ = scaledBy(problem_, scale_);
}

void QuantumAnnealer::sample(const AnnealSchedule& schedule, const AnnealTable& table, int sweeps,
                             const ReadRequest& request, Reads& into,
                             const SampleOptions& options) const {
  if (schedule.isReverse() && request.initial.empty() && problem_.spins() > 0) {
    throw Error("reverse annealing starts from a state; give one.");
  }
  const auto weights =
      quantumWeights(schedule.sampled(sweeps), table, settings_.temperature, settings_.slices);
  SweepSampler sampler;
  sampler.run(scaled_, {weights, settings_.slices}, request, into, options);
  for (std::size_t r = 0; r < into.count(); ++r) into.energies[r] = problem_.energy(into.state(r));
}

}  // namespace nudge
