#pragma once

#include "app/lessons/LessonLibrary.h"
#include "app/workspaces/Workspace.h"

class QVBoxLayout;

namespace nudge {

class LessonRun;

/// The lessons to choose from, with those that were finished ticked.
class LessonsWorkspace : public Workspace {
  Q_OBJECT
 public:
  explicit LessonsWorkspace(LessonRun& run, QWidget* parent = nullptr);

  void togglePlay() override {}
  void stepForward() override {}
  void restart() override;

  const LessonLibrary& library() const { return library_; }
  static bool finished(const std::string& id);
  /// Another language was chosen.
  void showTexts() { rebuild(); }

 protected:
  void catchUp() override;

 private:
  QWidget* makeCard(const FoundLesson& lesson);
  void rebuild();

  LessonRun& run_;
  LessonLibrary library_;
  QVBoxLayout* cards_;
};

}  // namespace nudge
