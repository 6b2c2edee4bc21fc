#pragma once

#include <cstdint>
#include <memory>
#include <stop_token>
#include <vector>

#include "core/learning/LearningSettings.h"
#include "core/learning/Optimizer.h"
#include "core/machine/Machine.h"

namespace nudge {

/// What a mini-batch showed, by its free phase, and what it changed.
struct BatchResult {
  int samples = 0;
  int errors = 0;                    ///< by the class mean
  int errorsSingle = 0;              ///< by the first output of each class
  double loss = 0;                   ///< Σ over samples of ½|ŷ − s^L|²
  std::vector<std::uint64_t> flips;  ///< per layer; empty after a test
};

/// Settle, nudge, compare, update: one mini-batch of Equilibrium Propagation after the other, on
/// any machine.
class Trainer {
 public:
  /// The settings must be free of problems().
  Trainer(const NetworkSpec& network, const MachineSettings& machine,
          const LearningSettings& learning, Parameters parameters, std::uint64_t seed);

  /// Learns from a mini-batch. `step` counts mini-batches over the whole run: random signs are
  /// keyed by it. Throws Cancelled when asked to stop; the parameters are then as they were before.
  BatchResult train(const Batch& batch, std::uint64_t step, const std::stop_token& stop);

  /// The epoch that the next mini-batches belong to, counted from 1: rates may decay with it.
  void setEpoch(int epoch) { epoch_ = epoch; }

  /// The free phase alone. `number` counts tests over the whole run.
  BatchResult test(const Batch& batch, std::uint64_t number, const std::stop_token& stop);

  /// Takes over settings that may change while a run goes on.
  void change(const MachineSettings& machine, const LearningSettings& learning);

  const Machine& machine() const { return *machine_; }
  const Parameters& parameters() const { return parameters_; }
  void setParameters(Parameters parameters) { parameters_ = std::move(parameters); }
  Optimizer& optimizer() { return *optimizer_; }
  const Optimizer& optimizer() const { return *optimizer_; }

  /// The two phases of the newest mini-batch (of the symmetric estimator, the one with +β).
  const Settled& free() const { return free_; }
  const Settled& nudged() const { return nudged_; }

 private:
  BatchResult judge(const Batch& batch) const;
  void estimate(const Batch& batch, std::uint64_t step, const std::stop_token& stop);
  std::vector<std::uint64_t> update();
  void limitWeights(std::size_t index);
  void updateScaling(std::size_t index, const WeightUpdate& update, const Vector& oldBiases);

  NetworkSpec network_;
  MachineSettings machineSettings_;
  LearningSettings learning_;
  Parameters parameters_;
  std::uint64_t seed_;
  std::unique_ptr<Machine> machine_;
  std::unique_ptr<Optimizer> optimizer_;
  Settled free_, nudged_, opposite_;
  int epoch_ = 1;
  Gradient gradient_;
  std::vector<std::vector<CellWire>> wires_;  ///< of each layer that is sparse; else empty
};

/// β of the mini-batch: its sign is drawn for the random-sign estimator.
float nudgingFactor(const LearningSettings& learning, std::uint64_t seed, std::uint64_t step);

}  // namespace nudge
