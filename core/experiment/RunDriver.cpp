#include "core/experiment/RunDriver.h"

#include <algorithm>

#include "core/base/Error.h"

namespace nudge {

namespace {

// A kill loses at most this much training. Large networks take longer to write: at most about a
// twentieth of the time goes into checkpoints, within the bound.
constexpr std::chrono::seconds kLongestPause(25);
constexpr int kWriteShare = 20;

}  // namespace

void RunKeeper::afterStep(const Run& run) {
  if (run.epochs().size() != epochsSaved_) {
    folder_.saveTables(run);
    epochsSaved_ = run.epochs().size();
  }
  const Clock::time_point now = Clock::now();
  if (now - lastCheckpoint_ < pause_) return;
  folder_.saveCheckpoint(run);
  lastCheckpoint_ = Clock::now();
  pause_ = std::clamp<Clock::duration>((lastCheckpoint_ - now) * kWriteShare,
                                       std::chrono::seconds(10), kLongestPause);
}

void RunKeeper::afterChange(const Run& run) { folder_.saveChanges(run); }

void RunKeeper::atEnd(const Run& run) { folder_.saveAll(run); }

bool drive(Run& run, RunKeeper& keeper, const std::stop_token& stop,
           const std::function<void(Run&)>& onStep) {
  try {
    while (!stop.stop_requested() && run.step(stop)) {
      keeper.afterStep(run);
      if (onStep) onStep(run);
    }
  } catch (const Cancelled&) {
    // The step that was cancelled has not happened.
  } catch (...) {
    // Neither has one that failed, on a chip that was lost, say: the run can go on from here.
    keeper.atEnd(run);
    throw;
  }
  keeper.atEnd(run);
  if (onStep) onStep(run);
  return run.finished();
}

}  // namespace nudge
