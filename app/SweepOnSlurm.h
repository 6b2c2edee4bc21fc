#pragma once

#include <functional>
#include <stop_token>
#include <string>
#include <vector>

#include "core/sweep/SideBySide.h"
#include "core/sweep/SweepFolder.h"

namespace nudge {

struct SweepOnSlurmOptions {
  int jobs = 0;                     ///< most tasks at a time; 0: as many as Slurm likes
  bool wait = true;                 ///< else only submit, or look
  std::vector<std::string> sbatch;  ///< further options of sbatch
  std::function<void(const SideBySideProgress&)> onProgress;  ///< every few seconds
};

/// Hands the runs that are not finished to Slurm as an array, a task each, unless an earlier array
/// of this sweep is still at work; then waits for it. Returns where the runs stand: one whose task
/// ended without finishing it has failed, with the place of its log. `stop` ends the waiting, not
/// the tasks. Throws Error as submitToSlurm and tasksInSlurm do.
std::vector<RunStatus> sweepOnSlurm(const SweepFolder& folder, const SweepOnSlurmOptions& options,
                                    const std::stop_token& stop);

}  // namespace nudge
