#pragma once

#include <utility>
#include <vector>

#include "tests/learning/SmallNetworks.h"

namespace nudge::test {

inline NetworkSpec net(std::vector<int> layers, Activation activation = Activation::Hardsigmoid,
                       int perClass = 1) {
  NetworkSpec spec;
  spec.layers = std::move(layers);
  spec.activation = activation;
  spec.perClass = perClass;
  spec.weights = WeightKind::Real;
  return spec;
}

}  // namespace nudge::test
