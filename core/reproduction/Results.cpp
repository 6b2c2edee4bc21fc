#include "core/reproduction/Results.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

namespace nudge {

namespace fs = std::filesystem;

namespace {

// More trials of one case than anybody makes.
constexpr int kMostTrials = 100;

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

fs::path folderOf(const fs::path& root, const ReproducedCase& of, Extent extent, int seed) {
  std::string name = of.preset;
  for (const auto& [key, value] : of.sets) {
    name += fmt::format("-{}-{}", key.substr(key.rfind('.') + 1),
                        value.is_string() ? value.get<std::string>() : value.dump());
  }
  return RunFolder::pathFor(root / (extent == Extent::Quick ? "quick" : "full"),
                            fmt::format("{}-seed-{}", name, seed));
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
                                            Extent extent, const fs::path& folder) {
  std::vector<ReproductionOutcome> results;
  for (const Reproduction* one : some) {
    ReproductionOutcome result{one, {}};
    for (const ReproducedCase& of : one->cases) {
      Sized as = sized(of, extent);
      ReproducedOutcome found{&of, std::move(as.experiment), std::move(as.whatIsLess), {}};
      for (int seed = 1; seed <= kMostTrials; ++seed) {
        const fs::path path = folderOf(folder, of, extent, seed);
        if (!RunFolder::holdsRun(path)) break;
        auto epochs = RunFolder::open(path).epochs();
        if (!epochs.empty()) found.trials.push_back(std::move(epochs));
      }
      result.cases.push_back(std::move(found));
    }
    results.push_back(std::move(result));
  }
  return results;
}

}  // namespace nudge
