#pragma once

#include <functional>
#include <stop_token>

#include "core/classics/Pattern.h"

namespace nudge {

/// A Hopfield network as a memory: it falls from a state to a stored pattern near by.
///
///     W_ij = (1/N) Σ_x V_i^x V_j^x, W_ii = 0          [2.15, Hebb's rule over N patterns]
///     V_i ← +1 if Σ_j W_ij V_j ≥ 0, else −1           [2.10, one neuron at a time, no thresholds]
///     E = −½ Σ_{i≠j} W_ij V_i V_j                     [2.11]
class HopfieldMemory {
 public:
  /// Of 1 to kMostNeurons neurons. Throws Error for another number.
  explicit HopfieldMemory(std::size_t neurons);
  static constexpr std::size_t kMostNeurons = 4096;

  std::size_t neurons() const { return neurons_; }
  const std::vector<Pattern>& patterns() const { return patterns_; }
  /// Adds a pattern of neurons() neurons. Throws Error for another number of them.
  void store(const Pattern& pattern);
  void forget();

  /// W_ij; 0 where nothing is stored.
  double weight(std::size_t i, std::size_t j) const;
  double energy(const Pattern& state) const;
  /// No update would change the state.
  bool atRest(const Pattern& state) const;
  /// The stored pattern with the largest overlap, by its place; −1 where none is stored.
  int nearest(const Pattern& state) const;

  /// A neuron that turned, and the energy after that.
  struct Turn {
    std::size_t neuron = 0;
    double energy = 0;
  };
  struct Recall {
    Pattern end;
    std::vector<Turn> turns;  ///< in their order; energies never rise
    bool settled = false;     ///< the end is at rest
  };
  /// Lets the network settle from a state: sweeps over all neurons, each in an order of its own,
  /// until nothing changes, at most `sweeps` of them. A field of exactly 0 leaves its neuron as it
  /// is, so that the energy falls with every turn.
  Recall recall(const Pattern& from, Random& random, int sweeps = 100) const;

 private:
  /// N Σ_j W_ij V_j, a whole number.
  long long field(const Pattern& state, std::size_t i) const;

  std::size_t neurons_;
  std::vector<Pattern> patterns_;
  std::vector<std::int32_t> sums_;  // N·W, row by row
};

/// How many of as many random patterns as `load` times the neurons are recalled.
struct CapacityPoint {
  double load = 0;      ///< patterns over neurons
  double recalled = 0;  ///< share of the patterns whose neighbourhood falls back to them
  double overlap = 0;   ///< mean, of where it settles with the pattern
};

/// What the capacity is measured with.
struct CapacityTest {
  std::size_t neurons = 200;
  double corrupted = 0;  ///< share of neurons turned before recall
  int trials = 5;        ///< sets of patterns for each load
  double enough = 0.95;  ///< overlap that counts as recalled
  std::uint64_t seed = 1;
};

/// Stores random patterns at each load and recalls each of them: past about 0.14 patterns a neuron
/// memory breaks down all at once. Throws Cancelled when stopped.
std::vector<CapacityPoint> capacity(const std::vector<double>& loads, const CapacityTest& test,
                                    const std::stop_token& stop = {},
                                    const std::function<void(const CapacityPoint&)>& seen = {});

}  // namespace nudge
