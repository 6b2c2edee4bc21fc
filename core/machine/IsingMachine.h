#pragma once

#include <span>

#include "core/ising/Annealing.h"
#include "core/machine/IsingNetwork.h"
#include "core/machine/Machine.h"
#include "core/machine/MachineSettings.h"

namespace nudge {

/// What all machines share that settle spins by annealing [chapter 5, algorithm 9]: the free phase
/// from random states, the nudge phase back from the free state and forth again, its outputs'
/// fields shifted towards the target. Which of the reads speaks for a phase, or whether their mean
/// does, is a setting. How the anneals are made is the derived machine's.
class IsingMachine : public Machine {
 public:
  void settle(const Parameters& parameters, const Batch& batch, const Nudge* nudge,
              const Settled* from, const SettleOptions& options, Settled& into) final;
  std::unique_ptr<EnergyMeter> energyMeter(const Parameters& parameters) const override;

 protected:
  IsingMachine(const NetworkSpec& network, const MachineSettings& settings);

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
  using History = std::vector<std::vector<Spin>>;  ///< a state a step of what is watched

  /// Anneals these samples and keeps their reads. `histories` are to be filled, one for each of
  /// the samples, or empty.
  virtual void anneal(const Task& task, std::span<const int> samples,
                      std::span<History> histories) = 0;

  /// The fields of a sample's spins in this phase.
  void fieldsOf(const Task& task, int sample, std::vector<double>& into) const;
  /// Where a sample's anneals start: states side by side; empty where that is up to chance.
  void startOf(const Task& task, int sample, std::vector<Spin>& into) const;
  int readsOf(Phase phase) const;
  static std::uint64_t seedOf(const Task& task, int sample);
  /// Stores those of the reads that speak for the phase; returns the first of them.
  std::size_t keep(const Task& task, int sample, const Reads& reads) const;
  /// States that speak for a phase: one, or all reads where their mean does.
  int columns() const;

  const MachineSettings& settings() const { return settings_; }
  const IsingNetwork& spins() const { return spins_; }
  const NetworkSpec& network() const { return network_; }

 private:
  bool isRight(const Task& task, int sample) const;
  void copySample(const Task& task, int sample) const;
  void show(const Task& task, const std::vector<History>& histories) const;

  NetworkSpec network_;
  MachineSettings settings_;
  IsingNetwork spins_;
};

}  // namespace nudge
