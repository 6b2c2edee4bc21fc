#pragma once

#include <filesystem>
#include <memory>

#include "app/NewestJob.h"
#include "core/insight/ReadStatistics.h"
#include "core/ising/TemperatureSchedule.h"
#include "widgets/SpinHistory.h"

namespace nudge {

/// A file with an Ising problem, to be annealed many times.
struct ProblemRequest {
  std::filesystem::path path;
  int reads = 100;
  int sweeps = 1000;
  std::uint64_t seed = 1;
};

/// What it came to.
struct ProblemResult {
  ProblemRequest of;
  std::size_t spins = 0, couplings = 0;
  TemperatureRange range;
  ReadStatistics reads;                        ///< without classes
  double seconds = 0;                          ///< that all reads took
  std::shared_ptr<const SpinHistory> history;  ///< of one more read, at most some hundred sweeps
};

/// Reads problem files and anneals them by simulation, on a thread of its own; the newest request
/// wins. A file is read once as long as it is the same.
class ProblemSampler : public QObject {
  Q_OBJECT
 public:
  explicit ProblemSampler(QObject* parent = nullptr);

  void request(ProblemRequest request) { job_.request(std::move(request)); }
  bool busy() const { return job_.busy(); }

 signals:
  /// On the thread of this object.
  void done(const nudge::ProblemResult& result);
  void failed(const QString& message);

 private:
  struct Loaded;

  ProblemResult sample(const ProblemRequest& request, const std::stop_token& stop);

  std::shared_ptr<Loaded> loaded_;  ///< of the job's thread
  NewestJob<ProblemRequest, ProblemResult> job_;
};

}  // namespace nudge
