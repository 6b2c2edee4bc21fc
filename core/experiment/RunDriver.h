#pragma once

#include <chrono>
#include <functional>
#include <stop_token>

#include "core/base/AtomicFile.h"
#include "core/base/FolderLock.h"
#include "core/experiment/Run.h"
#include "core/experiment/RunFolder.h"

namespace nudge {

/// Keeps a run's files up to date while somebody steps it: tables after every epoch, a checkpoint
/// every few seconds, everything at the end. Nobody else works in the folder while it lives.
class RunKeeper {
 public:
  /// Throws Error when somebody else works in the folder.
  explicit RunKeeper(const RunFolder& folder) : RunKeeper(folder, FolderLock(folder.path())) {}
  /// For those who locked the folder earlier.
  RunKeeper(RunFolder folder, FolderLock lock)
      : folder_(std::move(folder)), lock_(std::move(lock)) {
    removeUnfinished(folder_.path());
  }

  /// To be called after every step.
  void afterStep(const Run& run);
  /// To be called when live settings were changed.
  void afterChange(const Run& run);
  /// To be called when the stepping ends, finished or not.
  void atEnd(const Run& run);

  const RunFolder& folder() const { return folder_; }

 private:
  using Clock = std::chrono::steady_clock;

  RunFolder folder_;
  FolderLock lock_;
  std::size_t epochsSaved_ = 0;
  Clock::time_point lastCheckpoint_ = Clock::now();
  Clock::duration pause_ = std::chrono::seconds(10);
};

/// Steps a run until it is finished or asked to stop; `onStep` is called after every step. Returns
/// whether the run is finished. The files are up to date when it returns.
bool drive(Run& run, RunKeeper& keeper, const std::stop_token& stop,
           const std::function<void(Run&)>& onStep);

}  // namespace nudge
