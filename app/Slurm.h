#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace nudge {

/// An array of tasks for Slurm.
struct SlurmArray {
  std::filesystem::path script;    ///< what each task runs; its number is in SLURM_ARRAY_TASK_ID
  std::filesystem::path logs;      ///< folder for the tasks' output
  std::vector<std::size_t> tasks;  ///< their numbers, ascending, below Slurm's MaxArraySize
  int most = 0;                    ///< tasks at a time; 0: as many as Slurm likes
  std::vector<std::string> more;   ///< further options of sbatch
};

/// The tasks' numbers as sbatch takes them: "1,3-5".
std::string slurmTaskList(const std::vector<std::size_t>& tasks);

/// Submits the array and returns the number of its job. Throws Error with what sbatch says when it
/// refuses, and when there is no sbatch.
std::string submitToSlurm(const SlurmArray& array);

/// How many tasks of a job are waiting or running; 0 when Slurm no longer knows the job. Throws
/// Error when Slurm does not answer.
std::size_t tasksInSlurm(const std::string& job);

/// Where a task writes what it prints.
std::filesystem::path slurmLog(const std::filesystem::path& logs, const std::string& job,
                               std::size_t task);

}  // namespace nudge
