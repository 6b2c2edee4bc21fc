#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <stop_token>
#include <vector>

#include "core/ising/AnnealSchedule.h"
#include "core/ising/IsingProblem.h"
#include "core/kernels/SweepLanes.h"

namespace nudge {

/// What a sampler is to do with a problem.
struct SweepRequest {
  std::span<const kernels::SweepWeight> weights;  ///< of each sweep
  int slices = 1;                                 ///< P; 1 for simulated annealing
  int reads = 1;
  /// States to start from: none (random ones), one for all reads, or one a read. All slices start
  /// alike.
  std::span<const Spin> start{};
  std::uint64_t seed = 0;  ///< the same seed gives the same reads, whatever the threads
};

/// Where reads ended, by their first slice. Its memory is reused.
struct Reads {
  std::size_t spins = 0;
  std::vector<Spin> states;      ///< [reads][spins]
  std::vector<double> energies;  ///< of each read

  std::span<const Spin> state(std::size_t read) const {
    return std::span(states).subspan(read * spins, spins);
  }
  std::size_t size() const { return energies.size(); }
  /// The first of lowest energy; there must be one.
  std::size_t lowest() const;
};

/// What goes along with a run of the sampler.
struct SweepOptions {
  std::stop_token stop{};
  /// Called with all reads' states, [reads][slices][spins], before the first sweep (0) and after
  /// every one. A watched run gives the same reads.
  std::function<void(int sweep, std::span<const Spin> states)> watch{};
  /// Called with sweeps done and sweeps in all, over all groups of reads, on any thread.
  std::function<void(long long done, long long all)> progress{};
};

/// Metropolis sweeps over all spins in their order, sixteen reads side by side: simulated annealing
/// [algorithms 1, 2] and, with Trotter slices, simulated quantum annealing by path-integral Monte
/// Carlo, according to the weights. Keeps its memory between runs: for many small problems make one
/// and use it again.
class SweepSampler {
 public:
  /// Throws Error unless there are reads, sweeps and slices, and as many states to start from as
  /// asked for. Throws Cancelled when asked to stop, within a few sweeps.
  void run(const IsingProblem& problem, const SweepRequest& request, const SweepOptions& options,
           Reads& into);

  /// Puts the plain reference in the place of the tuned kernel.
  void usePlain(bool plain) { plain_ = plain; }

 private:
  /// The spins of sixteen reads.
  struct Group {
    std::vector<float> memory;  ///< states and fields
    std::vector<std::uint32_t> seeds;
    float* state = nullptr;
    float* field = nullptr;
    std::uint32_t* random = nullptr;
  };

  void takeProblem(const IsingProblem& problem);
  void begin(const IsingProblem& problem, const SweepRequest& request, int group);
  void fillStates(const SweepRequest& request, int group, std::size_t spins);
  void sweep(int group, const SweepRequest& request, std::size_t from, std::size_t count);
  void collect(const SweepRequest& request, int group, std::size_t slices, Spin* into) const;
  void runWatched(const SweepRequest& request, const SweepOptions& options, int groups);

  bool plain_ = false;
  std::vector<std::uint32_t> first_, neighbour_;
  std::vector<float> coupling_;
  std::vector<Group> groups_;
};

/// The weights of simulated annealing at these inverse temperatures.
std::vector<kernels::SweepWeight> thermalWeights(std::span<const double> betas);

/// The weights of simulated quantum annealing: with H = −A(s)/2 Σσ^x + B(s)/2 H_Ising and
/// β_T = h·GHz/(k_B T), problem energies count β_T B/(2P) and slices are joined by −½ ln tanh(β_T
/// A/(2P)). `path` is s of each sweep, `millikelvin` the temperature, both as in the table's units
/// (GHz). Where A = 0 the join is capped, so that slices only move together.
std::vector<kernels::SweepWeight> quantumWeights(std::span<const double> path,
                                                 const AnnealTable& table, double millikelvin,
                                                 int slices);

/// h·GHz/(k_B T): what an energy of 1 GHz weighs at this temperature.
double inverseTemperature(double millikelvin);

}  // namespace nudge
