#pragma once

#include <functional>
#include <vector>

#include <QMainWindow>

#include "app/Session.h"
#include "widgets/Theme.h"

class QStackedWidget;

namespace nudge {

class DynamicsWorkspace;
class LessonPanel;
class LessonRun;
class LessonsWorkspace;
class SettingsPanel;
class StatusStrip;
class TopBar;
class Workspace;
class WorkspaceBar;

/// The explorer's window: the document's controls on top, workspaces on the left, their settings on
/// the right, the run at the bottom.
class MainWindow : public QMainWindow {
  Q_OBJECT
 public:
  /// Runs go into folders below `runs`.
  explicit MainWindow(const QString& runs, QWidget* parent = nullptr);
  ~MainWindow() override;

  Session& session() { return *session_; }
  void showWorkspace(int index);
  /// By the name that lessons know it by; nothing for another.
  void showWorkspaceNamed(const QString& id);
  int workspaces() const { return static_cast<int>(workspaces_.size()); }
  Workspace& workspace(int index) { return *workspaces_.at(static_cast<std::size_t>(index)).page; }
  /// As lessons name it, in no language.
  QString workspaceId(int index) const {
    return workspaces_.at(static_cast<std::size_t>(index)).id;
  }
  LessonRun& lessonRun() { return *lesson_; }
  QString workspaceName(int index) const {
    return workspaces_.at(static_cast<std::size_t>(index)).name;
  }
  void setShade(Theme::Shade shade);
  void setPresentation(bool presentation);
  /// Lessons change at once, the window when it is opened next.
  void setLanguage(const QString& code);

  /// Opens a document, or the run that its folder holds. Shows a warning on failure.
  void open(const QString& path);

  /// How a question about losing work is answered; replaced by tests. Returns whether to go on.
  std::function<bool(const QString& question)> confirm;
  /// How a path to save to is asked for; replaced by tests. Empty: not now.
  std::function<QString()> askSavePath;

 protected:
  void closeEvent(QCloseEvent* event) override;

 private:
  struct Page {
    QString id;  ///< as lessons name it
    QString name;
    Workspace* page;
    SettingsPanel* settings;
  };

  void makeWorkspaces();
  void makeLessons();
  void showLesson();
  void makeDocumentActions();
  void makeViewActions();
  void makeKeys();
  void addKey(const QKeySequence& keys, const QString& what, const std::function<void()>& action);
  void applyTheme();
  void showTitle();
  void showNews();
  void showWarnings();
  void rememberRun();
  void newDocument();
  void openByHand();
  /// Does something with a file and shows what went wrong, if anything did.
  void withFile(const std::function<void()>& action);
  void save();
  void saveAs();
  bool mayForget();
  void continueLastRun();
  void showKeys();

  std::unique_ptr<Session> session_;
  std::vector<Page> workspaces_;
  LessonRun* lesson_;
  LessonPanel* lessonPanel_;
  DynamicsWorkspace* dynamics_ = nullptr;
  LessonsWorkspace* lessons_ = nullptr;
  QWidget* side_;  ///< the lesson above the settings
  TopBar* top_;
  WorkspaceBar* bar_;
  QStackedWidget* pages_;
  QStackedWidget* panels_;
  StatusStrip* status_;
  Theme::Shade shade_ = Theme::Shade::Light;
  bool presentation_ = false;
  QStringList keys_;
  QString fileWarning_;
  QString lastRun_;  ///< folder of the newest run of this window
};

}  // namespace nudge
