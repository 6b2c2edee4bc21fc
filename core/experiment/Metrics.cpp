#include "core/experiment/Metrics.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <iterator>
#include <sstream>

#include <fmt/format.h>

#include "core/base/Error.h"

namespace nudge {

namespace {

constexpr std::size_t kColumns = 7;       // of metrics.csv before those of the layers
constexpr std::size_t kLayerColumns = 3;  // more for each layer

/// The rows below the header as numbers, `columns` each, numbered from 1 in the first column.
std::vector<std::vector<double>> rowsOf(const std::string& csv, const std::string& where) {
  std::istringstream lines(csv);
  std::string line;
  std::getline(lines, line);
  const auto columns = static_cast<std::size_t>(std::count(line.begin(), line.end(), ',')) + 1;
  std::vector<std::vector<double>> rows;
  while (std::getline(lines, line)) {
    std::vector<double> row;
    const char* at = line.data();
    const char* const end = at + line.size();
    for (;;) {
      double value = 0;
      const auto [next, failure] = std::from_chars(at, end, value);
      if (failure != std::errc()) break;
      row.push_back(value);
      at = next;
      if (at == end || *at++ != ',') break;
    }
    if (at != end || row.size() != columns || row[0] != static_cast<double>(rows.size() + 1)) {
      throw Error(fmt::format("{}: line {} is no row of its table; the file is damaged.", where,
                              rows.size() + 2));
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace

double flipMetric(std::uint64_t flips, std::uint64_t weights) {
  if (weights == 0) return std::log(1e-9);
  return std::log(static_cast<double>(flips) / static_cast<double>(weights) + 1e-9);
}

std::string metricsCsv(const std::vector<EpochMetrics>& epochs, int layers) {
  std::string text =
      "epoch,train_error,test_error,train_error_single,test_error_single,train_loss,test_loss";
  for (int n = 1; n <= layers; ++n) text += fmt::format(",flips_{0},pi_{0},alpha_{0}", n);
  text += '\n';
  for (const EpochMetrics& row : epochs) {
    // Nine significant digits tell every float apart, and errors are ratios of counts.
    fmt::format_to(std::back_inserter(text), "{},{:.9g},{:.9g},{:.9g},{:.9g},{:.9g},{:.9g}",
                   row.epoch, row.trainError, row.testError, row.trainErrorSingle,
                   row.testErrorSingle, row.trainLoss, row.testLoss);
    for (const LayerMetrics& layer : row.layers) {
      fmt::format_to(std::back_inserter(text), ",{},{:.9g},{:.9g}", layer.flips, layer.flipMetric,
                     layer.scaling);
    }
    text += '\n';
  }
  return text;
}

std::string timingCsv(const std::vector<EpochMetrics>& epochs) {
  std::string text = "epoch,seconds\n";
  for (const EpochMetrics& row : epochs) text += fmt::format("{},{:.3f}\n", row.epoch, row.seconds);
  return text;
}

std::vector<EpochMetrics> metricsFromCsv(const std::string& metrics, const std::string& timing,
                                         const std::string& where) {
  std::vector<EpochMetrics> epochs;
  for (const std::vector<double>& row : rowsOf(metrics, where)) {
    if (row.size() < kColumns || (row.size() - kColumns) % kLayerColumns != 0) {
      throw Error(where + ": is no table of a run's epochs.");
    }
    EpochMetrics epoch{
        static_cast<int>(row[0]), row[1], row[2], row[3], row[4], row[5], row[6], {}};
    for (std::size_t i = kColumns; i < row.size(); i += kLayerColumns) {
      epoch.layers.push_back({static_cast<std::uint64_t>(row[i]), row[i + 1], row[i + 2]});
    }
    epochs.push_back(std::move(epoch));
  }
  const std::vector<std::vector<double>> times = rowsOf(timing, where);
  for (std::size_t i = 0; i < std::min(times.size(), epochs.size()); ++i) {
    if (times[i].size() == 2) epochs[i].seconds = times[i][1];
  }
  return epochs;
}

}  // namespace nudge
