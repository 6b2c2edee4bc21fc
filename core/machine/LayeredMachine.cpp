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

void LayeredMachine::begin(const Settled* from, Eigen::Index samples, Settled& into) const {
  if (from != nullptr) {
    into.states = from->states;
    into.activations = from->activations;
    into.choices = from->choices;
    return;
  }
  const auto asked = static_cast<float>(settings_.initialState);
  const float start =
      dynamics_.integerBits > 0 ? IntegerNeurons(dynamics_.integerBits).rounded(asked) : asked;
  const auto fill = [&](std::vector<Matrix>& layers, float value) {
    layers.resize(static_cast<std::size_t>(network_.depth()));
    for (int n = 1; n <= network_.depth(); ++n)
      layers[static_cast<std::size_t>(n - 1)].setConstant(network_.size(n), samples, value);
  };
  fill(into.states, start);
  if (dynamics_.rule.binary) fill(into.activations, dynamics_.activation(start));
  const bool pooled = network_.convolutional() && network_.pooling == Pooling::Max;
  into.choices.resize(pooled ? network_.convolutions.size() : 0);
  for (std::size_t i = 0; i < into.choices.size(); ++i)
    into.choices[i].resize(network_.size(static_cast<int>(i) + 1), samples);
}

void LayeredMachine::settle(const Parameters& parameters, const Batch& batch, const Nudge* nudge,
                            const Settled* from, const SettleOptions& options, Settled& into) {
  begin(from, batch.inputs.cols(), into);
  Engine& engine = engineFor(options);
  if (nudge == nullptr) engine.computeDrive(parameters, batch.inputs, into);
  engine.prepare(parameters);
  const Job job{parameters, batch, nudge != nullptr ? from->drive : into.drive, from, nudge, into};
  const Phase phase = nudge != nullptr ? Phase::Nudge : Phase::Free;
  const int samples = batch.samples();
  // An observer sees whole states, so that all samples must move together.
  const int width = options.observer != nullptr ? samples : engine.sliceWidth();
  parallelFor((samples + width - 1) / width, [&](int i) {
    const int first = i * width;
    const auto slice = engine.slice(job, first, std::min(width, samples - first));
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
    } else if (!changed && settings_.earlyStop) {
      return;  // A fixed point: further steps would only repeat it, to within the tolerance.
    }
  }
}

std::unique_ptr<EnergyMeter> LayeredMachine::energyMeter(const Parameters& parameters) const {
  return std::make_unique<LayeredEnergies>(network_, dynamics_.energyBased, parameters);
}

}  // namespace nudge
