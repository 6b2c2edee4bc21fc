#include "core/lesson/Condition.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/base/Error.h"
#include "core/base/StrictJson.h"

namespace nudge {

namespace {

std::vector<std::string> namesOf(const std::vector<KnownFact>& known) {
  std::vector<std::string> names;
  names.reserve(known.size());
  for (const KnownFact& fact : known) names.push_back(fact.name);
  return names;
}

/// Names of layers are one name for all of them: "dynamics.changed.2" is "dynamics.changed.N".
std::string general(const std::string& name) {
  const auto dot = name.rfind('.');
  if (dot == std::string::npos || dot + 1 == name.size()) return name;
  const bool number = std::all_of(name.begin() + static_cast<std::ptrdiff_t>(dot) + 1, name.end(),
                                  [](char c) { return c >= '0' && c <= '9'; });
  return number ? name.substr(0, dot) + ".N" : name;
}

void checkName(const Json& name, const std::vector<std::string>& known, const std::string& where) {
  if (!name.is_string()) throw Error(fmt::format("{}: a name is a text.", where));
  const auto text = name.get<std::string>();
  if (std::find(known.begin(), known.end(), general(text)) == known.end())
    unknownKey(where, text, known);
}

std::optional<double> numberOf(const Json& json, const char* key, const std::string& where) {
  if (!json.contains(key)) return std::nullopt;
  if (!json[key].is_number()) throw Error(fmt::format("{}: \"{}\" is a number.", where, key));
  return json[key].get<double>();
}

Condition parseFact(const Json& json, const std::vector<std::string>& facts,
                    const std::string& where) {
  checkKeys(json, {"fact", "least", "most", "is", "changes"}, where);
  checkName(json["fact"], facts, where);
  Condition condition;
  condition.kind = Condition::Kind::Fact;
  condition.name = json["fact"].get<std::string>();
  condition.least = numberOf(json, "least", where);
  condition.most = numberOf(json, "most", where);
  if (json.contains("is")) condition.is = json["is"];
  if (json.contains("changes")) {
    if (json["changes"] != true) throw Error(fmt::format("{}: \"changes\" is true.", where));
    condition.changes = true;
  }
  if (!condition.least && !condition.most && !condition.is && !condition.changes) {
    throw Error(
        fmt::format("{}: says nothing of \"{}\"; add \"least\", \"most\", \"is\" or \"changes\".",
                    where, condition.name));
  }
  return condition;
}

Condition parseDid(const Json& json, const std::string& where) {
  checkKeys(json, {"did", "times"}, where);
  checkName(json["did"], namesOf(knownEvents()), where);
  Condition condition;
  condition.kind = Condition::Kind::Did;
  condition.name = json["did"].get<std::string>();
  if (json.contains("times")) {
    if (!json["times"].is_number_integer() || json["times"] < 1 || json["times"] > 1000)
      throw Error(fmt::format("{}: \"times\" is a whole number from 1 to 1000.", where));
    condition.times = json["times"].get<int>();
  }
  return condition;
}

bool factHolds(const Condition& condition, const Observations& seen) {
  const Json value = seen.now(condition.name);
  if (value.is_null()) return false;
  if (condition.is && value != *condition.is) return false;
  if (condition.changes && value == seen.before(condition.name)) return false;
  if (!condition.least && !condition.most) return true;
  if (!value.is_number()) return false;
  const double number = value.get<double>();
  return number >= condition.least.value_or(number) && number <= condition.most.value_or(number);
}

}  // namespace

bool holds(const Condition& condition, const Observations& seen) {
  const auto part = [&](const Condition& each) { return holds(each, seen); };
  switch (condition.kind) {
    case Condition::Kind::Fact:
      return factHolds(condition, seen);
    case Condition::Kind::Did:
      return seen.times(condition.name) >= condition.times;
    case Condition::Kind::All:
      return std::all_of(condition.parts.begin(), condition.parts.end(), part);
    case Condition::Kind::Any:
      return std::any_of(condition.parts.begin(), condition.parts.end(), part);
  }
  return false;
}

Condition parseCondition(const Json& json, const std::vector<std::string>& facts,
                         const std::string& where) {
  if (json.is_object() && json.contains("fact")) return parseFact(json, facts, where);
  if (json.is_object() && json.contains("did")) return parseDid(json, where);
  for (const auto& [key, kind] :
       {std::pair{"all", Condition::Kind::All}, std::pair{"any", Condition::Kind::Any}}) {
    if (!json.is_object() || !json.contains(key)) continue;
    checkKeys(json, {key}, where);
    if (!json[key].is_array() || json[key].empty())
      throw Error(fmt::format("{}: \"{}\" is a list of conditions.", where, key));
    Condition condition;
    condition.kind = kind;
    for (const Json& part : json[key])
      condition.parts.push_back(parseCondition(part, facts, where));
    return condition;
  }
  throw Error(fmt::format(
      "{}: a condition is an object with \"fact\", \"did\", \"all\" or \"any\".", where));
}

}  // namespace nudge
