#pragma once

#include <optional>

#include "app/Relaxer.h"
#include "core/insight/ReadStatistics.h"

namespace nudge {

/// One input to be annealed many times.
struct ReadsRequest {
  RelaxRequest of;  ///< its parameters are those after training; null where there was none
  int reads = 1000;
};

/// What it came to.
struct ReadsResult {
  ReadStatistics before;                ///< with the parameters that training began with
  std::optional<ReadStatistics> after;  ///< with those of now; nothing before there is a run
  std::vector<ReverseDepth> depths;     ///< with the newest parameters
};

/// Anneals single inputs many times on a thread of its own; the newest request wins.
class ReadSampler : public QObject {
  Q_OBJECT
 public:
  explicit ReadSampler(QObject* parent = nullptr);

  void request(ReadsRequest request) { job_.request(std::move(request)); }
  bool busy() const { return job_.busy(); }

 signals:
  /// On the thread of this object.
  void done(const nudge::ReadsResult& result);
  void failed(const QString& message);

 private:
  ReadsResult sample(const ReadsRequest& request, const std::stop_token& stop);

  InitialParameters initial_;  ///< of the job's thread
  NewestJob<ReadsRequest, ReadsResult> job_;
};

}  // namespace nudge
