#pragma once

#include <vector>

#include "core/kernels/StateUpdate.h"
#include "core/machine/Machine.h"

namespace nudge {

/// Synchronous dynamics of fully connected layers: every step takes each neuron's input
/// W^n ρ(s^{n−1}) + W^{n+1}ᵀ ρ(s^{n+1}) + b^n from the same old state and moves all neurons at
/// once. What a neuron does with its input is the rule of the machine derived from this.
///
/// The mini-batch is cut into slices of samples that settle independently, each on one thread; the
/// cut depends on the network alone.
class LayeredMachine : public Machine {
 public:
  void settle(const Parameters& parameters, const Batch& batch, const Nudge* nudge,
              const Settled* from, const SettleOptions& options, Settled& into) final;

 protected:
  LayeredMachine(NetworkSpec network, MachineSettings settings, kernels::StateRule rule);

  /// One step of one output neuron: from its state, its input and its target; β is 0 in the free
  /// phase.
  virtual float outputStep(float state, float input, float target, float beta) const = 0;

  const NetworkSpec& network() const { return network_; }
  const MachineSettings& settings() const { return settings_; }
  const kernels::StateRule& rule() const { return rule_; }

  /// Σ_n ρ(s^n)ᵀ W^n ρ(s^{n−1}) + Σ_n b^nᵀ ρ(s^n) per sample.
  Eigen::VectorXd interactions(const Parameters& parameters, const Matrix& drive,
                               const Settled& state) const;

 private:
  struct Slice;

  void begin(const Settled* from, Eigen::Index samples, Settled& into) const;
  void run(const Slice& slice) const;
  /// One step of all layers; returns whether any state changed.
  bool step(const Slice& slice) const;
  void gatherInput(const Slice& slice, int n, bool fromAbove) const;
  bool stepTop(const Slice& slice) const;
  bool updateOutputs(const Slice& slice) const;

  NetworkSpec network_;
  MachineSettings settings_;
  kernels::StateRule rule_;
  int sliceWidth_;
  bool narrowTop_;                            ///< the two topmost layers step in one fused kernel
  std::vector<std::vector<Matrix>> scratch_;  ///< per slice, the input of every layer
};

}  // namespace nudge
