#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "core/base/Matrix.h"
#include "core/experiment/Metrics.h"
#include "core/machine/ChipTally.h"

namespace nudge {

/// A point of the running curves between the epochs: means over the mini-batches since the last
/// one.
struct LivePoint {
  double epoch = 0;       ///< in epochs from the start, with fractions
  double trainError = 0;  ///< per cent
  double trainLoss = 0;
  std::vector<double> flipMetric;  ///< per layer, as if an epoch went on at the present rate
  std::vector<double> scaling;     ///< α per layer
};

/// The first sample of the newest mini-batch in both phases, for watching.
struct WatchedSample {
  Vector input;  ///< x
  int label = 0;
  std::vector<Vector> free;           ///< activations per layer at the end of the free phase
  std::vector<Vector> nudged;         ///< and at the end of the nudge phase
  Vector freeOutputs, nudgedOutputs;  ///< s^L
  Vector target;                      ///< ŷ
};

enum class RunStage { Training, Testing, Finished };

/// An immutable picture of a run for the screen, cheap to take.
struct Snapshot {
  RunStage stage = RunStage::Training;
  int epoch = 0;                ///< finished epochs
  int epochs = 0;               ///< to do in all
  int miniBatch = 0;            ///< done in this epoch (of testing: chunks)
  int miniBatches = 0;          ///< of an epoch
  double progress = 0;          ///< of the whole run, 0 … 1
  double samplesPerSecond = 0;  ///< training samples, recent
  double secondsLeft = -1;      ///< estimate for the whole run; negative while unknown
  std::shared_ptr<const std::vector<EpochMetrics>> epochsDone;
  std::shared_ptr<const std::vector<LivePoint>> live;
  std::shared_ptr<const WatchedSample> watched;
  std::vector<std::uint64_t> flipsOfMiniBatch;  ///< per layer
  std::optional<ChipTally> chip;                ///< of this session; nothing without a chip
};

}  // namespace nudge
