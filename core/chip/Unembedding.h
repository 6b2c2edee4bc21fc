#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "core/chip/EmbeddedProblem.h"
#include "core/ising/SampleSet.h"

namespace nudge {

/// What the spins of a chain that do not agree are read as.
enum class BrokenChains {
  Majority,        ///< what most of them say; +1 where it is a tie
  WeightedRandom,  ///< +1 with the probability of the share that says so
  MinimizeEnergy,  ///< unbroken ones as they are, then the others greedily by the energy
  Discard,         ///< reads with a broken chain are dropped
};

/// "majority", "weighted-random", "minimize-energy" or "discard".
std::string_view nameOf(BrokenChains rule);

/// Reads of an embedded problem as reads of its source.
struct Unembedded {
  SampleSet samples;                ///< energies are those of the source
  std::vector<double> chainBreaks;  ///< the share of broken chains, for each row
  std::vector<std::size_t> rows;    ///< which of the reads each row comes from
  double meanChainBreaks = 0;       ///< over all reads, discarded ones too
};

/// Reads each row of `samples` (spins as in embedded.problem) as a state of `source`, the problem
/// that was embedded. `seed` is for WeightedRandom only. Throws Error where the numbers of spins do
/// not fit.
///
/// MinimizeEnergy: the broken chain that feels the largest field |h + Σ J σ| of those already set
/// goes next, against its field (+1 where that is zero).
Unembedded unembed(const EmbeddedProblem& embedded, const IsingProblem& source,
                   const SampleSet& samples, BrokenChains rule = BrokenChains::Majority,
                   std::uint64_t seed = 0);

}  // namespace nudge
