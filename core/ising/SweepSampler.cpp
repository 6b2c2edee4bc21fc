#include "core/ising/SweepSampler.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <memory>

#include <fmt/format.h>

#include "core/base/Error.h"
#include "core/base/Parallel.h"
#include "core/base/Random.h"

namespace nudge {

namespace {

constexpr std::size_t kLanes = kernels::kSweepLanes;
constexpr std::size_t kAlignment = 64;
// Spin updates after which a stop is looked for: some milliseconds.
constexpr std::size_t kUpdatesAtOnce = 1 << 20;
constexpr float kStrongestJoin = 20;  // e^−40 is never
constexpr double kGigahertzPerMillikelvin = 0.020836619;

/// The first place in a vector that a register can be loaded from.
template <class T>
T* aligned(std::vector<T>& memory) {
  void* place = memory.data();
  std::size_t space = memory.size() * sizeof(T);
  return static_cast<T*>(std::align(kAlignment, sizeof(T), place, space));
}

/// How many of a group's lanes are reads; the others compute, but are not looked at.
std::size_t readsOf(const SweepRequest& request, int group) {
  return std::min(
      kLanes, static_cast<std::size_t>(request.reads) - static_cast<std::size_t>(group) * kLanes);
}

void check(const IsingProblem& problem, const SweepRequest& request) {
  if (request.reads < 1) throw Error("reads: there must be at least one.");
  if (request.weights.empty()) throw Error("sweeps: there must be at least one.");
  if (request.slices < 1) throw Error("slices: there must be at least one.");
  const std::size_t given = request.start.size();
  if (given != 0 && given != problem.spins() &&
      given != problem.spins() * static_cast<std::size_t>(request.reads)) {
    throw Error(fmt::format(
        "initial state: has {} spins; {} reads of {} spins start from one state or one a read.",
        given, request.reads, problem.spins()));
  }
}

}  // namespace

std::size_t Reads::lowest() const {
  return static_cast<std::size_t>(std::min_element(energies.begin(), energies.end()) -
                                  energies.begin());
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

void SweepSampler::fillStates(const SweepRequest& request, int group, std::size_t spins) {
  Group& lanes = groups_[static_cast<std::size_t>(group)];
  Random random(request.seed, Purpose::Annealing, static_cast<std::uint64_t>(group));
  // A generator of zeros alone would never leave them.
  for (std::size_t k = 0; k < 4 * kLanes; ++k) lanes.random[k] = random() | (k < kLanes ? 1U : 0U);
  const bool each = request.start.size() > spins;
  const std::size_t last = static_cast<std::size_t>(request.reads) - 1;
  for (std::size_t i = 0; i < spins; ++i) {
    float* const state = lanes.state + i * kLanes;
    const std::uint32_t bits = request.start.empty() ? random() : 0;
    for (std::size_t k = 0; k < kLanes; ++k) {
      const std::size_t read = std::min(static_cast<std::size_t>(group) * kLanes + k, last);
      const bool up = request.start.empty() ? (bits >> k & 1U) != 0
                                            : request.start[(each ? read * spins : 0) + i] > 0;
      state[k] = up ? 1.0F : -1.0F;
    }
  }
}

void SweepSampler::begin(const IsingProblem& problem, const SweepRequest& request, int group) {
  const std::size_t slice = problem.spins() * kLanes;
  const std::size_t size = slice * static_cast<std::size_t>(request.slices);
  Group& lanes = groups_[static_cast<std::size_t>(group)];
  lanes.memory.resize(2 * size + kAlignment);
  lanes.seeds.resize(4 * kLanes + kAlignment);
  lanes.state = aligned(lanes.memory);
  lanes.field = lanes.state + size;
  lanes.random = aligned(lanes.seeds);
  fillStates(request, group, problem.spins());
  for (std::size_t i = 0; i < problem.spins(); ++i) {
    float* const field = lanes.field + i * kLanes;
    std::fill_n(field, kLanes, static_cast<float>(problem.fields()[i]));
    for (std::uint32_t n = first_[i]; n < first_[i + 1]; ++n) {
      const float* const other = lanes.state + neighbour_[n] * kLanes;
      for (std::size_t k = 0; k < kLanes; ++k) field[k] += coupling_[n] * other[k];
    }
  }
  for (std::size_t p = 1; p < static_cast<std::size_t>(request.slices); ++p) {
    std::copy_n(lanes.state, slice, lanes.state + p * slice);
    std::copy_n(lanes.field, slice, lanes.field + p * slice);
  }
}

void SweepSampler::sweep(int group, const SweepRequest& request, std::size_t from,
                         std::size_t count) {
  const Group& lanes = groups_[static_cast<std::size_t>(group)];
  kernels::SweepLanes view;
  view.spins = first_.size() - 1;
  view.slices = static_cast<std::size_t>(request.slices);
  view.first = first_.data();
  view.neighbour = neighbour_.data();
  view.coupling = coupling_.data();
  view.state = lanes.state;
  view.field = lanes.field;
  view.random = lanes.random;
  const kernels::SweepWeight* const weights = request.weights.data() + from;
  plain_ ? kernels::annealSweepsPlain(view, weights, count)
         : kernels::annealSweeps(view, weights, count);
}

void SweepSampler::collect(const SweepRequest& request, int group, std::size_t slices,
                           Spin* into) const {
  const std::size_t spins = slices * (first_.size() - 1);
  const Group& lanes = groups_[static_cast<std::size_t>(group)];
  for (std::size_t k = 0; k < readsOf(request, group); ++k) {
    Spin* const state = into + (static_cast<std::size_t>(group) * kLanes + k) * spins;
    for (std::size_t i = 0; i < spins; ++i)
      state[i] = lanes.state[i * kLanes + k] > 0 ? Spin{1} : Spin{-1};
  }
}

void SweepSampler::runWatched(const SweepRequest& request, const SweepOptions& options,
                              int groups) {
  const auto slices = static_cast<std::size_t>(request.slices);
  std::vector<Spin> states(static_cast<std::size_t>(request.reads) * slices * (first_.size() - 1));
  const auto show = [&](std::size_t sweep) {
    parallelFor(groups, [&](int g) { collect(request, g, slices, states.data()); });
    options.watch(static_cast<int>(sweep), states);
  };
  show(0);
  for (std::size_t s = 0; s < request.weights.size(); ++s) {
    if (options.stop.stop_requested()) throw Cancelled();
    parallelFor(groups, [&](int g) { sweep(g, request, s, 1); });
    show(s + 1);
  }
}

void SweepSampler::run(const IsingProblem& problem, const SweepRequest& request,
                       const SweepOptions& options, Reads& into) {
  check(problem, request);
  takeProblem(problem);
  const auto reads = static_cast<std::size_t>(request.reads);
  const int groups = static_cast<int>((reads + kLanes - 1) / kLanes);
  if (groups_.size() < static_cast<std::size_t>(groups))
    groups_.resize(static_cast<std::size_t>(groups));
  into.spins = problem.spins();
  into.states.resize(reads * into.spins);
  into.energies.resize(reads);
  const std::size_t sweeps = request.weights.size();
  const std::size_t updates =
      std::max<std::size_t>(1, into.spins * kLanes * static_cast<std::size_t>(request.slices));
  const std::size_t atOnce = std::clamp<std::size_t>(kUpdatesAtOnce / updates, 1, sweeps);
  std::atomic<long long> done{0};
  parallelFor(groups, [&](int g) {
    begin(problem, request, g);
    for (std::size_t s = 0; s < sweeps && !options.watch; s += atOnce) {
      if (options.stop.stop_requested()) throw Cancelled();
      const std::size_t count = std::min(atOnce, sweeps - s);
      sweep(g, request, s, count);
      done += static_cast<long long>(count);
      if (options.progress) options.progress(done, static_cast<long long>(sweeps) * groups);
    }
  });
  if (options.watch) runWatched(request, options, groups);
  parallelFor(groups, [&](int g) {
    collect(request, g, 1, into.states.data());
    const std::size_t first = static_cast<std::size_t>(g) * kLanes;
    for (std::size_t k = first; k < first + readsOf(request, g); ++k)
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
