#pragma once

#include <memory>

#include "core/machine/Dynamics.h"
#include "core/machine/Machine.h"

namespace nudge {

/// A phase of a mini-batch. Layers count from 1, as in the equations.
struct Job {
  const Parameters& parameters;
  const Batch& batch;
  const Matrix& drive;  ///< W^1 x + b^1
  const Settled* free;  ///< the end of the free phase, for the nudge phase
  const Nudge* nudge;   ///< null in the free phase
  Settled& state;
  bool earlyStop = false;  ///< samples that a step left unchanged need take no further ones

  Matrix& states(int n) const { return state.states[static_cast<std::size_t>(n - 1)]; }
  Matrix& activations(int n) const {
    return state.activations.empty() ? states(n)
                                     : state.activations[static_cast<std::size_t>(n - 1)];
  }
  /// The nudge as the outputs of the samples from `first` on feel it.
  OutputNudge outputNudge(int first) const;
};

/// Some samples of a job on their way through its steps, on one thread.
class Slice {
 public:
  virtual ~Slice() = default;
  /// One synchronous step of all layers of the samples that still move; returns whether any state
  /// changed.
  virtual bool step() = 0;
  /// Brings the job's states (activations, choices) up to date, where the slice works on a copy.
  virtual void store() = 0;
};

/// How synchronous steps of a layered network are computed: one file a way. All give the same
/// states, but for the rounding of sums.
class Engine {
 public:
  virtual ~Engine() = default;

  /// Samples that a slice should have.
  virtual int sliceWidth() const = 0;
  /// W^1 x + b^1 (pooled) of every sample, and the choices of the first layer where it is pooled.
  virtual void computeDrive(const Parameters& parameters, const Matrix& inputs, Settled& into) = 0;
  /// Called once before the slices of a job, with its parameters: packs weights.
  virtual void prepare(const Parameters& parameters) = 0;
  /// Samples first … first + count − 1 of a job, ready for their first step. Called from many
  /// threads; the slice lives shorter than the engine and the job.
  virtual std::unique_ptr<Slice> slice(const Job& job, int first, int count) = 0;
};

/// The fastest engine for such a network.
std::unique_ptr<Engine> makeEngine(const NetworkSpec& network, const Dynamics& dynamics);
/// The engine that adds up inputs as the published program does. Max pooling of binary maps meets
/// equal sums all the time, which that program tells apart by their rounding.
std::unique_ptr<Engine> makeFloatEngine(const NetworkSpec& network, const Dynamics& dynamics);

/// Matrix products in floating point: any fully connected network.
std::unique_ptr<Engine> makeDenseEngine(const NetworkSpec& network, const Dynamics& dynamics);
/// Bits and counts: what canFlip says.
std::unique_ptr<Engine> makeFlipEngine(const NetworkSpec& network, const Dynamics& dynamics);
/// Binary weights and activations, max pooling if any, no neuron with more than 32,767 others.
bool canFlip(const NetworkSpec& network);
/// Direct convolutions in floating point: any convolutional network.
std::unique_ptr<Engine> makeConvolutionEngine(const NetworkSpec& network, const Dynamics& dynamics);

}  // namespace nudge
