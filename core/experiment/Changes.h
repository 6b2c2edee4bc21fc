#pragma once

#include <compare>
#include <string>
#include <string_view>
#include <vector>

#include "core/experiment/Experiment.h"

namespace nudge {

/// Between which two steps of a run something happened.
struct RunPlace {
  int epoch = 0;      ///< finished epochs
  int miniBatch = 0;  ///< done in this epoch
  int testPiece = 0;  ///< done in this epoch's test
  // clang-tidy 14 takes what the compiler makes of it for a zero.
  // NOLINTNEXTLINE(modernize-use-nullptr)
  auto operator<=>(const RunPlace&) const = default;
};

/// A live setting that somebody changed while a run went on. It acts on all that comes after.
struct Change {
  RunPlace place;
  std::string key;
  Json from, to;
  bool operator==(const Change&) const = default;
};

/// What differs between two experiments that may differ in live settings only; name and about are
/// not looked at. Throws Error naming the key when another setting differs.
std::vector<Change> changesBetween(const Experiment& before, const Experiment& after,
                                   const RunPlace& place);

/// Adds a change to a record. Changes of one setting at one place become one, or none where the
/// setting ends as it began.
void record(std::vector<Change>& changes, Change change);

/// changes.jsonl: a JSON object a line, {"epoch":1,"mini_batch":17,"test_piece":0,
/// "setting":"learning.beta","from":0.3,"to":0.2}: after so many finished epochs, mini-batches and
/// pieces of the test.
std::string changesText(const std::vector<Change>& changes);

/// Reads such a record. Throws Error naming `where` and the line: cut off, no JSON, unknown or
/// missing keys, settings that cannot change in a run, values out of range, an order that goes
/// back.
std::vector<Change> readChanges(std::string_view text, const std::string& where);

}  // namespace nudge
