#include "core/sweep/SweepFolder.h"

#include <fmt/format.h>

#include "core/base/AtomicFile.h"
#include "core/base/Error.h"

namespace nudge {

namespace fs = std::filesystem;

namespace {

constexpr std::uintmax_t kLargestResults = 64 << 20;

}  // namespace

SweepFolder::SweepFolder(fs::path path, const Sweep& sweep)
    : path_(std::move(path)), sweep_(sweep) {
  if (fs::exists(document())) {
    if (readFile(document(), kLargestResults) == sweep.toText()) return;
    throw Error(
        fmt::format("{}: belongs to another sweep, or to this one before it was changed (see {}); "
                    "choose another folder with --out.",
                    path_.string(), document().string()));
  }
  makeFolder(path_);
  writeFileAtomically(document(), sweep.toText());
}

std::vector<PlannedRun> SweepFolder::plannedRuns() const {
  std::vector<PlannedRun> planned;
  for (const SweepRun& run : sweep_.runs()) {
    planned.push_back({run.experiment, path_ / "runs" / run.name});
  }
  return planned;
}

std::vector<CaseResult> SweepFolder::gather() const {
  std::vector<RunResult> results;
  for (const PlannedRun& run : plannedRuns()) results.push_back(RunResult::read(run.folder));
  std::vector<CaseResult> cases = caseResults(sweep_, results);
  writeFileAtomically(table(), sweepCsv(sweep_, results));
  writeFileAtomically(caseTable(), casesCsv(sweep_, cases));
  return cases;
}

}  // namespace nudge
