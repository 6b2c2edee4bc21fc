#pragma once

#include <functional>

#include <QObject>
#include <QTimer>

#include "app/lessons/LessonLibrary.h"

namespace nudge {

class Session;

/// A lesson on its way: which step, and whether its task was done. A step that was done stays so.
class LessonRun : public QObject {
  Q_OBJECT
 public:
  explicit LessonRun(Session& session, QObject* parent = nullptr);

  /// From its first step.
  void begin(const FoundLesson& lesson);
  void end();
  bool active() const { return active_; }

  const FoundLesson& lesson() const { return lesson_; }
  int step() const { return step_; }
  int steps() const { return static_cast<int>(lesson_.lesson.steps.size()); }
  /// Only while a lesson is active.
  const LessonStep& current() const {
    return lesson_.lesson.steps[static_cast<std::size_t>(step_)];
  }
  bool done() const { return done_; }
  /// The step has been set up, and what its user does from now on counts.
  bool ready() const { return active_ && !settingUp_; }
  bool last() const { return step_ + 1 == steps(); }

  /// To the next step, if this one's task was done; past the last one the lesson is finished.
  void next();
  void back();
  /// Sets the step up again.
  void reset();

  /// Whether the window shows what it was set up to show; empty: at once.
  std::function<bool()> settled;

 signals:
  void stepBegan();  ///< another step, or the same set up again
  void stepDone();
  void finished(const QString& id);
  void ended();
  /// What a step wants of the window.
  void workspaceWanted(const QString& name);
  void pageWanted(const QString& page);
  void sampleWanted(int sample);
  void timeWanted(int step);

 private:
  void enter(int step);
  void setUp(const LessonSetup& setup);
  void awaitSetup();
  void look();
  Json factNow(const std::string& name) const;

  Session& session_;
  FoundLesson lesson_;
  bool active_ = false;
  bool settingUp_ = false;
  bool done_ = false;
  int step_ = 0;
  QTimer waiting_;
  int waits_ = 0;
  std::map<std::string, Json> before_;
  std::map<std::string, int> timesBefore_;
};

}  // namespace nudge
