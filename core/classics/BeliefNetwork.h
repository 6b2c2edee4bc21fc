#pragma once

#include <vector>

#include "core/classics/BoltzmannMachine.h"

namespace nudge {

/// A deep belief network [Fig. 2.10]: restricted Boltzmann machines on top of each other, each
/// trained on what the one beneath makes of the data.
class BeliefNetwork {
 public:
  /// Units of each layer, the visible ones first: at least two numbers. Throws Error for fewer.
  BeliefNetwork(const std::vector<int>& units, std::uint64_t seed);

  int layers() const { return static_cast<int>(machines_.size()); }
  const BoltzmannMachine& machine(int n) const { return machines_.at(static_cast<std::size_t>(n)); }

  /// One step of CD-1 of machine n on what the ones beneath make of the mini-batch. Returns its
  /// reconstruction error.
  double train(int n, const Matrix& visible, const BoltzmannMachine::Rates& rates, Random& random);

  /// The chances of the units above machine n − 1, so that up(v, 0) is v.
  Matrix up(const Matrix& visible, int n) const;
  /// From there down to the visible units.
  Matrix down(const Matrix& units, int n) const;
  /// `steps` of Gibbs sampling in the machine `top`, begun at these visible units, then down.
  Matrix generate(const Matrix& visible, int top, int steps, Random& random) const;
  /// What unit i above machine n looks for, as visible weights: products of the matrices.
  Vector filter(int n, int unit) const;

 private:
  std::vector<BoltzmannMachine> machines_;
};

}  // namespace nudge
