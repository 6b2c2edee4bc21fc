#include "core/sweep/SideBySide.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <new>
#include <optional>
#include <set>
#include <thread>

#include <fmt/format.h>

#include "core/base/AtomicFile.h"
#include "core/base/Error.h"
#include "core/base/FolderLock.h"
#include "core/base/Parallel.h"
#include "core/experiment/RunDriver.h"

namespace nudge {

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr auto kBetweenProgress = std::chrono::milliseconds(200);
constexpr double kLeastSeconds = 0.3;  // before an estimate of the time left means anything

void checkSame(const Experiment& there, const PlannedRun& planned) {
  for (const auto& field : Experiment::fields()) {
    if (field.get(there) == field.get(planned.experiment)) continue;
    throw Error(
        fmt::format("{}: holds a run with another {} ({} instead of {}); choose another folder.",
                    planned.folder.string(), field.key, field.get(there).dump(),
                    field.get(planned.experiment).dump()));
  }
}

/// The folder of a planned run if it has begun.
std::optional<RunFolder> begun(const PlannedRun& planned) {
  if (!RunFolder::holdsRun(planned.folder)) return {};
  RunFolder folder = RunFolder::open(planned.folder);
  checkSame(folder.experiment(), planned);
  return folder;
}

class Crew {
 public:
  Crew(const std::vector<PlannedRun>& runs, const SideBySideOptions& options,
       const std::stop_token& stop)
      : runs_(runs),
        options_(options),
        places_(runs.size()),
        asked_(stop, [this] { stop_.request_stop(); }) {}

  std::vector<RunStatus> work() {
    const int threads = availableThreads();
    const int most = options_.jobs > 0 ? options_.jobs : threads;
    const auto workers = std::min(static_cast<std::size_t>(most), runs_.size());
    std::vector<std::jthread> crew;
    working_ = workers;
    // Joined before anything they use is gone, whatever a callback throws.
    const Dismissal dismissal{*this, crew};
    for (std::size_t i = 0; i < workers; ++i) crew.emplace_back([this] { workThrough(); });
    std::unique_lock lock(mutex_);
    while (working_ > 0) {
      shareThreads(threads);
      news_.wait_for(lock, kBetweenProgress, [this] { return ended_ != nullptr || working_ == 0; });
      if (ended_ != nullptr) takeUp(lock);
      tellProgress(lock);
    }
    return progress().runs;
  }

 private:
  /// Where a run stands; all but the progress is guarded by the mutex.
  struct Place {
    RunState state = RunState::Waiting;
    std::atomic<double> progress = 0;
    std::string failure;
  };

  /// A run that has ended and waits until the calling thread has looked at it.
  struct Ended {
    std::size_t index;
    const RunFolder& folder;
    const Run& run;
  };

  struct Dismissal {
    Crew& crew;
    std::vector<std::jthread>& threads;
    ~Dismissal() {
      crew.stop_.request_stop();
      {
        const std::lock_guard lock(crew.mutex_);
        crew.dismissed_ = true;
      }
      crew.taken_.notify_all();
      threads.clear();
    }
  };

  void workThrough() {
    for (;;) {
      const std::size_t index = next_++;
      if (index >= runs_.size() || stop_.stop_requested()) break;
      perform(index);
    }
    const std::lock_guard lock(mutex_);
    --working_;
    news_.notify_one();
  }

  void perform(std::size_t index) {
    setState(index, RunState::Running);
    try {
      setState(index, drivenToTheEnd(index) ? RunState::Finished : RunState::Stopped);
    } catch (const std::bad_alloc&) {
      fail(index, fmt::format("{}: there is not enough memory for it beside the others; run fewer "
                              "at a time.",
                              runs_[index].folder.string()));
    } catch (const std::exception& error) {
      fail(index, error.what());
    }
  }

  bool drivenToTheEnd(std::size_t index) {
    const PlannedRun& planned = runs_[index];
    std::optional<RunFolder> folder;
    std::unique_ptr<Run> run;
    if (!RunFolder::holdsRun(planned.folder)) {
      run = startRun(planned.experiment);  // first: what cannot run leaves no folder behind
      makeFolder(planned.folder);
    }
    FolderLock lock(planned.folder);
    folder = begun(planned);
    if (folder && folder->finished()) {
      places_[index].progress = 1;
      return true;
    }
    if (folder) {
      run = folder->load();
    } else {
      folder = RunFolder::create(planned.folder, planned.experiment);
    }
    RunKeeper keeper(*folder, std::move(lock));
    const bool finished = drive(*run, keeper, stop_.get_token(),
                                [&](Run& one) { places_[index].progress = one.progress(); });
    if (options_.onEnded) handOver({index, *folder, *run});
    return finished;
  }

  /// Waits until the calling thread has seen the run.
  void handOver(const Ended& ended) {
    std::unique_lock lock(mutex_);
    taken_.wait(lock, [this] { return ended_ == nullptr || dismissed_; });
    if (dismissed_) return;
    ended_ = &ended;
    news_.notify_one();
    taken_.wait(lock, [&] { return ended_ != &ended || dismissed_; });
  }

  void takeUp(std::unique_lock<std::mutex>& lock) {
    const Ended* ended = ended_;
    lock.unlock();
    options_.onEnded(ended->index, ended->folder, ended->run);
    lock.lock();
    ended_ = nullptr;
    taken_.notify_all();
  }

  /// A thread to each run, and what is over to all of them.
  void shareThreads(int threads) {
    const int helped = std::max(1, threads - static_cast<int>(working_) + 1);
    if (helped == helped_) return;
    limit_.reset();
    limit_.emplace(helped);
    helped_ = helped;
  }

  void setState(std::size_t index, RunState state) {
    const std::lock_guard lock(mutex_);
    places_[index].state = state;
  }

  void fail(std::size_t index, const std::string& why) {
    const std::lock_guard lock(mutex_);
    places_[index].state = RunState::Failed;
    places_[index].failure = why;
  }

  SideBySideProgress progress() {
    SideBySideProgress all;
    for (const Place& place : places_) {
      all.runs.push_back({place.state, place.progress, place.failure});
      // A run that has failed will do no more: there is nothing left of it.
      all.progress += place.state == RunState::Failed ? 1 : place.progress.load();
    }
    all.progress /= static_cast<double>(std::max<std::size_t>(1, places_.size()));
    return all;
  }

  void tellProgress(std::unique_lock<std::mutex>& lock) {
    if (!options_.onProgress || Clock::now() - told_ < kBetweenProgress) return;
    SideBySideProgress all = progress();
    lock.unlock();
    told_ = Clock::now();
    // Runs that are taken up jump to where they were: judged from the first look on.
    if (!firstLook_) firstLook_ = {told_, all.progress};
    const double seconds = std::chrono::duration<double>(told_ - firstLook_->time).count();
    const double done = all.progress - firstLook_->progress;
    if (seconds >= kLeastSeconds && done > 0) {
      all.secondsLeft = seconds / done * (1 - all.progress);
    }
    options_.onProgress(all);
    lock.lock();
  }

  struct Look {
    Clock::time_point time;
    double progress;
  };

  const std::vector<PlannedRun>& runs_;
  const SideBySideOptions& options_;
  std::vector<Place> places_;
  std::atomic<std::size_t> next_ = 0;
  std::mutex mutex_;
  std::condition_variable news_;   // for the calling thread
  std::condition_variable taken_;  // for the others
  const Ended* ended_ = nullptr;
  std::size_t working_ = 0;
  bool dismissed_ = false;
  std::stop_source stop_;
  std::stop_callback<std::function<void()>> asked_;
  std::optional<ThreadLimit> limit_;
  int helped_ = 0;
  Clock::time_point told_ = Clock::now();
  std::optional<Look> firstLook_;
};

}  // namespace

const char* runStateName(RunState state) {
  static constexpr std::array<const char*, 5> kNames{"waiting", "running", "finished", "stopped",
                                                     "failed"};
  return kNames.at(static_cast<std::size_t>(state));
}

std::size_t SideBySideProgress::count(RunState state) const {
  return static_cast<std::size_t>(std::count_if(
      runs.begin(), runs.end(), [state](const RunStatus& run) { return run.state == state; }));
}

std::vector<RunStatus> runSideBySide(const std::vector<PlannedRun>& runs,
                                     const SideBySideOptions& options,
                                     const std::stop_token& stop) {
  std::set<fs::path> folders;
  for (const PlannedRun& run : runs) {
    if (!folders.insert(fs::absolute(run.folder).lexically_normal()).second) {
      throw Error(
          fmt::format("{}: is the folder of two runs; give each its own.", run.folder.string()));
    }
  }
  if (runs.empty()) return {};
  return Crew(runs, options, stop).work();
}

}  // namespace nudge
