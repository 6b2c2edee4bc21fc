#pragma once

#include "core/learning/Gradient.h"
#include "core/machine/Machine.h"

namespace nudge {

/// 2·g(β/2) − g(β) of a layer's weights, where g is the one-sided estimate: what is wrong with g in
/// proportion to β cancels. It settles once more than g alone.
inline Weights extrapolated(const NetworkSpec& network, Machine& machine,
                            const Parameters& parameters, const Batch& batch, float beta,
                            std::size_t layer) {
  Settled free, nudged;
  machine.settle(parameters, batch, nullptr, nullptr, {}, free);
  const auto estimate = [&](float factor) {
    const Nudge nudge{factor, NudgeKind::Elastic};
    machine.settle(parameters, batch, &nudge, &free, {}, nudged);
    Gradient gradient;
    contrast(network, nudged, free, batch.inputs, factor, gradient);
    return gradient.layers[layer].weights();
  };
  return 2 * estimate(beta / 2) - estimate(beta);
}

}  // namespace nudge
