#pragma once

#include <filesystem>

#include "core/base/MeanDeviation.h"
#include "core/reproduction/Catalogue.h"
#include "core/sweep/SideBySide.h"

namespace nudge {

/// How much is done: the thesis's own size, or a cut-down one.
enum class Extent { Quick, Full };

/// What the runs of a case came to.
struct ReproducedOutcome {
  const ReproducedCase* of = nullptr;
  Experiment experiment;                          ///< as it was run, with the first seed
  std::string whatIsLess;                         ///< than the thesis did; empty for the whole
  std::vector<std::vector<EpochMetrics>> trials;  ///< the epochs of each trial that has any

  /// Epochs that all trials have.
  int epochs() const;
  /// The epoch that stands beside the published numbers: theirs, or the last; 0 when it is not
  /// reached.
  int comparedEpoch() const;
  /// Of an epoch (from 1), over the trials.
  MeanDeviation at(int epoch, double EpochMetrics::*value) const;
  double secondsPerTrial() const;
};

struct ReproductionOutcome {
  const Reproduction* of = nullptr;
  std::vector<ReproducedOutcome> cases;
};

/// The runs of some reproductions, each once, in folders below `folder`: quick or full, preset and
/// what differs from it, seed 1 … trials.
std::vector<PlannedRun> plannedRuns(const std::vector<const Reproduction*>& some, Extent extent,
                                    int trials, const std::filesystem::path& folder);

/// What the folders hold by now: finished and unfinished runs, of however many trials there are.
std::vector<ReproductionOutcome> outcomesOf(const std::vector<const Reproduction*>& some,
                                            Extent extent, const std::filesystem::path& folder);

}  // namespace nudge
