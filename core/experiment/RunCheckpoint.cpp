// How a run is written down and taken up again.
#include <array>
#include <cmath>
#include <span>

#include <fmt/format.h>

#include "core/base/Error.h"
#include "core/experiment/Run.h"

namespace nudge {

namespace {

constexpr const char* kCheckpointFormat = "nudge-checkpoint";
constexpr const char* kVersion = "1";
constexpr std::size_t kEpochColumns = 8;     // of an epoch's metrics
constexpr std::size_t kColumnsOfALayer = 3;  // more for each layer

std::vector<double> rowOf(const EpochMetrics& epoch) {
  std::vector<double> row{static_cast<double>(epoch.epoch),
                          epoch.trainError,
                          epoch.testError,
                          epoch.trainErrorSingle,
                          epoch.testErrorSingle,
                          epoch.trainLoss,
                          epoch.testLoss,
                          epoch.seconds};
  for (const LayerMetrics& layer : epoch.layers) {
    row.insert(row.end(), {static_cast<double>(layer.flips), layer.flipMetric, layer.scaling});
  }
  return row;
}

/// A number that counts something, small enough to be exact.
bool isCount(double value) { return value >= 0 && value <= 0x1p53 && value == std::floor(value); }

bool isSound(std::span<const double> row, std::size_t number) {
  for (const double value : row) {
    if (!std::isfinite(value)) return false;
  }
  for (std::size_t i = kEpochColumns; i < row.size(); i += kColumnsOfALayer) {
    if (!isCount(row[i])) return false;
  }
  return row[0] == static_cast<double>(number);
}

EpochMetrics epochOf(std::span<const double> row) {
  EpochMetrics epoch{
      static_cast<int>(row[0]), row[1], row[2], row[3], row[4], row[5], row[6], {}, row[7]};
  for (std::size_t i = kEpochColumns; i < row.size(); i += kColumnsOfALayer) {
    epoch.layers.push_back({static_cast<std::uint64_t>(row[i]), row[i + 1], row[i + 2]});
  }
  return epoch;
}

[[noreturn]] void damaged(const char* what) {
  throw Error(
      fmt::format("the checkpoint is damaged: {} does not make sense; start the run anew.", what));
}

std::vector<EpochMetrics> epochsIn(const TensorFile& checkpoint, std::size_t layers) {
  const auto rows = checkpoint.at("run_metrics").doubles("run_metrics");
  const std::size_t columns = kEpochColumns + kColumnsOfALayer * layers;
  if (rows.size() % columns != 0) damaged("its list of epochs");
  std::vector<EpochMetrics> epochs;
  for (std::size_t i = 0; i < rows.size(); i += columns) {
    const auto row = std::span(rows).subspan(i, columns);
    if (!isSound(row, epochs.size() + 1)) damaged("its list of epochs");
    epochs.push_back(epochOf(row));
  }
  return epochs;
}

}  // namespace

TensorFile Run::checkpoint() const {
  TensorFile file = parameters().toTensors(experiment_.network);
  trainer_.optimizer().save(file);
  file.metadata = {
      {"format", kCheckpointFormat}, {"version", kVersion}, {"experiment", experiment_.toText()}};
  std::vector<std::int64_t> counters{epoch_, miniBatch_, testPiece_};
  for (const std::uint64_t flips : flips_) counters.push_back(static_cast<std::int64_t>(flips));
  file.tensors["run_counters"] = Tensor::of(std::span<const std::int64_t>(counters),
                                            {static_cast<std::int64_t>(counters.size())});
  std::vector<double> sums;
  for (const Sums& part : {train_, test_}) {
    sums.insert(sums.end(), {part.samples, part.errors, part.errorsSingle, part.loss});
  }
  sums.push_back(clock_.epochSeconds());
  file.tensors["run_sums"] =
      Tensor::of(std::span<const double>(sums), {static_cast<std::int64_t>(sums.size())});
  std::vector<double> rows;
  for (const EpochMetrics& epoch : *epochs_) {
    const std::vector<double> row = rowOf(epoch);
    rows.insert(rows.end(), row.begin(), row.end());
  }
  const std::size_t columns = kEpochColumns + kColumnsOfALayer * flips_.size();
  file.tensors["run_metrics"] =
      Tensor::of(std::span<const double>(rows),
                 {static_cast<std::int64_t>(epochs_->size()), static_cast<std::int64_t>(columns)});
  return file;
}

Experiment Run::experimentOf(const TensorFile& checkpoint, const std::string& where) {
  const auto entry = [&](const char* key) {
    const auto found = checkpoint.metadata.find(key);
    return found == checkpoint.metadata.end() ? std::string() : found->second;
  };
  if (entry("format") != kCheckpointFormat) throw Error(where + ": is no checkpoint of Nudge.");
  if (entry("version") != kVersion) {
    throw Error(where + ": was written by another version of Nudge; start the run anew.");
  }
  return Experiment::fromText(entry("experiment"), where);
}

bool Run::finishedIn(const TensorFile& checkpoint, const std::string& where) {
  const auto counters = checkpoint.at("run_counters").integers("run_counters");
  return !counters.empty() && counters[0] >= experimentOf(checkpoint, where).learning.epochs;
}

void Run::restore(const TensorFile& file) {
  Parameters parameters = Parameters::fromTensors(file, experiment_.network);
  const auto counters = file.at("run_counters").integers("run_counters");
  const auto sums = file.at("run_sums").doubles("run_sums");
  const std::size_t depth = flips_.size();
  if (counters.size() != 3 + depth || sums.size() != 9) damaged("its run state");
  const auto within = [](std::int64_t value, std::int64_t most) {
    return value >= 0 && value <= most;
  };
  const bool tested = counters[2] > 0;
  if (!within(counters[0], experiment_.learning.epochs) || !within(counters[1], miniBatches()) ||
      !within(counters[2], testPieces() - 1) || (tested && counters[1] < miniBatches())) {
    damaged("its place in the run");
  }
  for (std::size_t n = 0; n < depth; ++n) {
    if (counters[3 + n] < 0) damaged("its count of flips");
  }
  for (const double sum : sums) {
    if (!std::isfinite(sum) || sum < 0) damaged("a sum of its epoch");
  }
  auto epochs = std::make_shared<std::vector<EpochMetrics>>(epochsIn(file, depth));
  if (epochs->size() != static_cast<std::size_t>(counters[0])) damaged("its list of epochs");
  trainer_.optimizer().load(file);
  trainer_.setParameters(std::move(parameters));
  epoch_ = static_cast<int>(counters[0]);
  miniBatch_ = static_cast<int>(counters[1]);
  testPiece_ = static_cast<int>(counters[2]);
  for (std::size_t n = 0; n < depth; ++n) flips_[n] = static_cast<std::uint64_t>(counters[3 + n]);
  train_ = {sums[0], sums[1], sums[2], sums[3]};
  test_ = {sums[4], sums[5], sums[6], sums[7]};
  clock_.setEpochSeconds(sums[8]);
  epochs_ = std::move(epochs);
  orderEpoch_ = -1;
  startProgress_ = progress();
}

}  // namespace nudge
