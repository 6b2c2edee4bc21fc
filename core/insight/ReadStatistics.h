#pragma once

#include <stop_token>
#include <vector>

#include "core/machine/Machine.h"

namespace nudge {

/// What many anneals of one input come to [Figs 5.11, 5.12].
struct ReadStatistics {
  std::vector<double> energies;  ///< one a read
  double sameClass =
      0;  ///< share of reads that give the most frequent class, 0 … 1; NaN: no classes
};

/// Anneals the first sample of `batch` forward `reads` times, with the machine's schedule. The
/// machine must anneal, and the settings be free of problems. Throws Cancelled when asked to stop.
ReadStatistics readStatistics(const NetworkSpec& network, const MachineSettings& machine,
                              const Parameters& parameters, const Batch& batch, int reads,
                              const Draw& draw, const std::stop_token& stop = {});

/// What reverse annealing that goes back to s = f does to the free state of an input [Fig. 5.10].
struct ReverseDepth {
  double f = 0;
  double kept = 0;      ///< share of spins that are where they were, with nothing to learn
  double followed = 0;  ///< share of outputs that are at their target after the nudge
};

/// Both, as means over the machine's nudge reads, for f = 0.05, 0.1 … 0.95. The lowest of the
/// machine's free reads is where all of them start.
std::vector<ReverseDepth> reverseDepths(const NetworkSpec& network, const MachineSettings& machine,
                                        const Parameters& parameters, const Batch& batch,
                                        const Nudge& nudge, const Draw& draw,
                                        const std::stop_token& stop = {});

}  // namespace nudge
