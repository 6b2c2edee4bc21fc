#pragma once

#include "core/machine/Engine.h"

namespace nudge {

/// Synchronous dynamics of layered networks: every step takes each neuron's input
/// W^n ρ(s^{n−1}) + W^{n+1}ᵀ ρ(s^{n+1}) + b^n from the same old state and moves all neurons at
/// once. What a neuron does with its input is the business of its Dynamics, how inputs are computed
/// that of its Engine.
///
/// The mini-batch is cut into slices of samples that settle independently, each on one thread; the
/// cut depends on the network alone.
class LayeredMachine final : public Machine {
 public:
  LayeredMachine(const NetworkSpec& network, const MachineSettings& settings);
  /// With an engine of one's own choice.
  LayeredMachine(NetworkSpec network, MachineSettings settings, std::unique_ptr<Engine> engine);

  void settle(const Parameters& parameters, const Batch& batch, const Nudge* nudge,
              const Settled* from, const SettleOptions& options, Settled& into) override;

  std::unique_ptr<EnergyMeter> energyMeter(const Parameters& parameters) const override;

 private:
  Engine& engineFor(const SettleOptions& options);
  /// Sizes of all, and the choices, of which those of the first layer come with the drive.
  void makeRoom(const Settled* from, Eigen::Index samples, Settled& into) const;
  /// Some samples' states before their first step.
  void begin(const Settled* from, int first, int count, Settled& into) const;
  void run(const Job& job, Slice& slice, Phase phase, const SettleOptions& options) const;

  NetworkSpec network_;
  MachineSettings settings_;
  Dynamics dynamics_;
  std::unique_ptr<Engine> engine_;
  std::unique_ptr<Engine> observed_;  ///< for observers of binary convolutions: as published
};

}  // namespace nudge
