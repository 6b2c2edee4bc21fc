#include "app/lessons/TrajectoryFacts.h"

#include <cmath>

#include "core/learning/Prediction.h"

namespace nudge {

namespace {

constexpr float kMoved = 1e-6F;  // what counts as a change of an activation

}  // namespace

void noteTrajectory(const Relaxed& relaxed, Facts& facts) {
  const Trajectory& trajectory = *relaxed.trajectory;
  const Frame& free = trajectory.frames[static_cast<std::size_t>(trajectory.freeSteps)];
  const Frame& nudged = trajectory.frames.back();
  int hidden = 0;
  for (std::size_t n = 0; n < free.activations.size(); ++n) {
    const auto difference =
        (nudged.activations[n].col(0) - free.activations[n].col(0)).array().abs();
    const auto changed = static_cast<int>((difference > kMoved).count());
    facts.set("dynamics.changed." + std::to_string(n + 1), changed);
    if (n + 1 < free.activations.size()) hidden += changed;
  }
  facts.set("dynamics.changed", hidden);
  const int answer = predictByMean(free.states.back(), relaxed.request.network.perClass).front();
  facts.set("dynamics.label", relaxed.request.label);
  facts.set("dynamics.answer", answer);
  facts.set("dynamics.right", answer == relaxed.request.label);
}

void noteGradient(const GradientCheck& check, Facts& facts) {
  double lowest = 1;
  for (const std::vector<Agreement>& layer : check.layers) {
    if (layer.empty() || std::isnan(layer.back().cosine)) return;
    lowest = std::min(lowest, layer.back().cosine);
  }
  facts.set("dynamics.cosine", lowest);
}

}  // namespace nudge
