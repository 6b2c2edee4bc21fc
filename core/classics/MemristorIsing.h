#pragma once

#include "core/classics/Pattern.h"

namespace nudge {

/// An Ising machine of threshold units on a crossbar of memristors, whose own noise shakes them out
/// of bad minima:
///
///     σ_i(t+1) = sign(x_i(t) + η_i − Θ_i),   η_i ~ N(0, noise(t)²)        [3.9]
///
/// with the current x_i = −(Σ_j J_ij σ_j + h_i), so that a unit without noise turns only where that
/// lowers the energy. One unit at a time, in an order of its own in every sweep; the noise falls
/// linearly from its first value to 0.
struct MemristorSettings {
  double noise = 2;   ///< standard deviation at the start, in units of the energy; from 0
  double spread = 0;  ///< of the thresholds Θ_i, which differ from device to device; from 0
  int sweeps = 100;   ///< at least 1
  std::uint64_t seed = 1;
};

struct MemristorRun {
  Pattern best;  ///< of lowest energy on the way
  double bestEnergy = 0;
  std::vector<double> energies;  ///< at the start and after every sweep
  std::vector<Pattern> states;   ///< the same, where they were asked for
};

/// Runs the machine from a random state. Throws Error for settings that are not possible.
MemristorRun runMemristors(const IsingProblem& problem, const MemristorSettings& settings,
                           bool keepStates = false);

}  // namespace nudge
