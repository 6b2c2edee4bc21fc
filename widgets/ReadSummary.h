#pragma once

#include <vector>

namespace nudge {

/// What many reads of one input came to.
struct ReadSummary {
  std::vector<double> energies;  ///< one a read, in any order
  double sameClass = 0;          ///< share of reads that give the most frequent class, 0 … 1
};

}  // namespace nudge
