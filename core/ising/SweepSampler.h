#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/ising/AnnealSchedule.h"
#include "core/ising/Annealing.h"
#include "core/kernels/SweepLanes.h"

namespace nudge {

/// How a sampler sweeps.
struct SweepPlan {
  std::span<const kernels::SweepWeight> weights;  ///< of each sweep
  int slices = 1;                                 ///< P; 1 for simulated annealing
};

/// Metropolis sweeps over all spins of all Trotter slices, sixteen reads side by side: simulated
/// quantum annealing by path-integral Monte Carlo, with one slice simulated annealing (for which
/// SimulatedAnnealer is faster). What is read is the first slice. Keeps its memory between runs:
/// for many small problems make one and use it again.
class SweepSampler {
 public:
  /// Throws Error unless there are sweeps and slices, and the request fits the problem; Cancelled
  /// when asked to stop, within a few sweeps. Initial states are those of all slices.
  void run(const IsingProblem& problem, const SweepPlan& plan, const ReadRequest& request,
           Reads& into, const SampleOptions& options = {});

  /// Puts the plain reference in the place of the tuned kernel.
  void usePlain(bool plain) { plain_ = plain; }

 private:
  /// The spins of sixteen reads.
  struct Group {
    std::vector<float> memory;  ///< states and fields
    float* state = nullptr;
    float* field = nullptr;
    kernels::RandomLanes random;
  };

  /// A run on its way.
  struct Task {
    const IsingProblem& problem;
    const SweepPlan& plan;
    const ReadRequest& request;
    const SampleOptions& options;

    std::size_t slices() const { return static_cast<std::size_t>(plan.slices); }
    /// How many of a group's lanes are reads; the others compute, but are not looked at.
    std::size_t readsOf(int group) const;
  };

  void takeProblem(const IsingProblem& problem);
  void begin(const Task& task, int group);
  void fillStates(const Task& task, int group);
  void sweep(const Task& task, int group, std::size_t from, std::size_t count);
  void collect(const Task& task, int group, std::size_t slices, Spin* into) const;
  void runWatched(const Task& task, int groups);

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
