#pragma once

#include <memory>
#include <stop_token>
#include <vector>

#include "core/base/Safetensors.h"
#include "core/data/Dataset.h"
#include "core/experiment/Changes.h"
#include "core/experiment/Experiment.h"
#include "core/experiment/Metrics.h"
#include "core/experiment/RunClock.h"
#include "core/experiment/Snapshot.h"
#include "core/learning/Trainer.h"

namespace nudge {

/// An experiment in progress. It moves in steps of one mini-batch (or one piece of the test set),
/// and between any two of them it can rest, be looked at, be written down and be taken up again:
/// what comes out is the same as if it had never stopped. Not thread-safe: one thread owns it.
class Run {
 public:
  /// `data` is what the experiment's data settings load. Throws Error when the experiment has
  /// problems.
  Run(Experiment experiment, std::shared_ptr<const Dataset> data);

  /// Does one mini-batch or one piece of the test. Returns false when the run is finished. Throws
  /// Cancelled when asked to stop in the middle of a step; that step then has not happened.
  bool step(const std::stop_token& stop = {});

  bool finished() const { return epoch_ >= experiment_.learning.epochs; }
  RunStage stage() const;

  const Experiment& experiment() const { return experiment_; }
  const Parameters& parameters() const { return trainer_.parameters(); }
  const std::vector<EpochMetrics>& epochs() const { return *epochs_; }
  const std::shared_ptr<const Dataset>& data() const { return data_; }

  /// Takes over the settings that may change while a run goes on (fields marked live) for all that
  /// comes after, and records what is new; throws Error naming the key if another one differs.
  /// There are at least as many epochs as are done. What was still to be replayed is forgotten when
  /// something is new.
  void change(const Experiment& changed);
  /// Every change so far, and those that are still to be replayed.
  const std::vector<Change>& changes() const { return changes_; }
  /// Takes over the record of a run that this one repeats: its changes act again where they did.
  /// Throws Error when a change leads to problems.
  void replay(std::vector<Change> recorded);

  Snapshot snapshot();

  /// Everything to go on bit for bit; `restore` takes it up again. Throws Error when the tensors do
  /// not belong to this experiment's network.
  TensorFile checkpoint() const;
  void restore(const TensorFile& file);
  /// The experiment that a checkpoint belongs to, with the settings as they were when it was
  /// written.
  static Experiment experimentOf(const TensorFile& checkpoint, const std::string& where);

  /// Whether a checkpoint is that of a finished run. Throws Error as experimentOf does.
  static bool finishedIn(const TensorFile& checkpoint, const std::string& where);

  /// How much of the run is done, 0 … 1.
  double progress() const;

 private:
  /// Sums over the samples of an epoch so far.
  struct Sums {
    double samples = 0, errors = 0, errorsSingle = 0, loss = 0;
    void add(const BatchResult& result);
    double errorPercent() const { return samples > 0 ? 100 * errors / samples : 0; }
    double singlePercent() const { return samples > 0 ? 100 * errorsSingle / samples : 0; }
    double meanLoss() const { return samples > 0 ? loss / samples : 0; }
  };

  RunPlace place() const { return {epoch_, miniBatch_, testPiece_}; }
  void takeOver(const Experiment& changed);
  /// Makes the recorded changes of this place and of earlier ones.
  void replayHere();
  void trainStep(const std::stop_token& stop);
  void testStep(const std::stop_token& stop);
  void endEpoch();
  void addLivePoint(const BatchResult& result);
  std::shared_ptr<const WatchedSample> watch() const;
  std::uint64_t weightsOf(std::size_t layer) const;
  int miniBatches() const;
  int testPieces() const;

  Experiment experiment_;
  std::shared_ptr<const Dataset> data_;
  Trainer trainer_;
  Batch batch_;
  std::vector<std::uint32_t> order_;  ///< of the training samples in this epoch
  int orderEpoch_ = -1;

  int epoch_ = 0;      ///< finished epochs
  int miniBatch_ = 0;  ///< done in this epoch
  int testPiece_ = 0;  ///< done in this epoch's test
  Sums train_, test_;
  std::vector<std::uint64_t> flips_;  ///< of this epoch, per layer
  std::shared_ptr<std::vector<EpochMetrics>> epochs_;
  std::vector<Change> changes_;
  std::size_t replayed_ = 0;  ///< of those, made; the others are still to come
  RunClock clock_;

  // For the screen only: not part of a checkpoint.
  Sums liveSums_;
  std::vector<std::uint64_t> liveFlips_;
  int liveBatches_ = 0;
  std::vector<LivePoint> live_;
  std::shared_ptr<const std::vector<LivePoint>> liveShared_;
  std::vector<std::uint64_t> lastFlips_;
  bool trained_ = false;  ///< the trainer holds both phases of batch_
  std::shared_ptr<const WatchedSample> watched_;
  double startProgress_ = 0;  ///< where this object took the run up
};

/// A run of this experiment from the start, its data set loaded.
std::unique_ptr<Run> startRun(const Experiment& experiment);

}  // namespace nudge
