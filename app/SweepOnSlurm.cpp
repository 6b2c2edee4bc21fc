#include "app/SweepOnSlurm.h"

#include <algorithm>
#include <chrono>
#include <optional>
#include <thread>

#include <fmt/format.h>

#include "app/Slurm.h"
#include "core/base/AtomicFile.h"
#include "core/base/Error.h"

namespace nudge {

namespace {

namespace fs = std::filesystem;

constexpr auto kBetweenLooks = std::chrono::seconds(2);
constexpr auto kBetweenSignals = std::chrono::milliseconds(100);
constexpr std::uintmax_t kLongestJobNumber = 64;

/// A word that the shell takes as it is.
std::string quoted(const std::string& word) {
  std::string text = "'";
  for (const char c : word) text += c == '\'' ? std::string("'\\''") : std::string(1, c);
  text += '\'';
  return text;
}

/// The arrays of one sweep: the last one's job number stays in its folder.
class Arrays {
 public:
  explicit Arrays(const SweepFolder& folder) : folder_(folder), runs_(folder.plannedRuns()) {
    if (fs::exists(jobFile())) job_ = readFile(jobFile(), kLongestJobNumber);
    while (job_ && !job_->empty() && job_->back() == '\n') job_->pop_back();
  }

  const std::optional<std::string>& job() const { return job_; }
  bool atWork() const { return job_ && tasksInSlurm(*job_) > 0; }

  void submit(const SweepOnSlurmOptions& options) {
    SlurmArray array;
    for (std::size_t i = 0; i < runs_.size(); ++i) {
      if (!finished(i)) array.tasks.push_back(i + 1);
    }
    if (array.tasks.empty()) return;
    array.logs = fs::absolute(folder_.slurm());
    array.script = array.logs / "task.sh";
    array.most = options.jobs;
    array.more = options.sbatch;
    makeFolder(array.logs);
    const fs::path program = fs::read_symlink("/proc/self/exe");
    writeFileAtomically(
        array.script,
        fmt::format("#!/bin/sh\nexec {} sweep {} --out {} --task \"$SLURM_ARRAY_TASK_ID\"\n",
                    quoted(program.string()), quoted(fs::absolute(folder_.document()).string()),
                    quoted(fs::absolute(folder_.path()).string())));
    job_ = submitToSlurm(array);
    writeFileAtomically(jobFile(), *job_ + "\n");
  }

  /// Where the runs stand while tasks are at work, judged by what they have written.
  SideBySideProgress look() const {
    SideBySideProgress all;
    for (const PlannedRun& run : runs_) {
      RunStatus status;
      if (RunFolder::holdsRun(run.folder)) {
        status.progress = static_cast<double>(RunFolder::open(run.folder).epochs().size()) /
                          run.experiment.learning.epochs;
        status.state = status.progress >= 1 ? RunState::Finished : RunState::Running;
      }
      all.progress += status.progress / static_cast<double>(runs_.size());
      all.runs.push_back(status);
    }
    return all;
  }

  /// Where they stand in the end.
  std::vector<RunStatus> states(bool ended) const {
    std::vector<RunStatus> all(runs_.size());
    for (std::size_t i = 0; i < runs_.size(); ++i) {
      if (finished(i)) {
        all[i].state = RunState::Finished;
      } else if (ended) {
        all[i].state = RunState::Failed;
        all[i].failure =
            fmt::format("{}: its task ended before the run did; see {}", runs_[i].folder.string(),
                        slurmLog(folder_.slurm(), *job_, i + 1).string());
      }
    }
    return all;
  }

 private:
  fs::path jobFile() const { return folder_.slurm() / "job"; }

  bool finished(std::size_t i) const {
    return RunFolder::holdsRun(runs_[i].folder) && RunFolder::open(runs_[i].folder).finished();
  }

  const SweepFolder& folder_;
  std::vector<PlannedRun> runs_;
  std::optional<std::string> job_;
};

void rest(const std::stop_token& stop) {
  const auto end = std::chrono::steady_clock::now() + kBetweenLooks;
  while (!stop.stop_requested() && std::chrono::steady_clock::now() < end) {
    std::this_thread::sleep_for(kBetweenSignals);
  }
}

}  // namespace

std::vector<RunStatus> sweepOnSlurm(const SweepFolder& folder, const SweepOnSlurmOptions& options,
                                    const std::stop_token& stop) {
  Arrays arrays(folder);
  const bool earlier = arrays.atWork();
  if (!earlier) arrays.submit(options);
  bool working = arrays.atWork();
  if (working) fmt::print("job         {}\n", *arrays.job());
  while (working && options.wait && !stop.stop_requested()) {
    if (options.onProgress) options.onProgress(arrays.look());
    rest(stop);
    working = arrays.atWork();
  }
  if (working) {
    fmt::print(stderr, "nudge: the tasks go on without this command; to end them: scancel {}\n",
               *arrays.job());
  }
  return arrays.states(!working);
}

}  // namespace nudge
