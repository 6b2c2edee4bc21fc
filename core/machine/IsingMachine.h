#pragma once

#include "core/base/Lease.h"
#include "core/machine/Annealer.h"
#include "core/machine/IsingNetwork.h"
#include "core/machine/Machine.h"

namespace nudge {

/// Settles spins by annealing [chapter 5, algorithm 9]: the free phase from random states, the
/// nudge phase back from the free state and forth again, its outputs' fields shifted towards the
/// target. Which of the reads speaks for a phase, or whether their mean does, is a setting.
///
/// Watched, a phase's steps are its sweeps, of the read that ends up speaking for it (the first
/// where the mean does).
class IsingMachine final : public Machine {
 public:
  IsingMachine(const NetworkSpec& network, const MachineSettings& settings);

  void settle(const Parameters& parameters, const Batch& batch, const Nudge* nudge,
              const Settled* from, const SettleOptions& options, Settled& into) override;
  std::unique_ptr<EnergyMeter> energyMeter(const Parameters& parameters) const override;

 private:
  /// What a thread needs to settle one sample after the other.
  struct Worker {
    std::unique_ptr<Annealer> annealer;
    std::vector<double> fields;
    std::vector<float> pull;
    std::vector<Spin> start;
    Reads reads;
    std::uint64_t couplingsOf = 0;  ///< the settle whose couplings the problem has
  };
  /// A settle on its way.
  struct Task {
    const Parameters& parameters;
    const Batch& batch;
    const Nudge* nudge;
    const Settled* from;
    const SettleOptions& options;
    const Matrix& drive;
    const Matrix& freeOutputs;  ///< for the nudge phase, means over reads
    Settled& into;

    Phase phase() const { return nudge == nullptr ? Phase::Free : Phase::Nudge; }
  };
  using History = std::vector<std::vector<Spin>>;  ///< a state a sweep

  void settleSample(const Task& task, int sample, Worker& worker, History* history);
  bool isRight(const Task& task, int sample) const;
  void prepareProblem(const Task& task, int sample, Worker& worker);
  Anneal annealOf(const Task& task, int sample, Worker& worker) const;
  void copySample(const Task& task, int sample) const;
  void show(const Task& task, const std::vector<History>& histories) const;
  int columns() const;

  NetworkSpec network_;
  MachineSettings settings_;
  IsingNetwork spins_;
  std::vector<double> freePath_, nudgePath_;
  std::vector<double> couplings_;
  std::uint64_t settles_ = 0;
  LeasePool<Worker> workers_;
};

}  // namespace nudge
