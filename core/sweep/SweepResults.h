#pragma once

#include <string>
#include <vector>

#include "core/base/MeanDeviation.h"
#include "core/sweep/Sweep.h"

namespace nudge {

/// What came out of one run, as far as it is. Errors in per cent, NaN while no epoch is done.
struct RunResult {
  bool finished = false;
  int epochs = 0;                        ///< done
  double trainError, testError;          ///< after the last epoch done
  double bestTrainError, bestTestError;  ///< the lowest of all epochs done
  double seconds = 0;                    ///< of training and testing

  RunResult();
  /// What the run in this folder has written; nothing when there is none. Throws Error on damaged
  /// files.
  static RunResult read(const std::filesystem::path& folder);
};

/// What came out of one case: over its finished runs.
struct CaseResult {
  int runs = 0;  ///< finished
  MeanDeviation trainError, testError, bestTrainError, bestTestError, seconds;
};

/// The results of a sweep's cases from those of Sweep::runs(), in its order.
std::vector<CaseResult> caseResults(const Sweep& sweep, const std::vector<RunResult>& runs);

/// sweep.csv as text, a row a run:
/// run,case,…varied settings…,seed,state,epochs,train_error,test_error,best_train_error,
/// best_test_error,seconds. Lists stand in quotes; what is not known yet is left empty.
std::string sweepCsv(const Sweep& sweep, const std::vector<RunResult>& runs);

/// cases.csv as text, a row a case:
/// case,…varied settings…,runs, then a mean and a standard deviation ("…_sd") over the finished
/// runs of each of the same numbers.
std::string casesCsv(const Sweep& sweep, const std::vector<CaseResult>& cases);

}  // namespace nudge
