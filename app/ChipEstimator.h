#pragma once

#include "app/NewestJob.h"
#include "core/experiment/ChipEstimate.h"

namespace nudge {

/// An experiment whose chip time is to be estimated.
struct ChipEstimateRequest {
  Experiment experiment;
  std::size_t trainSamples = 0, testSamples = 0;
};

/// Estimates what an epoch costs of a chip's time, on a thread of its own; the newest request wins.
class ChipEstimator : public QObject {
  Q_OBJECT
 public:
  explicit ChipEstimator(QObject* parent = nullptr);

  void request(ChipEstimateRequest request) { job_.request(std::move(request)); }
  bool busy() const { return job_.busy(); }

 signals:
  /// On the thread of this object.
  void done(const nudge::ChipEstimate& estimate);
  void failed(const QString& message);

 private:
  NewestJob<ChipEstimateRequest, ChipEstimate> job_;
};

}  // namespace nudge
