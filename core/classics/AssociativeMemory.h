#pragma once

#include <utility>

#include "core/classics/Pattern.h"

namespace nudge {

/// A bidirectional associative memory (Kosko): two groups of neurons, A and B, that recall each
/// other.
///
///     M = Σ_x A_xᵀ B_x                          [2.16]
///     B ← sign(A M),  A ← sign(M Bᵀ)            in turn, a sum of 0 leaves its neuron as it is
///     E = −A M Bᵀ                               never rises
class AssociativeMemory {
 public:
  /// Groups of `a` and `b` neurons, 1 to 4096 each. Throws Error for other numbers.
  AssociativeMemory(std::size_t a, std::size_t b);

  std::size_t aNeurons() const { return a_; }
  std::size_t bNeurons() const { return b_; }
  std::size_t pairs() const { return pairs_; }
  /// Throws Error where a pattern has another number of neurons than its group.
  void store(const Pattern& a, const Pattern& b);
  void forget();

  double energy(const Pattern& a, const Pattern& b) const;

  struct Recall {
    Pattern a, b;
    std::vector<double> energies;  ///< at the start and after every half step
    bool settled = false;
  };
  /// Lets both groups answer each other until nothing changes, at most `steps` times. Group A is
  /// asked first: B answers it.
  Recall recall(const Pattern& a, const Pattern& b, int steps = 50) const;
  /// The same with group B asked first.
  Recall recallBackward(const Pattern& a, const Pattern& b, int steps = 50) const;

 private:
  bool answerB(const Pattern& a, Pattern& b) const;
  bool answerA(Pattern& a, const Pattern& b) const;
  Recall settle(const Pattern& a, const Pattern& b, int steps, bool forward) const;

  std::size_t a_, b_;
  std::size_t pairs_ = 0;
  std::vector<std::int32_t> m_;  // row by row, a row a neuron of A
};

}  // namespace nudge
