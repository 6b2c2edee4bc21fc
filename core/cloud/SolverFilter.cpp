#include "core/cloud/SolverFilter.h"

#include <algorithm>
#include <array>
#include <optional>
#include <regex>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/cloud/CloudError.h"

namespace nudge {

namespace {

constexpr std::array<std::string_view, 13> kOperations{
    "lt",     "lte",    "gt", "gte",      "eq",       "available", "regex",
    "covers", "within", "in", "contains", "issubset", "issuperset"};
// std::regex climbs the stack with the length of what it matches.
constexpr std::size_t kLongestPattern = 200;
constexpr std::size_t kLongestSubject = 500;

bool isOperation(std::string_view name) {
  return std::find(kOperations.begin(), kOperations.end(), name) != kOperations.end();
}

/// A property that D-Wave's tools derive from others, or null.
ReplyJson derived(const SolverProperties& solver, const std::string& name) {
  if (name == "name") return solver.identity.name;
  if (name == "graph_id") return solver.identity.graphId;
  if (name == "online") return solver.online;
  if (name == "avg_load") return solver.averageLoad;
  if (name == "description") return solver.description;
  if (name == "qpu") return solver.isChip();
  if (name == "software" || name == "hybrid") return solver.category == name;
  if (name == "num_active_qubits") return solver.qubits.size();
  if (name == "num_active_couplers") return solver.couplers.size();
  if (name == "identity") {
    ReplyJson identity{{"name", solver.identity.name}};
    if (!solver.identity.graphId.empty()) {
      identity["version"]["graph_id"] = solver.identity.graphId;
    }
    return identity;
  }
  return nullptr;
}

/// What a path like topology__type leads to; null where it leads nowhere.
ReplyJson valueAt(const SolverProperties& solver, const std::string& path) {
  if (ReplyJson value = derived(solver, path); !value.is_null()) return value;
  const ReplyJson* at = &solver.all;
  std::size_t begin = 0;
  while (begin <= path.size()) {
    const std::size_t end = std::min(path.find("__", begin), path.size());
    const std::string part = path.substr(begin, end - begin);
    if (!at->is_object() || !at->contains(part)) break;
    at = &(*at)[part];
    if (end == path.size()) return *at;
    begin = end + 2;
  }
  // A parameter's name is a feature as well: what it says of itself.
  if (solver.knows(path)) return true;
  return nullptr;
}

bool isPair(const ReplyJson& value) {
  return value.is_array() && value.size() == 2 && value[0].is_number() && value[1].is_number();
}

/// Whether the pair `outer` holds the number or pair `inner`.
bool covers(const ReplyJson& outer, const ReplyJson& inner) {
  if (!isPair(outer)) return false;
  if (inner.is_number()) return outer[0] <= inner && inner <= outer[1];
  return isPair(inner) && outer[0] <= inner[0] && inner[1] <= outer[1];
}

bool contains(const ReplyJson& list, const ReplyJson& value) {
  if (list.is_object()) return value.is_string() && list.contains(value.get<std::string>());
  if (list.is_string() && value.is_string()) {
    return list.get<std::string>().find(value.get<std::string>()) != std::string::npos;
  }
  return list.is_array() && std::find(list.begin(), list.end(), value) != list.end();
}

bool isSubset(const ReplyJson& inner, const ReplyJson& outer) {
  return inner.is_array() && outer.is_array() &&
         std::all_of(inner.begin(), inner.end(),
                     [&](const ReplyJson& value) { return contains(outer, value); });
}

bool matches(const ReplyJson& subject, const ReplyJson& pattern) {
  if (!subject.is_string() || !pattern.is_string()) return false;
  const std::string text = subject.get<std::string>();
  if (text.size() > kLongestSubject) return false;
  return std::regex_match(text, std::regex(pattern.get<std::string>()));
}

bool compares(const ReplyJson& a, const ReplyJson& b) {
  return (a.is_number() && b.is_number()) || (a.is_string() && b.is_string());
}

bool holds(const ReplyJson& property, const std::string& operation, const ReplyJson& value) {
  if (operation == "available") return !property.is_null() == value.get<bool>();
  if (property.is_null()) return false;
  if (operation == "eq") return property == value;
  if (operation == "lt") return compares(property, value) && property < value;
  if (operation == "lte") return compares(property, value) && property <= value;
  if (operation == "gt") return compares(property, value) && property > value;
  if (operation == "gte") return compares(property, value) && property >= value;
  if (operation == "regex") return matches(property, value);
  if (operation == "covers") return covers(property, value);
  if (operation == "within") return covers(value, property);
  if (operation == "in") return contains(value, property);
  if (operation == "contains") return contains(property, value);
  if (operation == "issubset") return isSubset(property, value);
  return isSubset(value, property);
}

void checkValue(const std::string& key, const std::string& operation, const ReplyJson& value) {
  if (operation == "available" && !value.is_boolean()) {
    refuseConfiguration(fmt::format("solver: {} should be true or false.", cleaned(key)));
  }
  if (operation == "within" && !isPair(value)) {
    refuseConfiguration(
        fmt::format("solver: {} should be a range, [lowest, highest].", cleaned(key)));
  }
  if (operation != "regex") return;
  try {
    if (!value.is_string() || value.get<std::string>().size() > kLongestPattern) throw Error("");
    (void)std::regex(value.get<std::string>());
  } catch (const std::exception&) {
    refuseConfiguration(fmt::format("solver: {} is no regular expression of at most {} characters.",
                                    cleaned(key), kLongestPattern));
  }
}

}  // namespace

void SolverFilter::add(const std::string& key, const ReplyJson& value) {
  if (key == "order_by") {
    if (!value.is_string())
      refuseConfiguration("solver: order_by should name a property, like \"avg_load\".");
    orderBy_ = value.get<std::string>();
    return;
  }
  const std::size_t cut = key.rfind("__");
  const std::string last = cut == std::string::npos ? "" : key.substr(cut + 2);
  const bool known = isOperation(last);
  Condition condition{known ? key.substr(0, cut) : key, known ? last : "eq", value};
  checkValue(key, condition.operation, value);
  if (condition.path == "online" && !onlineGiven_) conditions_.erase(conditions_.begin());
  onlineGiven_ = onlineGiven_ || condition.path == "online";
  if (condition.path == "name" && condition.operation == "eq" && value.is_string()) {
    onlyName_ = value.get<std::string>();
  }
  conditions_.push_back(std::move(condition));
}

SolverFilter::SolverFilter(const ReplyJson& features) : features_(features) {
  if (!features.is_object())
    refuseConfiguration("solver: features are a JSON object, like {\"qpu\": true}.");
  for (const auto& entry : features.items()) add(entry.key(), entry.value());
}

SolverFilter SolverFilter::parse(const std::string& text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string::npos) return {};
  if (text[first] == '{') {
    try {
      return SolverFilter(parseReply(text, "solver"));
    } catch (const CloudError& error) {
      refuseConfiguration(error.what());
    }
  }
  const std::string trimmed = text.substr(first, text.find_last_not_of(" \t\r\n") + 1 - first);
  const std::size_t semicolon = trimmed.find(';');
  if (semicolon == std::string::npos) return SolverFilter(ReplyJson{{"name__eq", trimmed}});
  constexpr std::string_view kGraph = "graph_id=";
  const std::string rest = trimmed.substr(semicolon + 1);
  if (!rest.starts_with(kGraph) || rest.size() == kGraph.size()) {
    refuseConfiguration(
        fmt::format("solver: \"{}\" should be a name, or name;graph_id=…", cleaned(trimmed)));
  }
  const std::string name = trimmed.substr(0, semicolon);
  SolverFilter filter(ReplyJson{
      {"identity__eq", {{"name", name}, {"version", {{"graph_id", rest.substr(kGraph.size())}}}}}});
  filter.onlyName_ = name;
  return filter;
}

bool SolverFilter::accepts(const SolverProperties& solver) const {
  return std::all_of(conditions_.begin(), conditions_.end(), [&](const Condition& condition) {
    return holds(valueAt(solver, condition.path), condition.operation, condition.value);
  });
}

std::vector<SolverProperties> SolverFilter::choose(std::vector<SolverProperties> solvers) const {
  std::erase_if(solvers, [&](const SolverProperties& solver) { return !accepts(solver); });
  const bool falling = orderBy_.starts_with('-');
  const std::string path = falling ? orderBy_.substr(1) : orderBy_;
  if (path.empty()) return solvers;
  std::stable_sort(solvers.begin(), solvers.end(),
                   [&](const SolverProperties& a, const SolverProperties& b) {
                     const ReplyJson left = valueAt(a, path), right = valueAt(b, path);
                     if (left.is_null() || right.is_null())
                       return !left.is_null() && right.is_null();
                     return falling ? right < left : left < right;
                   });
  return solvers;
}

std::string SolverFilter::text() const {
  return features_.empty() ? "any that is online" : cleaned(features_.dump());
}

}  // namespace nudge
