#include "core/sweep/SweepResults.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include <fmt/format.h>

namespace nudge {

namespace {

constexpr double kUnknown = std::numeric_limits<double>::quiet_NaN();

std::string number(double value) {
  return std::isfinite(value) ? fmt::format("{:.9g}", value) : std::string();
}

std::string quoted(const std::string& text) {
  if (text.find_first_of(",\"\n") == std::string::npos) return text;
  std::string inside;
  for (const char c : text) inside += c == '"' ? std::string("\"\"") : std::string(1, c);
  return fmt::format("\"{}\"", inside);
}

std::string header(const Sweep& sweep) {
  std::string text;
  for (const std::string& key : sweep.varied) text += "," + key;
  return text;
}

/// The varied settings of a case as cells, those that it leaves to the base among them.
std::string cells(const Sweep& sweep, const SweepCase& one) {
  std::string text;
  for (const std::string& key : sweep.varied) {
    const Json value = Experiment::field(key).get(one.experiment);
    text += fmt::format(",{}", quoted(value.is_string() ? value.get<std::string>() : value.dump()));
  }
  return text;
}

}  // namespace

RunResult::RunResult()
    : trainError(kUnknown),
      testError(kUnknown),
      bestTrainError(kUnknown),
      bestTestError(kUnknown) {}

RunResult RunResult::read(const std::filesystem::path& folder) {
  RunResult result;
  if (!RunFolder::holdsRun(folder)) return result;
  const RunFolder run = RunFolder::open(folder);
  result.finished = run.finished();
  const std::vector<EpochMetrics> epochs = run.epochs();
  if (epochs.empty()) return result;
  result.epochs = epochs.back().epoch;
  result.trainError = epochs.back().trainError;
  result.testError = epochs.back().testError;
  for (const EpochMetrics& epoch : epochs) {
    // fmin passes over the NaN at the beginning.
    result.bestTrainError = std::fmin(result.bestTrainError, epoch.trainError);
    result.bestTestError = std::fmin(result.bestTestError, epoch.testError);
    result.seconds += epoch.seconds;
  }
  return result;
}

std::vector<CaseResult> caseResults(const Sweep& sweep, const std::vector<RunResult>& runs) {
  std::vector<CaseResult> results;
  for (std::size_t i = 0; i < sweep.cases.size(); ++i) {
    const auto begin = runs.begin() + static_cast<std::ptrdiff_t>(i * sweep.seeds.size());
    const auto end = begin + static_cast<std::ptrdiff_t>(sweep.seeds.size());
    const auto over = [&](double RunResult::*member) {
      std::vector<double> values;
      for (auto run = begin; run != end; ++run) {
        if (run->finished) values.push_back((*run).*member);
      }
      return MeanDeviation(values);
    };
    results.push_back({static_cast<int>(std::count_if(
                           begin, end, [](const RunResult& run) { return run.finished; })),
                       over(&RunResult::trainError), over(&RunResult::testError),
                       over(&RunResult::bestTrainError), over(&RunResult::bestTestError),
                       over(&RunResult::seconds)});
  }
  return results;
}

std::string sweepCsv(const Sweep& sweep, const std::vector<RunResult>& runs) {
  std::string text = "run,case" + header(sweep) +
                     ",seed,state,epochs,train_error,test_error,best_train_error,best_test_error,"
                     "seconds\n";
  const std::vector<SweepRun> all = sweep.runs();
  for (std::size_t i = 0; i < all.size(); ++i) {
    const RunResult& run = runs[i];
    text += fmt::format("{},{}{},{},{},{},{},{},{},{},{:.3f}\n", all[i].name, all[i].caseIndex + 1,
                        cells(sweep, sweep.cases[all[i].caseIndex]), all[i].seed,
                        run.finished ? "finished" : "unfinished", run.epochs,
                        number(run.trainError), number(run.testError), number(run.bestTrainError),
                        number(run.bestTestError), run.seconds);
  }
  return text;
}

std::string casesCsv(const Sweep& sweep, const std::vector<CaseResult>& cases) {
  std::string text = "case" + header(sweep) + ",runs";
  for (const char* name :
       {"train_error", "test_error", "best_train_error", "best_test_error", "seconds"}) {
    text += fmt::format(",{0},{0}_sd", name);
  }
  text += '\n';
  for (std::size_t i = 0; i < cases.size(); ++i) {
    const CaseResult& one = cases[i];
    text += fmt::format("{}{},{}", i + 1, cells(sweep, sweep.cases[i]), one.runs);
    for (const MeanDeviation* value :
         {&one.trainError, &one.testError, &one.bestTrainError, &one.bestTestError, &one.seconds}) {
      text += fmt::format(",{},{}", number(value->mean), number(value->deviation));
    }
    text += '\n';
  }
  return text;
}

}  // namespace nudge
