#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/base/Field.h"

namespace nudge {

/// How it is noticed that a task was done.
///
///     {"fact": "learning.beta", "least": 2, "most": 5}   a setting or fact is a number in between
///     {"fact": "machine.kind", "is": "annealing"}        … or has this value
///     {"fact": "dynamics.label", "changes": true}        … or another one than when the step began
///     {"did": "dynamics.draw", "times": 2}               something was done since the step began
///     {"all": […]}, {"any": […]}                         several conditions
struct Condition {
  enum class Kind { Fact, Did, All, Any };

  Kind kind = Kind::All;
  std::string name;                   ///< of the fact, or of what is to be done
  std::optional<double> least, most;  ///< inclusive
  std::optional<Json> is;
  bool changes = false;
  int times = 1;
  std::vector<Condition> parts;  ///< of All and Any
};

/// What a condition is judged by.
struct Observations {
  std::function<Json(const std::string& fact)> now;     ///< null: not known
  std::function<Json(const std::string& fact)> before;  ///< when the step began
  std::function<int(const std::string& event)> times;   ///< since the step began
};

bool holds(const Condition& condition, const Observations& seen);

/// Facts beside the settings of the experiment, and what can be done, each with a line for people:
/// what lessons may name.
struct KnownFact {
  std::string name;
  std::string meaning;
};
const std::vector<KnownFact>& knownFacts();
const std::vector<KnownFact>& knownEvents();

/// Reads a condition; `facts` are all names that a fact may have. Throws Error, beginning with
/// `where`.
Condition parseCondition(const Json& json, const std::vector<std::string>& facts,
                         const std::string& where);

}  // namespace nudge
