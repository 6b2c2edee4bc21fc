#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include "core/base/Random.h"
#include "core/kernels/StateUpdate.h"

namespace nudge::test {

inline std::vector<float> randomValues(Random& random, std::size_t count, float low, float high) {
  std::vector<float> values(count);
  for (float& value : values) value = random.uniform(low, high);
  return values;
}

inline std::vector<std::uint64_t> randomBits(Random& random, std::size_t words) {
  std::vector<std::uint64_t> bits(words);
  for (auto& word : bits) word = std::uint64_t{random()} << 32 | random();
  return bits;
}

inline float difference(const std::vector<float>& a, const std::vector<float>& b) {
  float most = 0;
  for (std::size_t i = 0; i < a.size(); ++i) most = std::max(most, std::abs(a[i] - b[i]));
  return most;
}

inline kernels::StateRule randomRule(Random& random, bool binary) {
  const float dt = random.uniform(0.1F, 1.0F);
  return {1 - dt, dt, binary, random.uniform(0.1F, 0.6F)};
}

}  // namespace nudge::test
