#pragma once

#include <memory>
#include <vector>

#include <QMainWindow>

#include "app/Session.h"
#include "widgets/Theme.h"

class QStackedWidget;

namespace nudge {

class AnnealingWorkspace;
class ClassicsWorkspace;
class DocumentFiles;
class DynamicsWorkspace;
class LessonPanel;
class LessonRun;
class LessonsWorkspace;
class SettingsPanel;
class SettingsSearch;
class StatusStrip;
class TopBar;
class WindowKeys;
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
  DocumentFiles& files() { return *files_; }
  void showWorkspace(int index);
  /// By the name that lessons know it by; nothing for another.
  void showWorkspaceNamed(const QString& id);
  int currentWorkspace() const;
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
  Theme::Shade shade() const { return shade_; }
  void setPresentation(bool presentation);
  bool presentation() const { return presentation_; }
  /// Whether what is not saved comes back at the next start: the window then closes unasked.
  void setUnsavedKept(bool kept) { unsavedKept_ = kept; }
  /// Lessons change at once, the window when it is opened next.
  void setLanguage(const QString& code);

 signals:
  void viewChanged();  ///< workspace, light or dark, presentation
  void closing();      ///< is asked to; setUnsavedKept() may still follow

 protected:
  void closeEvent(QCloseEvent* event) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;

 private:
  struct Page {
    QString id;  ///< as lessons name it
    QString name;
    Workspace* page;
    SettingsPanel* settings;  ///< null where it has none
  };

  void makeWorkspaces();
  void makeLessons();
  void showLesson();
  void makeDocumentActions();
  void makeLanguageMenu();
  void makeClassicsMenu();
  void showClassic(int page);
  void makeViewActions();
  void makeKeys();
  void applyTheme();
  void showTitle();
  void showNews();
  void showWarnings();
  /// Brings the settings back if they are away, and the focus to their search.
  void findSetting();

  std::unique_ptr<Session> session_;
  DocumentFiles* files_;
  std::vector<Page> workspaces_;
  LessonRun* lesson_;
  LessonPanel* lessonPanel_;
  DynamicsWorkspace* dynamics_ = nullptr;
  AnnealingWorkspace* annealing_ = nullptr;
  LessonsWorkspace* lessons_ = nullptr;
  ClassicsWorkspace* classics_ = nullptr;
  QWidget* side_;  ///< the lesson above the settings
  WindowKeys* keys_;
  TopBar* top_;
  WorkspaceBar* bar_;
  QStackedWidget* pages_;
  SettingsSearch* panels_;
  StatusStrip* status_;
  Theme::Shade shade_ = Theme::Shade::Light;
  bool presentation_ = false;
  bool unsavedKept_ = false;
  bool settingsAway_ = false;
};

}  // namespace nudge
