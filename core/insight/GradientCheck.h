#pragma once

#include <stop_token>
#include <string>
#include <vector>

#include "core/learning/LearningSettings.h"
#include "core/machine/Machine.h"

namespace nudge {

/// How one estimate of g_W stands to another one.
struct Agreement {
  double cosine = 0;         ///< of the angle between them; NaN where one of them is zero
  double relativeError = 0;  ///< |estimate − reference| / |reference|; NaN where that is zero
};

Agreement agreementOf(const Weights& estimate, const Weights& reference);

/// The running estimate of Equilibrium Propagation beside the gradient through time [3.2.2; Ernoult
/// et al., NeurIPS 2019]: what k steps of the nudge phase say of the weights against what the last
/// k steps of the free phase did to the loss. For a settled network they coincide as β → 0.
struct GradientCheck {
  double beta = 0;
  bool symmetric = false;  ///< the estimate is that of ±β
  int samples = 0;
  std::vector<std::vector<Agreement>> layers;  ///< nearest the input first, after 1 … K steps
};

/// Why there is no such check, in a sentence; empty where there is one.
std::string whyNoGradientCheck(const NetworkSpec& network, double beta);

/// Settles the batch and compares, with the nudge, the sign + and the two sides of the learning
/// settings' estimator (one side for the gradient through time itself). Memory: 2K states of all
/// samples. Throws Error where there is no such check, Cancelled when asked to stop.
GradientCheck checkGradient(const NetworkSpec& network, const MachineSettings& settings,
                            const LearningSettings& learning, const Parameters& parameters,
                            const Batch& batch, const std::stop_token& stop = {});

}  // namespace nudge
