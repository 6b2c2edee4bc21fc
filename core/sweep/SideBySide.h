#pragma once

#include <filesystem>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

#include "core/experiment/RunFolder.h"

namespace nudge {

/// A run to be done, and the folder for its files.
struct PlannedRun {
  Experiment experiment;
  std::filesystem::path folder;
};

enum class RunState {
  Waiting,   ///< its turn has not come
  Running,   ///< on a thread now
  Finished,  ///< all epochs are done, all files are written
  Stopped,   ///< begun, and asked to stop; its folder takes it up again
  Failed,    ///< see RunStatus::failure
};

/// "waiting", "finished", …: as in tables.
const char* runStateName(RunState state);

/// Where one of several runs stands.
struct RunStatus {
  RunState state = RunState::Waiting;
  double progress = 0;  ///< 0 … 1
  std::string failure;  ///< for a person; of a failed run only
};

/// Where all of them stand, in the order of their list.
struct SideBySideProgress {
  std::vector<RunStatus> runs;
  double progress = 0;      ///< 0 … 1, the mean over the runs
  double secondsLeft = -1;  ///< negative while unknown

  std::size_t count(RunState state) const;
};

struct SideBySideOptions {
  int jobs = 0;  ///< most runs at a time; 0: as many as there are threads to be had
  /// Called a few times a second.
  std::function<void(const SideBySideProgress&)> onProgress;
  /// Called when a run has ended, finished or stopped, with its files written: the place for a
  /// report. `index` is its place in the list. What it throws ends all runs and is rethrown.
  std::function<void(std::size_t index, const RunFolder& folder, const Run& run)> onEnded;
};

/// Does all runs, several at a time in this process, the first of the list first. While as many run
/// as there are threads, each has one to itself; fewer share them all. What each writes into its
/// folder is, byte for byte, what it would write alone.
///
/// Finished runs are left as they are; a run that was stopped or killed goes on from its last
/// checkpoint. When `stop` asks for it every run is brought to a checkpoint and the call returns. A
/// run that fails (no data set, no room on the disk, a folder that holds another experiment or that
/// another process works on) does not keep the others from going on.
///
/// Both callbacks are called on the calling thread. Throws Error, before anything starts, when two
/// runs have the same folder.
std::vector<RunStatus> runSideBySide(const std::vector<PlannedRun>& runs,
                                     const SideBySideOptions& options, const std::stop_token& stop);

}  // namespace nudge
