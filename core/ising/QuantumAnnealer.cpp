#include "core/ising/QuantumAnnealer.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/base/Error.h"
#include "core/base/Parallel.h"
#include "core/ising/LaneStart.h"
#include "core/ising/PathIntegral.h"

namespace nudge {

namespace {

// 1 GHz times Planck's constant over Boltzmann's, in mK (CODATA 2018).
constexpr double kMilliKelvinAGigahertz = 47.99243073;

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
  const std::size_t spins = problem_.spins();
  request.check(spins);
  if (schedule.isReverse() && request.initial.empty() && spins > 0) {
    throw Error("reverse annealing starts from a state; give one.");
  }
  std::vector<AnnealEnergies> path;
  for (const double s : schedule.sampled(sweeps)) {
    const AnnealEnergies energies = table.at(s);
    const double perKelvin = kMilliKelvinAGigahertz / settings_.temperature;
    path.push_back({energies.transverse * perKelvin, energies.problem * perKelvin});
  }
  into.spins = spins;
  into.states.resize(spins * static_cast<std::size_t>(request.reads));
  into.energies.resize(static_cast<std::size_t>(request.reads));
  ProgressCount progress(options, path.size() * static_cast<std::size_t>(request.reads));
  parallelFor(request.reads, [&](int read) {
    const auto number = static_cast<std::size_t>(read);
    Random random(request.seed, Purpose::QuantumAnnealing, request.stream << 24 | number);
    std::vector<Spin> state(spins);
    for (Spin& spin : state) spin = random() >> 31 != 0 ? Spin{1} : Spin{-1};
    const auto initial = request.initialOf(number, spins);
    if (!initial.empty()) state.assign(initial.begin(), initial.end());
    PathIntegral walk(scaled_, settings_.slices, state);
    for (const AnnealEnergies& energies : path) {
      walk.sweep(energies, random);
      progress.add(1);
    }
    std::copy_n(walk.slice(0).begin(), spins,
                into.states.begin() + static_cast<std::ptrdiff_t>(number * spins));
    into.energies[number] = problem_.energy(walk.slice(0));
  });
}

}  // namespace nudge
