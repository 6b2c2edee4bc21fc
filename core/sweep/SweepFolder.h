#pragma once

#include <filesystem>
#include <vector>

#include "core/sweep/Sweep.h"
#include "core/sweep/SweepResults.h"

namespace nudge {

/// Where a sweep keeps its files: sweep.json (the document, whole), runs/ with a run folder for
/// each run, sweep.csv, cases.csv, sweep.svg and sweep.png;
/// slurm/ for the tasks' script and logs.
class SweepFolder {
 public:
  /// The folder of this sweep, made and marked as its own when it is new. Throws Error when it
  /// belongs to another sweep or cannot be made.
  SweepFolder(std::filesystem::path path, const Sweep& sweep);

  const std::filesystem::path& path() const { return path_; }
  std::filesystem::path document() const { return path_ / "sweep.json"; }
  std::filesystem::path slurm() const { return path_ / "slurm"; }
  std::filesystem::path table() const { return path_ / "sweep.csv"; }
  std::filesystem::path caseTable() const { return path_ / "cases.csv"; }
  std::filesystem::path figure(const char* suffix) const {
    return path_ / (std::string("sweep.") + suffix);
  }

  /// The runs with their folders, in the order of Sweep::runs().
  std::vector<PlannedRun> plannedRuns() const;

  /// Writes both tables from what the runs have written so far. Returns the results of the cases.
  std::vector<CaseResult> gather() const;

 private:
  std::filesystem::path path_;
  const Sweep& sweep_;
};

}  // namespace nudge
