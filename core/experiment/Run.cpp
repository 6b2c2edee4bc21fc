#include "core/experiment/Run.h"

#include <algorithm>
#include <span>

#include <fmt/format.h>

#include "core/base/Error.h"
#include "core/experiment/Batches.h"

namespace nudge {

namespace {

// Samples of one piece of a test: short enough that a pause comes at once.
constexpr int kTestPiece = 256;

int pieces(std::size_t count, int size) {
  return static_cast<int>((count + static_cast<std::size_t>(size) - 1) /
                          static_cast<std::size_t>(size));
}

Experiment checked(Experiment experiment) {
  refuse(experiment.problems(), experiment.name);
  return experiment;
}

}  // namespace

void Run::Sums::add(const BatchResult& result) {
  samples += result.samples;
  errors += result.errors;
  errorsSingle += result.errorsSingle;
  loss += result.loss;
}

Run::Run(Experiment experiment, std::shared_ptr<const Dataset> data)
    : experiment_(checked(std::move(experiment))),
      data_(std::move(data)),
      trainer_(
          experiment_.network, experiment_.machine, experiment_.learning,
          Parameters::initial(experiment_.network, static_cast<std::uint64_t>(experiment_.seed)),
          static_cast<std::uint64_t>(experiment_.seed)),
      flips_(static_cast<std::size_t>(experiment_.network.depth())),
      epochs_(std::make_shared<std::vector<EpochMetrics>>()),
      liveFlips_(flips_.size()) {}

RunStage Run::stage() const {
  if (finished()) return RunStage::Finished;
  return miniBatch_ < miniBatches() ? RunStage::Training : RunStage::Testing;
}

int Run::miniBatches() const { return pieces(data_->train.count(), experiment_.learning.batch); }
int Run::testPieces() const { return pieces(data_->test.count(), kTestPiece); }

std::uint64_t Run::weightsOf(std::size_t layer) const {
  return static_cast<std::uint64_t>(parameters().layers[layer].rows() *
                                    parameters().layers[layer].cols());
}

bool Run::step(const std::stop_token& stop) {
  replayHere();
  if (finished()) return false;
  const auto begin = RunClock::Clock::now();
  if (stage() == RunStage::Training) {
    trainStep(stop);
    clock_.stepDone(begin, batch_.samples());
  } else {
    testStep(stop);
    clock_.stepDone(begin, 0);
    if (testPiece_ == testPieces()) endEpoch();
  }
  replayHere();
  return !finished();
}

void Run::trainStep(const std::stop_token& stop) {
  const auto seed = static_cast<std::uint64_t>(experiment_.seed);
  if (orderEpoch_ != epoch_) {
    order_ = shuffledOrder(seed, epoch_, data_->train.count());
    orderEpoch_ = epoch_;
  }
  const auto size = static_cast<std::size_t>(experiment_.learning.batch);
  const std::size_t first = static_cast<std::size_t>(miniBatch_) * size;
  const std::size_t count = std::min(size, order_.size() - first);
  trained_ = false;
  const auto number =
      static_cast<std::uint64_t>(epoch_) * static_cast<std::uint64_t>(miniBatches()) +
      static_cast<std::uint64_t>(miniBatch_);
  trainer_.setEpoch(epoch_ + 1);
  makeBatch(data_->train, std::span(order_).subspan(first, count), experiment_.network, batch_,
            experiment_.data.augmentation(seed, number));
  const BatchResult result = trainer_.train(batch_, number, stop);
  trained_ = true;
  train_.add(result);
  for (std::size_t n = 0; n < flips_.size(); ++n) flips_[n] += result.flips[n];
  ++miniBatch_;
  addLivePoint(result);
}

void Run::testStep(const std::stop_token& stop) {
  std::vector<std::uint32_t> indices;
  const auto first = static_cast<std::uint32_t>(testPiece_ * kTestPiece);
  const auto last = std::min(first + kTestPiece, static_cast<std::uint32_t>(data_->test.count()));
  for (std::uint32_t i = first; i < last; ++i) indices.push_back(i);
  trained_ = false;
  makeBatch(data_->test, indices, experiment_.network, batch_);
  const auto number =
      static_cast<std::uint64_t>(epoch_) * static_cast<std::uint64_t>(testPieces()) +
      static_cast<std::uint64_t>(testPiece_);
  test_.add(trainer_.test(batch_, number, stop));
  ++testPiece_;
}

void Run::endEpoch() {
  EpochMetrics row;
  row.epoch = epoch_ + 1;
  row.trainError = train_.errorPercent();
  row.trainErrorSingle = train_.singlePercent();
  row.trainLoss = train_.meanLoss();
  row.testError = test_.errorPercent();
  row.testErrorSingle = test_.singlePercent();
  row.testLoss = test_.meanLoss();
  for (std::size_t n = 0; n < flips_.size(); ++n) {
    row.layers.push_back({flips_[n], flipMetric(flips_[n], weightsOf(n)),
                          static_cast<double>(parameters().layers[n].scaling.mean())});
  }
  row.seconds = clock_.endEpoch();
  // Snapshots share the rows, so that a new list is made, not the old one changed.
  auto rows = std::make_shared<std::vector<EpochMetrics>>(*epochs_);
  rows->push_back(std::move(row));
  epochs_ = std::move(rows);
  ++epoch_;
  miniBatch_ = testPiece_ = 0;
  train_ = test_ = {};
  std::fill(flips_.begin(), flips_.end(), 0);
}

void Run::change(const Experiment& changed) {
  Experiment wanted = changed;
  wanted.learning.epochs = std::max(changed.learning.epochs, epoch_);
  std::vector<Change> news = changesBetween(experiment_, wanted, place());
  refuse(wanted.problems(), wanted.name);
  takeOver(wanted);
  if (news.empty()) return;
  changes_.resize(replayed_);
  for (Change& change : news) record(changes_, std::move(change));
  replayed_ = changes_.size();
}

void Run::takeOver(const Experiment& changed) {
  experiment_ = changed;
  trainer_.change(experiment_.machine, experiment_.learning);
}

void Run::replay(std::vector<Change> recorded) {
  changes_ = std::move(recorded);
  replayed_ = 0;
  // What lies before this place is in the settings already.
  while (replayed_ < changes_.size() && changes_[replayed_].place < place()) ++replayed_;
  replayHere();
}

void Run::replayHere() {
  if (replayed_ == changes_.size() || changes_[replayed_].place > place()) return;
  Experiment changed = experiment_;
  for (; replayed_ < changes_.size() && changes_[replayed_].place <= place(); ++replayed_) {
    const Change& change = changes_[replayed_];
    Experiment::field(change.key).set(changed, change.to);
  }
  refuse(changed.problems(), changed.name);
  takeOver(changed);
}

std::unique_ptr<Run> startRun(const Experiment& experiment) {
  refuse(experiment.problems(), experiment.name);
  return std::make_unique<Run>(experiment,
                               std::make_shared<const Dataset>(loadDataset(experiment)));
}

}  // namespace nudge
