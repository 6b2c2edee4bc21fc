#pragma once

#include <utility>
#include <vector>

#include "core/base/Random.h"
#include "core/learning/Gradient.h"
#include "core/machine/LayeredMachine.h"

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

inline Batch randomBatch(const NetworkSpec& spec, int samples, std::uint64_t seed) {
  Random random(seed, Purpose::Test);
  Batch batch;
  batch.inputs.resize(spec.inputs(), samples);
  for (float& x : batch.inputs.reshaped()) x = random.uniform();
  for (int i = 0; i < samples; ++i) {
    batch.labels.push_back(
        static_cast<int>(random.below(static_cast<std::uint32_t>(spec.classes()))));
  }
  batch.targets = targetsFor(batch.labels, spec);
  return batch;
}

}  // namespace nudge::test
