#include "core/experiment/Metrics.h"

#include <cmath>
#include <iterator>

#include <fmt/format.h>

namespace nudge {

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

}  // namespace nudge
