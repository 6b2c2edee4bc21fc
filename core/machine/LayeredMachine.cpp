#include "core/machine/LayeredMachine.h"

#include <algorithm>

#include "core/base/Error.h"
#include "core/base/Parallel.h"
#include "core/machine/IntegerNeurons.h"
#include "core/machine/LayeredEnergies.h"

namespace nudge {

OutputNudge Job::outputNudge(int first) const {
  if (nudge == nullptr) return {};
  const auto offset = static_cast<std::size_t>(first * state.outputs().rows());
  return {nudge, batch.targets.data() + offset, free->outputs().data() + offset};
}

LayeredMachine::LayeredMachine(const NetworkSpec& network, const MachineSettings& settings)
    : LayeredMachine(network, settings, makeEngine(network, Dynamics::of(network, settings))) {}

LayeredMachine::LayeredMachine(NetworkSpec network, MachineSettings settings,
                               std::unique_ptr<Engine> engine)
    : network_(std::move(network)),
      settings_(std::move(settings)),
      dynamics_(Dynamics::of(network_, settings_)),
      engine_(std::move(engine)) {}

Engine& LayeredMachine::engineFor(const SettleOptions& options) {
  if (options.observer == nullptr || !network_.convolutional() || !canFlip(network_))
    return *engine_;
  if (observed_ == nullptr) observed_ = makeFloatEngine(network_, dynamics_);
  return *observed_;
}

void LayeredMachine::makeRoom(const Settled* from, Eigen::Index samples, Settled& into) const {
  const auto fit = [&](std::vector<Matrix>& layers) {
    layers.resize(static_cast<std::size_t>(network_.depth()));
    for (int n = 1; n <= network_.depth(); ++n)
      layers[static_cast<std::size_t>(n - 1)].resize(network_.size(n), samples);
  };
  fit(into.states);
  if (dynamics_.rule.binary)
    fit(into.activations);
  else
    into.activations.clear();
  if (from != nullptr) {
    into.choices = from->choices;
    return;
  }
  const bool pooled = network_.convolutional() && network_.pooling == Pooling::Max;
  into.choices.resize(pooled ? network_.convolutions.size() : 0);
  for (std::size_t i = 0; i < into.choices.size(); ++i)
    into.choices[i].resize(network_.size(static_cast<int>(i) + 1), samples);
}

void LayeredMachine::begin(const Settled* from, int first, int count, Settled& into) const {
  const auto copy = [&](const auto& layers, auto& copies) {
    for (std::size_t i = 0; i < copies.size(); ++i)
      copies[i].middleCols(first, count) = layers[i].middleCols(first, count);
  };
  if (from != nullptr) {
    copy(from->states, into.states);
    copy(from->activations, into.activations);
    return;
  }
  const auto asked = static_cast<float>(settings_.initialState);
  const float start =
      dynamics_.integerBits > 0 ? IntegerNeurons(dynamics_.integerBits).rounded(asked) : asked;
  for (Matrix& layer : into.states) layer.middleCols(first, count).setConstant(start);
  for (Matrix& layer : into.activations)
    layer.middleCols(first, count).setConstant(dynamics_.activation(start));
}

void LayeredMachine::settle(const Parameters& parameters, const Batch& batch, const Nudge* nudge,
                            const Settled* from, const SettleOptions& options, Settled& into) {
  makeRoom(from, batch.inputs.cols(), into);
  Engine& engine = engineFor(options);
  if (nudge == nullptr) engine.computeDrive(parameters, batch.inputs, into);
  engine.prepare(parameters);
  // An observer sees whole states of every step, so that all samples must move together.
  const bool together = options.observer != nullptr;
  const Job job{parameters,
                batch,
                nudge != nullptr ? from->drive : into.drive,
                from,
                nudge,
                into,
                settings_.earlyStop && !together};
  const Phase phase = nudge != nullptr ? Phase::Nudge : Phase::Free;
  const int samples = batch.samples();
  const int width = together ? samples : engine.sliceWidth();
  parallelFor((samples + width - 1) / width, [&](int i) {
    const int first = i * width;
    const int count = std::min(width, samples - first);
    begin(from, first, count, into);
    const auto slice = engine.slice(job, first, count);
    run(job, *slice, phase, options);
    slice->store();
  });
}

void LayeredMachine::run(const Job& job, Slice& slice, Phase phase,
                         const SettleOptions& options) const {
  Observer* const observer = options.observer;
  const int steps = phase == Phase::Nudge ? settings_.nudgeSteps : settings_.freeSteps;
  if (observer != nullptr && phase == Phase::Free) observer->onStep(phase, 0, job.state);
  for (int t = 1; t <= steps; ++t) {
    if (options.stop.stop_requested()) throw Cancelled();
    const bool changed = slice.step();
    if (observer != nullptr) {
      slice.store();
      observer->onStep(phase, t, job.state);
    } else if (!changed && job.earlyStop) {
      return;  // A fixed point: further steps would only repeat it, to within the tolerance.
    }
  }
}

std::unique_ptr<EnergyMeter> LayeredMachine::energyMeter(const Parameters& parameters) const {
  return std::make_unique<LayeredEnergies>(network_, dynamics_.energyBased, parameters);
}

}  // namespace nudge
