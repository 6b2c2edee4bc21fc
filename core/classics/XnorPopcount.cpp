#include "core/classics/XnorPopcount.h"

#include <fmt/format.h>

#include "core/base/Error.h"

namespace nudge {

XnorPopcount xnorPopcount(const Pattern& activations, const Pattern& weights, int threshold) {
  if (activations.empty() || activations.size() != weights.size()) {
    throw Error(
        fmt::format("XNOR needs as many weights as activations, at least one, not {} and {}.",
                    weights.size(), activations.size()));
  }
  XnorPopcount steps;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const bool activation = activations[i] > 0, weight = weights[i] > 0;
    steps.activations.push_back(activation);
    steps.weights.push_back(weight);
    steps.products.push_back(activation == weight);
    steps.ones += activation == weight ? 1 : 0;
  }
  steps.sum = 2 * steps.ones - static_cast<int>(weights.size());
  steps.output = steps.sum >= threshold;
  return steps;
}

}  // namespace nudge
