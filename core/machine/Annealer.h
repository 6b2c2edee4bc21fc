#pragma once

#include <span>
#include <variant>
#include <vector>

#include "core/ising/CollapsedAnnealer.h"
#include "core/ising/SimulatedAnnealer.h"
#include "core/ising/SweepSampler.h"
#include "core/machine/MachineSettings.h"

namespace nudge {

/// What an Ising machine asks of its anneals.
struct Anneal {
  std::span<const double> path;  ///< s of every sweep, 0 … 1
  int reads = 1;
  std::span<const Spin> start{};  ///< as ReadRequest::initial
  std::uint64_t seed = 0;
};

/// What takes the spins of a problem along a path: simulated annealing between the inverse
/// temperatures β_hot^(1−s)·β_cold^s, or simulated quantum annealing through A(s) and B(s), as the
/// settings say. One thread uses it at a time.
class Annealer {
 public:
  Annealer(IsingProblem problem, const MachineSettings& settings);

  /// A watcher gets the states of all reads' first slices, [reads][spins]. Throws Cancelled when
  /// asked to stop.
  void run(const Anneal& anneal, const SampleOptions& options, Reads& into);

  /// The problem that is annealed; its values may change, with setFields and setCouplings.
  const IsingProblem& problem() const;
  void setFields(std::span<const double> fields);
  void setCouplings(std::span<const double> values);

 private:
  void runQuantum(const Anneal& anneal, const ReadRequest& request, const SampleOptions& options,
                  Reads& into);

  MachineSettings settings_;
  std::variant<SimulatedAnnealer, CollapsedAnnealer> thermal_;
  SweepSampler quantum_;
};

/// Inverse temperatures along a path: β_hot^(1−s)·β_cold^s.
std::vector<double> temperaturesAlong(std::span<const double> path, const TemperatureRange& range);

/// The inverse temperatures that a problem is annealed between by these settings.
TemperatureRange annealRange(const IsingProblem& problem, const AnnealingSettings& settings,
                             std::uint64_t seed);

}  // namespace nudge
