#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/experiment/Experiment.h"
#include "core/sweep/SideBySide.h"

namespace nudge {

/// One setting of a case: its whole key ("learning.beta") and the value.
using SweepSetting = std::pair<std::string, Json>;

/// One choice of the varied settings; it is run once for each seed.
struct SweepCase {
  std::vector<SweepSetting> settings;
  Experiment experiment;  ///< the base, changed so; the seed is not set yet

  /// "learning.beta = 0.5, machine.T = 10", or "the base" when nothing is changed.
  std::string inWords() const;
};

/// One run of a sweep: a case with a seed.
struct SweepRun {
  std::size_t caseIndex = 0;
  std::int64_t seed = 0;
  Experiment experiment;
  std::string name;  ///< of its folder below runs/: "case-02-seed-1"
};

/// Many runs of one experiment, each with other settings: a JSON document,
///
///   { "format": "nudge-sweep", "version": 1,
///     "base": "digits",                                   a preset, a *.nudge file or an
///     experiment "grid": { "beta": [0.1, 0.5], "T": [10, 20] },      every value with every other
///     "seeds": [1, 2, 3],                                 the base's alone when left out
///     "epochs": 5 }                                       the base's when left out
///
/// or with "list": [ { "beta": 0.1, "T": 10 }, { "beta": 0.5 } ] in the place of "grid": each entry
/// is a case. Settings are named as after `nudge train --set`. Paths are relative to the document.
struct Sweep {
  Experiment base;                  ///< with the sweep's epochs
  std::vector<std::string> varied;  ///< whole keys, in the document's order
  std::vector<SweepCase> cases;     ///< of a grid: the last key's values change fastest
  std::vector<std::int64_t> seeds;

  /// Most runs of one sweep.
  static constexpr std::size_t kMostRuns = 1000;

  /// Reads a document that lies in `folder`. Throws Error naming `where`: what Experiment::fromText
  /// refuses; unknown settings; values out of range; two cases that are the same; more than
  /// kMostRuns runs; a case whose experiment has problems, naming the case.
  static Sweep fromText(std::string_view text, const std::string& where,
                        const std::filesystem::path& folder);
  static Sweep load(const std::filesystem::path& path);

  /// The document with nothing outside it: the base whole, the cases as a list. The same sweep
  /// gives the same bytes, and reading them gives the same sweep.
  std::string toText() const;

  /// All runs: case by case, seed by seed.
  std::vector<SweepRun> runs() const;
};

}  // namespace nudge
