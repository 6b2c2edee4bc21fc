#include "core/sweep/Sweep.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/base/AtomicFile.h"
#include "core/base/Error.h"
#include "core/base/StrictJson.h"
#include "core/experiment/Presets.h"

namespace nudge {

namespace {

namespace fs = std::filesystem;

constexpr DocumentFormat kFormat{"sweep", "nudge-sweep", 1};
constexpr std::uintmax_t kLargestDocument = 1 << 20;

/// What the document says in its own words, beside the experiment's settings.
const std::vector<std::string>& keys() {
  static const std::vector<std::string> all{"format", "version", "about", "base",
                                            "grid",   "list",    "seeds", "epochs"};
  return all;
}

Experiment readBase(const Json& base, const std::string& where, const fs::path& folder) {
  if (base.is_object()) return Experiment::fromText(base.dump(), where + ": base");
  if (!base.is_string()) {
    throw Error(where +
                ": \"base\" must be a preset's name, a path of a *.nudge file or an experiment.");
  }
  const std::string name = base.get<std::string>();
  const bool looksLikePath = name.ends_with(".nudge") || name.find('/') != std::string::npos;
  try {
    return looksLikePath ? Experiment::load(folder / name) : presetExperiment(name);
  } catch (const Error& error) {
    throw Error(fmt::format("{}: base: {}", where, error.what()));
  }
}

/// The whole key of a setting that a sweep may vary.
std::string variedKey(const std::string& key, const std::string& where) {
  std::string whole;
  try {
    whole = Experiment::field(key).key;
  } catch (const Error& error) {
    throw Error(fmt::format("{}: {}", where, error.what()));
  }
  if (whole == "seed" || whole == "learning.epochs") {
    throw Error(fmt::format("{}: {} cannot be varied; give the sweep \"{}\" instead.", where, whole,
                            whole == "seed" ? "seeds" : "epochs"));
  }
  if (whole == "name" || whole == "about") {
    throw Error(
        fmt::format("{}: {} changes nothing that is computed; leave it out.", where, whole));
  }
  return whole;
}

/// A case with its settings in the experiment's own form: 1 for 1.0, a list for a lone number.
SweepCase makeCase(const Experiment& base, const std::vector<SweepSetting>& settings,
                   const std::string& where) {
  SweepCase one;
  one.experiment = base;
  for (const auto& [key, value] : settings) {
    const Field<Experiment>& field = Experiment::field(key);
    try {
      field.set(one.experiment, value);
    } catch (const Error& error) {
      throw Error(fmt::format("{}: {}", where, error.what()));
    }
    one.settings.emplace_back(key, field.get(one.experiment));
  }
  return one;
}

void refuseTooMany(std::size_t cases, std::size_t seeds, const std::string& where) {
  if (cases > Sweep::kMostRuns || cases * seeds > Sweep::kMostRuns) {
    throw Error(fmt::format(
        "{}: asks for more than {} runs ({} cases or more with {} seeds each); take fewer values, "
        "or make several sweeps of it.",
        where, Sweep::kMostRuns, cases, seeds));
  }
}

void readGrid(Sweep& sweep, const Json& grid, const std::string& where) {
  if (!grid.is_object() || grid.empty()) {
    throw Error(where + ": \"grid\" must be an object of settings, each with a list of values.");
  }
  std::vector<std::vector<SweepSetting>> product{{}};
  for (const auto& [key, values] : grid.items()) {
    const std::string whole = variedKey(key, where + ": grid");
    if (std::count(sweep.varied.begin(), sweep.varied.end(), whole) > 0) {
      throw Error(fmt::format("{}: grid: {} is varied twice; keep one.", where, whole));
    }
    if (!values.is_array() || values.empty()) {
      throw Error(fmt::format(
          "{}: grid: {} needs a list of values, as in \"{}\": [1, 2]; where a value is a list "
          "itself, a list of lists.",
          where, key, key));
    }
    sweep.varied.push_back(whole);
    refuseTooMany(product.size() * values.size(), sweep.seeds.size(), where);
    std::vector<std::vector<SweepSetting>> longer;
    for (const auto& before : product) {
      for (const Json& value : values) {
        longer.push_back(before);
        longer.back().emplace_back(whole, value);
      }
    }
    product = std::move(longer);
  }
  for (const auto& settings : product) {
    sweep.cases.push_back(makeCase(sweep.base, settings, where + ": grid"));
  }
}

void readList(Sweep& sweep, const Json& list, const std::string& where) {
  if (!list.is_array() || list.empty()) {
    throw Error(where + ": \"list\" must be a list of objects of settings, each a case.");
  }
  refuseTooMany(list.size(), sweep.seeds.size(), where);
  for (std::size_t i = 0; i < list.size(); ++i) {
    const std::string place = fmt::format("{}: list: case {}", where, i + 1);
    if (!list[i].is_object()) {
      throw Error(place + ": must be an object of settings, as in {\"beta\": 0.5}.");
    }
    std::vector<SweepSetting> settings;
    for (const auto& [key, value] : list[i].items()) {
      const std::string whole = variedKey(key, place);
      const bool twice = std::any_of(settings.begin(), settings.end(),
                                     [&](const SweepSetting& one) { return one.first == whole; });
      if (twice) throw Error(fmt::format("{}: {} stands twice; keep one.", place, whole));
      settings.emplace_back(whole, value);
      if (std::count(sweep.varied.begin(), sweep.varied.end(), whole) == 0) {
        sweep.varied.push_back(whole);
      }
    }
    sweep.cases.push_back(makeCase(sweep.base, settings, place));
  }
}

std::vector<std::int64_t> readSeeds(const Json& seeds, const std::string& where) {
  if (!seeds.is_array() || seeds.empty()) {
    throw Error(where + ": \"seeds\" must be a list of whole numbers, as in [1, 2, 3].");
  }
  std::vector<std::int64_t> read;
  for (const Json& seed : seeds) {
    try {
      read.push_back(integerFrom(Experiment::field("seed"), seed));
    } catch (const Error& error) {
      throw Error(fmt::format("{}: seeds: {}", where, error.what()));
    }
    if (std::count(read.begin(), read.end(), read.back()) > 1) {
      throw Error(fmt::format("{}: seeds: {} stands twice; keep one.", where, read.back()));
    }
  }
  return read;
}

void checkCases(const Sweep& sweep, const std::string& where) {
  std::set<std::string> seen;
  for (std::size_t i = 0; i < sweep.cases.size(); ++i) {
    const SweepCase& one = sweep.cases[i];
    const std::string place = fmt::format("{}: case {} ({})", where, i + 1, one.inWords());
    refuse(one.experiment.problems(), place);
    if (!seen.insert(one.experiment.toText()).second) {
      throw Error(place + ": is the same as a case before it; keep one.");
    }
  }
}

}  // namespace

std::string SweepCase::inWords() const {
  std::vector<std::string> parts;
  for (const auto& [key, value] : settings) {
    parts.push_back(
        fmt::format("{} = {}", key, value.is_string() ? value.get<std::string>() : value.dump()));
  }
  return parts.empty() ? "the base" : fmt::format("{}", fmt::join(parts, ", "));
}

Sweep Sweep::fromText(std::string_view text, const std::string& where, const fs::path& folder) {
  const Json document = parseJson(text, where);
  checkFormat(document, kFormat, where);
  for (const auto& [key, value] : document.items()) {
    if (std::count(keys().begin(), keys().end(), key) == 0) unknownKey(where, key, keys());
  }
  if (document.contains("about") && !document["about"].is_string()) {
    throw Error(where + ": \"about\" must be a text.");
  }
  if (!document.contains("base")) {
    throw Error(where +
                ": needs \"base\": a preset's name, a path of a *.nudge file or an "
                "experiment.");
  }
  if (document.contains("grid") == document.contains("list")) {
    throw Error(where + ": needs either \"grid\" or \"list\", to say what is varied.");
  }
  Sweep sweep;
  sweep.base = readBase(document["base"], where, folder);
  if (document.contains("epochs")) {
    try {
      Experiment::field("learning.epochs").set(sweep.base, document["epochs"]);
    } catch (const Error& error) {
      throw Error(fmt::format("{}: epochs: {}", where, error.what()));
    }
  }
  sweep.seeds = document.contains("seeds") ? readSeeds(document["seeds"], where)
                                           : std::vector<std::int64_t>{sweep.base.seed};
  if (document.contains("grid")) {
    readGrid(sweep, document["grid"], where);
  } else {
    readList(sweep, document["list"], where);
  }
  checkCases(sweep, where);
  return sweep;
}

Sweep Sweep::load(const fs::path& path) {
  return fromText(readFile(path, kLargestDocument), path.string(), path.parent_path());
}

std::string Sweep::toText() const {
  Json document = Json::object();
  document["format"] = kFormat.format;
  document["version"] = kFormat.version;
  document["base"] = Json::parse(base.toText());
  document["list"] = Json::array();
  for (const SweepCase& one : cases) {
    Json settings = Json::object();
    for (const auto& [key, value] : one.settings) settings[key] = value;
    document["list"].push_back(std::move(settings));
  }
  document["seeds"] = seeds;
  return document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::vector<SweepRun> Sweep::runs() const {
  const std::size_t digits = fmt::format("{}", cases.size()).size();
  std::vector<SweepRun> all;
  for (std::size_t i = 0; i < cases.size(); ++i) {
    for (const std::int64_t seed : seeds) {
      SweepRun run{i, seed, cases[i].experiment,
                   fmt::format("case-{:0{}}-seed-{}", i + 1, digits, seed)};
      run.experiment.seed = seed;
      all.push_back(std::move(run));
    }
  }
  return all;
}

}  // namespace nudge
