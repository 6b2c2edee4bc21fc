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
/// Of a trial that stands in several folders, the one that has come furthest counts.
std::vector<ReproductionOutcome> outcomesOf(const std::vector<const Reproduction*>& some,
                                            Extent extent,
                                            const std::vector<std::filesystem::path>& folders);

/// Copies what the tables need of each run below `folder` (experiment, metrics and times; no
/// parameters) to the same place below `records`, where it is not yet or has come less far, with
/// the machine's name: small files that can be kept for ever. Throws Error when one can't be
/// written.
void keepRecords(Extent extent, const std::filesystem::path& folder,
                 const std::filesystem::path& records, const std::string& machine);

/// The machines that the records below these folders were made on, each once.
std::vector<std::string> recordedMachines(Extent extent, const std::filesystem::path& records);

}  // namespace nudge
