#pragma once

#include "core/base/Lease.h"
#include "core/machine/Annealer.h"
#include "core/machine/IsingMachine.h"

namespace nudge {

/// Settles spins by simulated annealing or simulated quantum annealing, samples side by side on all
/// threads. Watched, a phase's steps are its sweeps, of the read that ends up speaking for it (the
/// first where the mean does).
class AnnealingMachine final : public IsingMachine {
 public:
  AnnealingMachine(const NetworkSpec& network, const MachineSettings& settings);

 private:
  /// What a thread needs to settle one sample after the other.
  struct Worker {
    std::unique_ptr<Annealer> annealer;
    std::vector<double> fields;
    std::vector<Spin> start;
    Reads reads;
    std::uint64_t couplingsOf = 0;  ///< which couplings the problem has
  };

  void anneal(const Task& task, std::span<const int> samples,
              std::span<History> histories) override;
  void settleSample(const Task& task, int sample, Worker& worker, History* history) const;
  void prepareProblem(const Task& task, int sample, Worker& worker) const;

  std::vector<double> freePath_, nudgePath_;
  std::vector<double> couplings_, newCouplings_;
  std::uint64_t couplingsNow_ = 0;  ///< counts changes of the couplings
  LeasePool<Worker> workers_;
};

}  // namespace nudge
