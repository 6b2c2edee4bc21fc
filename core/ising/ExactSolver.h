#pragma once

#include "core/ising/Annealing.h"

namespace nudge {

/// More spins than this are not enumerated: 2^24 states take a tenth of a second or so, and each
/// spin more doubles that.
constexpr std::size_t kMostExactSpins = 24;

/// All states of lowest energy, up to `most` of them, by Gray code, which flips one spin from each
/// state to the next. States whose energies differ by less than 1e-9 of the sum of |h| and |J|
/// count as equal. Throws Error for more than kMostExactSpins spins, Cancelled when stopped.
SampleSet groundStates(const IsingProblem& problem, std::size_t most = 1000,
                       const SampleOptions& options = {});

/// What a problem is at a temperature, exactly.
struct ThermalAverages {
  double logPartition = 0;    ///< ln Σ exp(−βE)
  double energy = 0;          ///< ⟨E⟩
  std::vector<double> spins;  ///< ⟨σ_i⟩
  std::vector<double> pairs;  ///< ⟨σ_i σ_j⟩, in the order of the couplings
};

/// Boltzmann's averages at the inverse temperature `beta` ≥ 0, by enumeration. Throws as
/// groundStates does.
ThermalAverages thermalAverages(const IsingProblem& problem, double beta,
                                const SampleOptions& options = {});

}  // namespace nudge
