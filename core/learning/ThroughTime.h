#pragma once

#include <functional>
#include <stop_token>

#include "core/learning/Gradient.h"
#include "core/machine/Dynamics.h"

namespace nudge {

/// The exact gradient of the loss ½|ŷ − s^L|² through time [3.2.2]: the network takes `steps` more
/// steps from `free` without a nudge, and the loss after the last is propagated back through them.
/// For a settled state and β → 0, Equilibrium Propagation with K = steps gives the same (Ernoult et
/// al., "Updates of equilibrium prop match gradients of backprop through time", NeurIPS 2019). Real
/// activations only. Ascent direction, mean over the mini-batch, like contrast().
///
/// `alongTheWay`, if given, is called with the gradient truncated to the last 1, 2, … steps.
/// Memory: steps × neurons × samples × 4 bytes. Throws Cancelled when asked to stop.
void gradientThroughTime(const NetworkSpec& network, const Dynamics& dynamics,
                         const Parameters& parameters, const Batch& batch, const Settled& free,
                         int steps, const std::stop_token& stop, Gradient& into,
                         const std::function<void(const Gradient&)>& alongTheWay = {});

}  // namespace nudge
