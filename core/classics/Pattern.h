#pragma once

#include <vector>

#include "core/base/Random.h"
#include "core/ising/IsingProblem.h"

namespace nudge {

/// States of binary neurons, −1 or +1 each.
using Pattern = std::vector<Spin>;

/// Neurons that are −1 or +1 with equal chance.
Pattern randomPattern(std::size_t neurons, Random& random);

/// The pattern with each neuron turned with this chance, from 0 to 1.
Pattern corrupted(const Pattern& pattern, double chance, Random& random);

/// (1/n) Σ a_i b_i: 1 for equal patterns, −1 for opposite ones, near 0 for unrelated ones. Both
/// have n ≥ 1 neurons.
double overlap(const Pattern& a, const Pattern& b);

}  // namespace nudge
