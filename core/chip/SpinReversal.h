#pragma once

#include <cstdint>
#include <vector>

#include "core/ising/IsingProblem.h"
#include "core/ising/SampleSet.h"

namespace nudge {

/// A spin-reversal (gauge) transform: every spin is renamed by g = ±1, which changes what a chip is
/// programmed with but no energy, so that its systematic errors average out over several of them.
class SpinReversal {
 public:
  /// Random signs of `spins` spins; the same seed and number give the same.
  SpinReversal(std::size_t spins, std::uint64_t seed, std::uint64_t number = 0);

  const std::vector<Spin>& signs() const { return signs_; }
  /// h' = g h and J' = g_i g_j J.
  IsingProblem apply(const IsingProblem& problem) const;
  /// A state of the problem as one of the transformed problem, or back.
  std::vector<Spin> apply(std::span<const Spin> state) const;
  /// The same for samples; their energies stay.
  SampleSet apply(const SampleSet& samples) const;

 private:
  std::vector<Spin> signs_;
};

}  // namespace nudge
