#include "core/insight/GradientCheck.h"

#include <cmath>

#include "core/base/Error.h"
#include "core/learning/Gradient.h"
#include "core/learning/ThroughTime.h"

namespace nudge {

namespace {

/// Keeps the states of every step of a nudge phase.
class Steps : public Observer {
 public:
  void onStep(Phase /*phase*/, int /*t*/, const Settled& state) override {
    Settled kept;
    kept.states = state.states;
    kept.activations = state.activations;
    kept.choices = state.choices;
    steps.push_back(std::move(kept));
  }
  std::vector<Settled> steps;
};

std::vector<Settled> nudgeSteps(Machine& machine, const Parameters& parameters, const Batch& batch,
                                const Nudge& nudge, const Settled& free,
                                const std::stop_token& stop) {
  Steps observer;
  Settled end;
  machine.settle(parameters, batch, &nudge, &free, {stop, &observer}, end);
  return std::move(observer.steps);
}

}  // namespace

Agreement agreementOf(const Weights& estimate, const Weights& reference) {
  const auto a = estimate.cast<double>().array();
  const auto b = reference.cast<double>().array();
  const double norms = std::sqrt(a.square().sum() * b.square().sum());
  const double length = std::sqrt(b.square().sum());
  const auto ratio = [](double above, double below) {
    return below > 0 ? above / below : std::nan("");
  };
  return {ratio((a * b).sum(), norms), ratio(std::sqrt((a - b).square().sum()), length)};
}

std::string whyNoGradientCheck(const NetworkSpec& network, double beta) {
  if (network.activation != Activation::Hardsigmoid)
    return "Binary activations have no gradient through time to compare with; choose hardsigmoid.";
  return whyNoNudge(beta);
}

GradientCheck checkGradient(const NetworkSpec& network, const MachineSettings& settings,
                            const LearningSettings& learning, const Parameters& parameters,
                            const Batch& batch, const std::stop_token& stop) {
  if (const std::string why = whyNoGradientCheck(network, learning.beta); !why.empty())
    throw Error(why);
  const auto machine = makeMachine(network, settings);
  Settled free;
  machine->settle(parameters, batch, nullptr, nullptr, {stop, nullptr}, free);
  const Nudge nudge = learning.nudgeWith(static_cast<float>(learning.beta));
  const Nudge opposite{-nudge.beta, nudge.kind};

  GradientCheck check;
  check.beta = static_cast<double>(nudge.beta);
  check.symmetric = learning.estimator == EstimatorKind::Symmetric;
  check.samples = batch.samples();
  check.layers.resize(static_cast<std::size_t>(network.depth()));
  const auto plus = nudgeSteps(*machine, parameters, batch, nudge, free, stop);
  std::vector<Settled> minus;
  if (check.symmetric) minus = nudgeSteps(*machine, parameters, batch, opposite, free, stop);
  const float delta = check.symmetric ? 2 * nudge.beta : nudge.beta;

  Gradient estimate;
  std::size_t k = 0;
  const auto compare = [&](const Gradient& reference) {
    contrast(network, plus[k], check.symmetric ? minus[k] : free, batch.inputs, delta, estimate);
    for (std::size_t n = 0; n < check.layers.size(); ++n)
      check.layers[n].push_back(
          agreementOf(estimate.layers[n].weights(), reference.layers[n].weights()));
    ++k;
  };
  Gradient whole;
  gradientThroughTime(network, Dynamics::of(network, settings), parameters, batch, free,
                      settings.nudgeSteps, stop, whole, compare);
  return check;
}

}  // namespace nudge
