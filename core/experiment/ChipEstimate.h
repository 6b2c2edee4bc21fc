#pragma once

#include <stop_token>
#include <string>

#include "core/experiment/Experiment.h"

namespace nudge {

/// What an epoch of an experiment will cost of a chip's time, known before it begins [Table 5.1].
struct ChipEstimate {
  std::string solver;
  std::string warning;  ///< what was guessed of the cloud's settings, for people; empty: nothing
  int qubits = 0, longestChain = 0;
  int trainSamples = 0, testSamples = 0;
  double freeProblem = 0;   ///< µs of one input's free phase
  double nudgeProblem = 0;  ///< µs of its nudge phase

  /// Seconds of an epoch, its test included, where no sample skips the nudge phase.
  double mostOfEpoch() const {
    return 1e-6 * ((trainSamples + testSamples) * freeProblem + trainSamples * nudgeProblem);
  }
  /// Where all of them do.
  double leastOfEpoch() const { return 1e-6 * (trainSamples + testSamples) * freeProblem; }
};

/// Finds the solver and embeds the network, but sends no problem. The experiment's machine must be
/// a chip. Throws CloudError, Error where the network has no room, and Cancelled.
ChipEstimate estimateChip(const Experiment& experiment, std::size_t trainSamples,
                          std::size_t testSamples, const std::stop_token& stop = {});

/// In one line, for people.
std::string inWords(const ChipEstimate& estimate);

}  // namespace nudge
