#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/Field.h"
#include "core/lesson/Condition.h"

namespace nudge {

/// A text in several languages, by code: "en", "fr".
struct LocalText {
  std::map<std::string, std::string> byLanguage;

  bool empty() const { return byLanguage.empty(); }
  /// In this language, or else in English, or else in any.
  const std::string& in(const std::string& language) const;
};

/// What a step sets up before it begins; what is not named stays as it is.
struct LessonSetup {
  std::string preset;                             ///< replaces the experiment
  std::vector<std::pair<std::string, Json>> set;  ///< settings by key, after that
  std::string workspace;                          ///< is shown
  std::string page;                               ///< of the classics, is shown
  std::optional<int> sample;                      ///< of the test set, in Dynamics
  std::optional<int> time;                        ///< step that Dynamics rests at, from 0
  bool restart = false;                           ///< the run begins anew
};

/// A step: something to read, one task, and what to notice when it was done.
struct LessonStep {
  LocalText title, text, task, notice;
  LocalText formula;    ///< on a line of its own; may be empty
  std::string picture;  ///< a file in the lesson's folder; may be empty
  LessonSetup setup;
  Condition done;
  std::vector<std::string> hide;  ///< parts of the window that would distract; see lessonParts()
};

/// A lesson as a file says it; resources/lessons/README.md has the format.
struct Lesson {
  std::string id;     ///< the folder's name
  double number = 0;  ///< where it stands among the others
  int minutes = 5;
  LocalText title, about;
  std::vector<LessonStep> steps;
};

/// Parts of the window that a step may hide: "settings", "top".
const std::vector<std::string>& lessonParts();
/// The workspaces by the names that lessons know them by.
const std::vector<std::string>& lessonWorkspaces();
/// The pages of the classics.
const std::vector<std::string>& lessonPages();

/// Reads a lesson. `settings` are the keys of an experiment, `presets` the names that there are:
/// what names another one is refused, as is a step without a task or a condition that nothing could
/// meet. Throws Error for a person, beginning with `where`.
struct LessonNames {
  std::vector<std::string> settings, presets;
};
Lesson parseLesson(std::string_view text, const std::string& id, const LessonNames& names,
                   const std::string& where);

}  // namespace nudge
