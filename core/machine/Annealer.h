#pragma once

#include <span>
#include <vector>

#include "core/ising/SweepSampler.h"
#include "core/machine/MachineSettings.h"

namespace nudge {

/// What an Ising machine asks of its anneals.
struct Anneal {
  std::span<const double> path;  ///< s of every sweep, 0 … 1
  int reads = 1;
  std::span<const Spin> start{};  ///< as in SweepRequest
  std::uint64_t seed = 0;
};

/// What takes the spins of a problem along a path: simulated annealing between the inverse
/// temperatures β_hot^(1−s)·β_cold^s, or simulated quantum annealing through A(s) and B(s), as the
/// settings say. One thread uses it at a time.
class Annealer {
 public:
  explicit Annealer(const MachineSettings& settings) : settings_(settings) {}

  /// A watcher gets the states of all reads' first slices, [reads][spins]. Throws Cancelled when
  /// asked to stop.
  void run(const IsingProblem& problem, const Anneal& anneal, const SweepOptions& options,
           Reads& into);

 private:
  std::vector<kernels::SweepWeight> weights(const IsingProblem& problem,
                                            const Anneal& anneal) const;

  MachineSettings settings_;
  SweepSampler sampler_;
};

/// Inverse temperatures along a path: β_hot^(1−s)·β_cold^s.
std::vector<double> temperaturesAlong(std::span<const double> path, const TemperatureRange& range);

/// The inverse temperatures that a problem is annealed between by these settings.
TemperatureRange annealRange(const IsingProblem& problem, const AnnealingSettings& settings,
                             std::uint64_t seed);

}  // namespace nudge
