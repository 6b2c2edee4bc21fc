#include "core/ising/SweepSampler.h"

#include <algorithm>
#include <cmath>
#include <memory>

#include <fmt/format.h>

#include "core/base/Error.h"
#include "core/base/Parallel.h"
#include "core/base/Random.h"
#include "core/ising/LaneStart.h"

namespace nudge {

namespace {

constexpr std::size_t kLanes = kernels::kSweepLanes;
constexpr std::size_t kAlignment = 64;
// Spin updates after which a stop is looked for: some milliseconds.
constexpr std::size_t kUpdatesAtOnce = 1 << 20;
constexpr float kStrongestJoin = 20;  // e^−40 is never
// Boltzmann's constant times 1 mK over Planck's, in GHz (CODATA 2018).
constexpr double kGigahertzPerMillikelvin = 0.02083661912;

/// The first place in a vector that a register can be loaded from.
float* aligned(std::vector<float>& memory) {
  void* place = memory.data();
  std::size_t space = memory.size() * sizeof(float);
  return static_cast<float*>(std::align(kAlignment, sizeof(float), place, space));
}

}  // namespace

std::size_t SweepSampler::Task::readsOf(int group) const {
  return std::min(
      kLanes, static_cast<std::size_t>(request.reads) - static_cast<std::size_t>(group) * kLanes);
}

void SweepSampler::takeProblem(const IsingProblem& problem) {
  const std::size_t spins = problem.spins();
  first_.resize(spins + 1);
  neighbour_.resize(2 * problem.couplings().size());
  coupling_.resize(neighbour_.size());
  std::size_t place = 0;
  for (std::size_t i = 0; i < spins; ++i) {
    first_[i] = static_cast<std::uint32_t>(place);
    for (const Neighbour& neighbour : problem.neighbours(i)) {
      neighbour_[place] = static_cast<std::uint32_t>(neighbour.spin);
      coupling_[place++] = static_cast<float>(
          problem.couplings()[static_cast<std::size_t>(neighbour.coupling)].value);
    }
  }
  first_[spins] = static_cast<std::uint32_t>(place);
}

void SweepSampler::fillStates(const Task& task, int group) {
  Group& lanes = groups_[static_cast<std::size_t>(group)];
  const ReadRequest& request = task.request;
  const std::size_t spins = task.problem.spins();
  Random random(request.seed, Purpose::QuantumAnnealing,
                request.stream << 24 | static_cast<std::uint64_t>(group));
  // A generator of zeros alone would never leave them.
  for (std::size_t k = 0; k < 4 * kLanes; ++k)
    lanes.random.words[k] = random() | (k < kLanes ? 1U : 0U);
  const std::size_t first = static_cast<std::size_t>(group) * kLanes;
  const auto last = static_cast<std::size_t>(request.reads) - 1;
  for (std::size_t i = 0; i < spins; ++i) {
    const std::uint32_t bits = request.initial.empty() ? random() : 0;
    for (std::size_t k = 0; k < kLanes; ++k) {
      const bool up = request.initial.empty()
                          ? (bits >> k & 1U) != 0
                          : request.initialOf(std::min(first + k, last), spins)[i] > 0;
      lanes.state[i * kLanes + k] = up ? 1.0F : -1.0F;
    }
  }
}

void SweepSampler::begin(const Task& task, int group) {
  const IsingProblem& problem = task.problem;
  const std::size_t slice = problem.spins() * kLanes;
  const std::size_t size = slice * task.slices();
  Group& lanes = groups_[static_cast<std::size_t>(group)];
  lanes.memory.resize(2 * size + kAlignment);
  lanes.state = aligned(lanes.memory);
  lanes.field = lanes.state + size;
  fillStates(task, group);
  for (std::size_t i = 0; i < problem.spins(); ++i) {
    float* const field = lanes.field + i * kLanes;
    std::fill_n(field, kLanes, static_cast<float>(problem.fields()[i]));
    for (std::uint32_t n = first_[i]; n < first_[i + 1]; ++n) {
      const float* const other = lanes.state + neighbour_[n] * kLanes;
      for (std::size_t k = 0; k < kLanes; ++k) field[k] += coupling_[n] * other[k];
    }
  }
  for (std::size_t p = 1; p < task.slices(); ++p) {
    std::copy_n(lanes.state, slice, lanes.state + p * slice);
    std::copy_n(lanes.field, slice, lanes.field + p * slice);
  }
}

void SweepSampler::sweep(const Task& task, int group, std::size_t from, std::size_t count) {
  Group& lanes = groups_[static_cast<std::size_t>(group)];
  kernels::SweepLanes view;
  view.spins = first_.size() - 1;
  view.slices = task.slices();
  view.first = first_.data();
  view.neighbour = neighbour_.data();
  view.coupling = coupling_.data();
  view.state = lanes.state;
  view.field = lanes.field;
  view.random = &lanes.random;
  const kernels::SweepWeight* const weights = task.plan.weights.data() + from;
  plain_ ? kernels::annealSweepsPlain(view, weights, count)
         : kernels::annealSweeps(view, weights, count);
}

void SweepSampler::collect(const Task& task, int group, std::size_t slices, Spin* into) const {
  const std::size_t spins = slices * (first_.size() - 1);
  const Group& lanes = groups_[static_cast<std::size_t>(group)];
  for (std::size_t k = 0; k < task.readsOf(group); ++k) {
    Spin* const state = into + (static_cast<std::size_t>(group) * kLanes + k) * spins;
    for (std::size_t i = 0; i < spins; ++i)
      state[i] = lanes.state[i * kLanes + k] > 0 ? Spin{1} : Spin{-1};
  }
}

void SweepSampler::runWatched(const Task& task, int groups) {
  std::vector<Spin> states(static_cast<std::size_t>(task.request.reads) * task.slices() *
                           (first_.size() - 1));
  const auto show = [&](std::size_t sweep) {
    parallelFor(groups, [&](int g) { collect(task, g, task.slices(), states.data()); });
    task.options.watch(static_cast<int>(sweep), states);
  };
  show(0);
  for (std::size_t s = 0; s < task.plan.weights.size(); ++s) {
    if (task.options.stop.stop_requested()) throw Cancelled();
    parallelFor(groups, [&](int g) { sweep(task, g, s, 1); });
    show(s + 1);
  }
}

void SweepSampler::run(const IsingProblem& problem, const SweepPlan& plan,
                       const ReadRequest& request, Reads& into, const SampleOptions& options) {
  request.check(problem.spins());
  if (plan.weights.empty()) throw Error("sweeps: there must be at least one.");
  if (plan.slices < 1) throw Error("slices: there must be at least one.");
  takeProblem(problem);
  const Task task{problem, plan, request, options};
  const auto reads = static_cast<std::size_t>(request.reads);
  const int groups = static_cast<int>((reads + kLanes - 1) / kLanes);
  if (groups_.size() < static_cast<std::size_t>(groups))
    groups_.resize(static_cast<std::size_t>(groups));
  into.spins = problem.spins();
  into.states.resize(reads * into.spins);
  into.energies.resize(reads);
  const std::size_t sweeps = plan.weights.size();
  const std::size_t updates = std::max<std::size_t>(1, into.spins * kLanes * task.slices());
  const std::size_t atOnce = std::clamp<std::size_t>(kUpdatesAtOnce / updates, 1, sweeps);
  ProgressCount progress(options, sweeps * static_cast<std::size_t>(groups));
  parallelFor(groups, [&](int g) {
    begin(task, g);
    for (std::size_t s = 0; s < sweeps && !options.watch; s += atOnce) {
      const std::size_t count = std::min(atOnce, sweeps - s);
      sweep(task, g, s, count);
      progress.add(count);
    }
  });
  if (options.watch) runWatched(task, groups);
  parallelFor(groups, [&](int g) {
    collect(task, g, 1, into.states.data());
    const std::size_t first = static_cast<std::size_t>(g) * kLanes;
    for (std::size_t k = first; k < first + task.readsOf(g); ++k)
      into.energies[k] = problem.energy(into.state(k));
  });
}

std::vector<kernels::SweepWeight> thermalWeights(std::span<const double> betas) {
  std::vector<kernels::SweepWeight> weights;
  for (const double beta : betas) weights.push_back({static_cast<float>(beta), 0});
  return weights;
}

double inverseTemperature(double millikelvin) {
  return 1 / (kGigahertzPerMillikelvin * millikelvin);
}

std::vector<kernels::SweepWeight> quantumWeights(std::span<const double> path,
                                                 const AnnealTable& table, double millikelvin,
                                                 int slices) {
  const double each = inverseTemperature(millikelvin) / (2 * slices);
  std::vector<kernels::SweepWeight> weights;
  for (const double s : path) {
    const AnnealEnergies energies = table.at(s);
    const double angle = std::tanh(each * energies.transverse);
    const double join = angle > 0 ? -0.5 * std::log(angle) : kStrongestJoin;
    weights.push_back({static_cast<float>(each * energies.problem),
                       std::min(static_cast<float>(join), kStrongestJoin)});
  }
  return weights;
}

}  // namespace nudge
