#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace nudge {

/// What one layer did in an epoch.
struct LayerMetrics {
  std::uint64_t flips = 0;  ///< weights that changed sign in the epoch
  double flipMetric = 0;    ///< π = ln(flips / weights + 1e−9) [4.1]
  double scaling = 1;       ///< α after the epoch
};

/// A row of metrics.csv: an epoch. Errors in per cent; "single" predicts by the first neuron of
/// each class instead of the class mean [4.3.3].
struct EpochMetrics {
  int epoch = 0;  ///< from 1
  double trainError = 0, testError = 0;
  double trainErrorSingle = 0, testErrorSingle = 0;
  double trainLoss = 0, testLoss = 0;  ///< mean of ½|ŷ − s^L|² over samples
  std::vector<LayerMetrics> layers;    ///< nearest the input first
  double seconds = 0;                  ///< of training and testing; kept out of metrics.csv
};

/// π = ln(flips / weights + 1e−9) [4.1]; healthy training starts between 0 and −5 and sinks below.
double flipMetric(std::uint64_t flips, std::uint64_t weights);

/// metrics.csv as text: a header and a row an epoch; the same numbers give the same bytes.
std::string metricsCsv(const std::vector<EpochMetrics>& epochs, int layers);

/// timing.csv as text: epoch,seconds.
std::string timingCsv(const std::vector<EpochMetrics>& epochs);

/// The epochs of a run out of both tables, as metricsCsv and timingCsv wrote them; seconds are 0
/// for epochs that the timing lacks. Throws Error naming `where` and the line when they are
/// damaged.
std::vector<EpochMetrics> metricsFromCsv(const std::string& metrics, const std::string& timing,
                                         const std::string& where);

}  // namespace nudge
