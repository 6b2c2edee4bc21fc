// What a run shows of itself while it goes on.
#include <algorithm>
#include <cmath>

#include "core/experiment/Run.h"

namespace nudge {

namespace {

constexpr int kLivePointsPerEpoch = 40;
constexpr std::size_t kMostLivePoints = 8000;  // more than a screen can tell apart

/// Every other point, so that a long run stays as cheap to show as a short one.
void thinOut(std::vector<LivePoint>& points) {
  std::size_t kept = 0;
  for (std::size_t i = 1; i < points.size(); i += 2) points[kept++] = std::move(points[i]);
  points.resize(kept);
}

std::vector<Vector> firstSample(const Settled& settled) {
  std::vector<Vector> layers;
  for (std::size_t n = 0; n < settled.states.size(); ++n)
    layers.emplace_back(settled.activation(n).col(0));
  return layers;
}

}  // namespace

void Run::addLivePoint(const BatchResult& result) {
  lastFlips_ = result.flips;
  liveSums_.add(result);
  for (std::size_t n = 0; n < liveFlips_.size(); ++n) liveFlips_[n] += result.flips[n];
  ++liveBatches_;
  if (liveBatches_ < std::max(1, miniBatches() / kLivePointsPerEpoch)) return;
  LivePoint point;
  point.epoch = epoch_ + static_cast<double>(miniBatch_) / miniBatches();
  point.trainError = liveSums_.errorPercent();
  point.trainLoss = liveSums_.meanLoss();
  for (std::size_t n = 0; n < liveFlips_.size(); ++n) {
    // As many flips as an epoch would have at this rate.
    const double perEpoch = static_cast<double>(liveFlips_[n]) * miniBatches() / liveBatches_;
    point.flipMetric.push_back(
        flipMetric(static_cast<std::uint64_t>(std::llround(perEpoch)), weightsOf(n)));
    point.scaling.push_back(static_cast<double>(parameters().layers[n].scaling.mean()));
  }
  live_.push_back(std::move(point));
  if (live_.size() > kMostLivePoints) thinOut(live_);
  liveShared_.reset();
  liveSums_ = {};
  std::fill(liveFlips_.begin(), liveFlips_.end(), 0);
  liveBatches_ = 0;
}

Snapshot Run::snapshot() {
  Snapshot snapshot;
  snapshot.stage = stage();
  snapshot.epoch = epoch_;
  snapshot.epochs = experiment_.learning.epochs;
  const bool testing = snapshot.stage == RunStage::Testing;
  snapshot.miniBatch = testing ? testPiece_ : miniBatch_;
  snapshot.miniBatches = testing ? testPieces() : miniBatches();
  snapshot.progress = progress();
  snapshot.samplesPerSecond = clock_.samplesPerSecond();
  snapshot.secondsLeft = finished() ? 0 : clock_.secondsLeft(progress(), startProgress_);
  snapshot.epochsDone = epochs_;
  if (!liveShared_) liveShared_ = std::make_shared<const std::vector<LivePoint>>(live_);
  snapshot.live = liveShared_;
  snapshot.flipsOfMiniBatch = lastFlips_;
  if (const ChipTally* chip = trainer_.machine().chipTally()) snapshot.chip = *chip;
  if (trained_) watched_ = watch();
  snapshot.watched = watched_;
  return snapshot;
}

std::shared_ptr<const WatchedSample> Run::watch() const {
  auto sample = std::make_shared<WatchedSample>();
  sample->input = batch_.inputs.col(0);
  sample->label = batch_.labels.front();
  sample->free = firstSample(trainer_.free());
  sample->nudged = firstSample(trainer_.nudged());
  sample->freeOutputs = trainer_.free().outputs().col(0);
  sample->nudgedOutputs = trainer_.nudged().outputs().col(0);
  sample->target = batch_.targets.col(0);
  return sample;
}

double Run::progress() const {
  // Training on a sample costs about (T + K)/T times what testing on it does.
  const double steps = experiment_.machine.freeSteps;
  const double trainCost =
      static_cast<double>(data_->train.count()) * (steps + experiment_.machine.nudgeSteps);
  const double testCost = static_cast<double>(data_->test.count()) * steps;
  const double inEpoch =
      trainCost * miniBatch_ / miniBatches() + testCost * testPiece_ / testPieces();
  return std::min(1.0, (epoch_ + inEpoch / (trainCost + testCost)) / experiment_.learning.epochs);
}

}  // namespace nudge
