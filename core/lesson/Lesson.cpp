#include "core/lesson/Lesson.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/base/Error.h"
#include "core/base/StrictJson.h"

namespace nudge {

namespace {

constexpr DocumentFormat kFormat{"lesson", "nudge-lesson", 1};
constexpr std::size_t kMostSteps = 50;

void checkIn(const std::string& name, const std::vector<std::string>& known,
             const std::string& where) {
  if (std::find(known.begin(), known.end(), name) == known.end()) unknownKey(where, name, known);
}

std::string textOf(const Json& json, const char* key, const std::string& where) {
  if (!json.contains(key)) return {};
  if (!json[key].is_string()) throw Error(fmt::format("{}: \"{}\" is a text.", where, key));
  return json[key].get<std::string>();
}

/// A text, or an object of texts by language.
LocalText localText(const Json& json, const char* key, bool needed, const std::string& where) {
  LocalText text;
  if (json.contains(key) && json[key].is_string()) {
    text.byLanguage["en"] = json[key].get<std::string>();
  } else if (json.contains(key)) {
    if (!json[key].is_object() || json[key].empty()) {
      throw Error(fmt::format("{}: \"{}\" is a text, or texts by language: {{\"en\": \"…\"}}.",
                              where, key));
    }
    for (const auto& [language, value] : json[key].items()) {
      if (!value.is_string())
        throw Error(fmt::format("{}: \"{}\" in \"{}\" is a text.", where, key, language));
      text.byLanguage[language] = value.get<std::string>();
    }
  }
  if (needed && text.empty()) throw Error(fmt::format("{}: needs \"{}\".", where, key));
  return text;
}

std::optional<int> countOf(const Json& json, const char* key, const char* what,
                           const std::string& where) {
  if (!json.contains(key)) return std::nullopt;
  if (!json[key].is_number_integer() || json[key] < 0 || json[key] > 1'000'000)
    throw Error(fmt::format("{}: \"{}\" is {}, from 0.", where, key, what));
  return json[key].get<int>();
}

LessonSetup setupOf(const Json& json, const LessonNames& names, const std::string& where) {
  LessonSetup setup;
  if (!json.is_object()) throw Error(fmt::format("{}: is an object.", where));
  checkKeys(json, {"preset", "set", "workspace", "page", "sample", "time", "restart"}, where);
  setup.preset = textOf(json, "preset", where);
  if (!setup.preset.empty()) checkIn(setup.preset, names.presets, where + ", preset");
  setup.workspace = textOf(json, "workspace", where);
  if (!setup.workspace.empty()) checkIn(setup.workspace, lessonWorkspaces(), where + ", workspace");
  setup.page = textOf(json, "page", where);
  if (!setup.page.empty()) checkIn(setup.page, lessonPages(), where + ", page");
  if (json.contains("set")) {
    if (!json["set"].is_object())
      throw Error(fmt::format("{}: \"set\" is an object of settings.", where));
    for (const auto& [key, value] : json["set"].items()) {
      checkIn(key, names.settings, where + ", set");
      setup.set.emplace_back(key, value);
    }
  }
  setup.sample = countOf(json, "sample", "the number of a test image", where);
  setup.time = countOf(json, "time", "a step of the dynamics", where);
  if (json.contains("restart")) {
    if (!json["restart"].is_boolean())
      throw Error(fmt::format("{}: \"restart\" is true or false.", where));
    setup.restart = json["restart"].get<bool>();
  }
  return setup;
}

LessonStep stepOf(const Json& json, const LessonNames& names, const std::string& where) {
  if (!json.is_object()) throw Error(fmt::format("{}: is an object.", where));
  checkKeys(json,
            {"title", "text", "formula", "picture", "setup", "task", "done", "notice", "hide"},
            where);
  LessonStep step;
  step.title = localText(json, "title", false, where);
  step.text = localText(json, "text", true, where);
  step.formula = localText(json, "formula", false, where);
  step.task = localText(json, "task", true, where);
  step.notice = localText(json, "notice", true, where);
  step.picture = textOf(json, "picture", where);
  if (step.picture.find('/') != std::string::npos || step.picture.starts_with("."))
    throw Error(fmt::format("{}: the picture stands in the lesson's own folder.", where));
  if (json.contains("setup")) step.setup = setupOf(json["setup"], names, where + ", setup");
  if (!json.contains("done")) {
    throw Error(fmt::format(
        "{}: needs \"done\", the condition by which it is noticed that the task was done.", where));
  }
  std::vector<std::string> facts = names.settings;
  for (const KnownFact& fact : knownFacts()) facts.push_back(fact.name);
  step.done = parseCondition(json["done"], facts, where + ", done");
  if (json.contains("hide")) {
    if (!json["hide"].is_array()) throw Error(fmt::format("{}: \"hide\" is a list.", where));
    for (const Json& part : json["hide"]) {
      step.hide.push_back(part.is_string() ? part.get<std::string>() : part.dump());
      checkIn(step.hide.back(), lessonParts(), where + ", hide");
    }
  }
  return step;
}

}  // namespace

const std::string& LocalText::in(const std::string& language) const {
  static const std::string kNothing;
  for (const std::string& wanted : {language, std::string("en")}) {
    const auto found = byLanguage.find(wanted);
    if (found != byLanguage.end()) return found->second;
  }
  return byLanguage.empty() ? kNothing : byLanguage.begin()->second;
}

const std::vector<std::string>& lessonParts() {
  static const std::vector<std::string> parts{"settings", "top"};
  return parts;
}

const std::vector<std::string>& lessonWorkspaces() {
  static const std::vector<std::string> names{"network", "dynamics", "training", "annealing",
                                              "chip",    "features", "lessons",  "classics"};
  return names;
}

const std::vector<std::string>& lessonPages() {
  static const std::vector<std::string> names{"hopfield",   "bam",       "boltzmann", "cut",
                                              "memristors", "resistors", "xnor"};
  return names;
}

Lesson parseLesson(std::string_view text, const std::string& id, const LessonNames& names,
                   const std::string& where) {
  const Json json = parseJson(text, where);
  checkFormat(json, kFormat, where);
  checkKeys(json, {"format", "version", "number", "minutes", "title", "about", "steps"}, where);
  Lesson lesson;
  lesson.id = id;
  if (json.contains("number") && !json["number"].is_number())
    throw Error(fmt::format("{}: \"number\" is a number: where the lesson stands.", where));
  lesson.number = json.value("number", 1e6);
  if (json.contains("minutes")) {
    if (!json["minutes"].is_number_integer() || json["minutes"] < 1 || json["minutes"] > 600)
      throw Error(fmt::format("{}: \"minutes\" is a whole number from 1 to 600.", where));
    lesson.minutes = json["minutes"].get<int>();
  }
  lesson.title = localText(json, "title", true, where);
  lesson.about = localText(json, "about", false, where);
  if (!json.contains("steps") || !json["steps"].is_array() || json["steps"].empty() ||
      json["steps"].size() > kMostSteps) {
    throw Error(fmt::format("{}: \"steps\" is a list of 1 to {} steps.", where, kMostSteps));
  }
  for (std::size_t k = 0; k < json["steps"].size(); ++k) {
    lesson.steps.push_back(
        stepOf(json["steps"][k], names, fmt::format("{}: step {}", where, k + 1)));
  }
  return lesson;
}

}  // namespace nudge
