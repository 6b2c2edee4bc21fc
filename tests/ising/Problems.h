#pragma once

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "core/base/Random.h"
#include "core/ising/IsingProblem.h"

namespace nudge::test {

/// Gaussian fields and couplings; each pair is coupled with the probability `density`.
inline IsingProblem gaussianProblem(std::size_t spins, float density, std::uint64_t seed) {
  Random random(seed, Purpose::Test);
  std::vector<double> fields(spins);
  for (double& field : fields) field = static_cast<double>(random.normal());
  std::vector<Coupling> couplings;
  for (std::size_t i = 0; i < spins; ++i) {
    for (std::size_t j = i + 1; j < spins; ++j) {
      if (random.uniform() >= density) continue;
      couplings.push_back({static_cast<std::int32_t>(i), static_cast<std::int32_t>(j),
                           static_cast<double>(random.normal())});
    }
  }
  return IsingProblem(std::move(fields), std::move(couplings));
}

/// Whole numbers from −most to most, 0 never: ±1 where most is 1. Fields too where `withFields`.
inline IsingProblem integerProblem(std::size_t spins, float density, int most, bool withFields,
                                   std::uint64_t seed) {
  Random random(seed, Purpose::Test, 1);
  const auto number = [&] {
    const double size = 1 + random.below(static_cast<std::uint32_t>(most));
    return random.below(2) == 0 ? -size : size;
  };
  std::vector<double> fields(spins);
  if (withFields) {
    for (double& field : fields) field = number();
  }
  std::vector<Coupling> couplings;
  for (std::size_t i = 0; i < spins; ++i) {
    for (std::size_t j = i + 1; j < spins; ++j) {
      if (random.uniform() >= density) continue;
      couplings.push_back({static_cast<std::int32_t>(i), static_cast<std::int32_t>(j), number()});
    }
  }
  return IsingProblem(std::move(fields), std::move(couplings));
}

/// The state whose bit i says whether spin i is up.
inline std::vector<Spin> stateOf(std::uint32_t bits, std::size_t spins) {
  std::vector<Spin> state(spins);
  for (std::size_t i = 0; i < spins; ++i) state[i] = (bits >> i & 1) != 0 ? Spin{1} : Spin{-1};
  return state;
}

}  // namespace nudge::test
