#include "core/reproduction/Results.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "core/base/AtomicFile.h"

namespace nudge {

namespace fs = std::filesystem;

namespace {

// More trials of one case than anybody makes.
constexpr int kMostTrials = 100;
constexpr const char* kMachine = "machine.txt";
constexpr std::uintmax_t kLongestMachine = 4096;

/// A case as it is run.
struct Sized {
  Experiment experiment;
  std::string whatIsLess;
};

Sized sized(const ReproducedCase& of, Extent extent) {
  Sized one{of.experiment(), {}};
  if (extent == Extent::Quick) one.experiment = quickened(one.experiment, one.whatIsLess);
  return one;
}

fs::path homeOf(const fs::path& root, Extent extent) {
  return root / (extent == Extent::Quick ? "quick" : "full");
}

fs::path folderOf(const fs::path& root, const ReproducedCase& of, Extent extent, int seed) {
  std::string name = of.preset;
  for (const auto& [key, value] : of.sets) {
    name += fmt::format("-{}-{}", key.substr(key.rfind('.') + 1),
                        value.is_string() ? value.get<std::string>() : value.dump());
  }
  return RunFolder::pathFor(homeOf(root, extent), fmt::format("{}-seed-{}", name, seed));
}

/// The epochs of the run in this folder; none where there is no run.
std::vector<EpochMetrics> epochsIn(const fs::path& folder) {
  return RunFolder::holdsRun(folder) ? RunFolder::open(folder).epochs()
                                     : std::vector<EpochMetrics>{};
}

/// The runs below a folder, in the order of their names.
std::vector<fs::path> runsBelow(const fs::path& home) {
  std::vector<fs::path> runs;
  if (!fs::is_directory(home)) return runs;
  for (const fs::directory_entry& entry : fs::directory_iterator(home)) {
    if (RunFolder::holdsRun(entry.path())) runs.push_back(entry.path());
  }
  std::sort(runs.begin(), runs.end());
  return runs;
}

}  // namespace

int ReproducedOutcome::epochs() const {
  if (trials.empty()) return 0;
  std::size_t fewest = trials.front().size();
  for (const auto& trial : trials) fewest = std::min(fewest, trial.size());
  return static_cast<int>(fewest);
}

int ReproducedOutcome::comparedEpoch() const {
  if (of->epoch > 0) return of->epoch <= epochs() ? of->epoch : 0;
  return epochs();
}

MeanDeviation ReproducedOutcome::at(int epoch, double EpochMetrics::*value) const {
  std::vector<double> values;
  for (const auto& trial : trials)
    values.push_back(trial[static_cast<std::size_t>(epoch - 1)].*value);
  return MeanDeviation(values);
}

double ReproducedOutcome::secondsPerTrial() const {
  double seconds = 0;
  for (const auto& trial : trials) {
    for (const EpochMetrics& epoch : trial) seconds += epoch.seconds;
  }
  return trials.empty() ? 0 : seconds / static_cast<double>(trials.size());
}

std::vector<PlannedRun> plannedRuns(const std::vector<const Reproduction*>& some, Extent extent,
                                    int trials, const fs::path& folder) {
  std::vector<PlannedRun> runs;
  std::set<fs::path> planned;
  // Trial by trial, so that everything has been seen once before anything is repeated.
  for (int seed = 1; seed <= trials; ++seed) {
    for (const Reproduction* one : some) {
      for (const ReproducedCase& of : one->cases) {
        PlannedRun run{sized(of, extent).experiment, folderOf(folder, of, extent, seed)};
        run.experiment.seed = seed;
        if (planned.insert(run.folder).second) runs.push_back(std::move(run));
      }
    }
  }
  return runs;
}

std::vector<ReproductionOutcome> outcomesOf(const std::vector<const Reproduction*>& some,
                                            Extent extent, const std::vector<fs::path>& folders) {
  std::vector<ReproductionOutcome> results;
  for (const Reproduction* one : some) {
    ReproductionOutcome result{one, {}};
    for (const ReproducedCase& of : one->cases) {
      Sized as = sized(of, extent);
      ReproducedOutcome found{&of, std::move(as.experiment), std::move(as.whatIsLess), {}};
      for (int seed = 1; seed <= kMostTrials; ++seed) {
        std::vector<EpochMetrics> furthest;
        for (const fs::path& folder : folders) {
          auto epochs = epochsIn(folderOf(folder, of, extent, seed));
          if (epochs.size() > furthest.size()) furthest = std::move(epochs);
        }
        if (furthest.empty()) break;
        found.trials.push_back(std::move(furthest));
      }
      result.cases.push_back(std::move(found));
    }
    results.push_back(std::move(result));
  }
  return results;
}

void keepRecords(Extent extent, const fs::path& folder, const fs::path& records,
                 const std::string& machine) {
  for (const fs::path& path : runsBelow(homeOf(folder, extent))) {
    const fs::path kept = homeOf(records, extent) / path.filename();
    const RunFolder run = RunFolder::open(path);
    const auto epochs = run.epochs();
    if (epochs.size() <= epochsIn(kept).size()) continue;
    const Experiment experiment = run.experiment();
    makeFolder(kept);
    const int depth = experiment.network.depth();
    writeFileAtomically(kept / kMachine, machine + '\n');
    writeFileAtomically(kept / run.metrics().filename(), metricsCsv(epochs, depth));
    writeFileAtomically(kept / run.timing().filename(), timingCsv(epochs));
    experiment.save(kept / "experiment.nudge");
  }
}

std::vector<std::string> recordedMachines(Extent extent, const fs::path& records) {
  std::set<std::string> machines;
  for (const fs::path& path : runsBelow(homeOf(records, extent))) {
    if (!fs::exists(path / kMachine)) continue;
    std::string name = readFile(path / kMachine, kLongestMachine);
    while (!name.empty() && name.back() == '\n') name.pop_back();
    machines.insert(name);
  }
  return {machines.begin(), machines.end()};
}

}  // namespace nudge
