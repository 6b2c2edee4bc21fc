#pragma once

#include <vector>

#include "app/workspaces/Workspace.h"

class QStackedWidget;
class QTabBar;

namespace nudge {

class ClassicPage;
class Session;

/// Where equilibrium propagation came from: the classics as small explorers, a tab each. It is no
/// look at the experiment, and so not on the bar of workspaces.
class ClassicsWorkspace : public Workspace {
  Q_OBJECT
 public:
  explicit ClassicsWorkspace(Session& session, QWidget* parent = nullptr);

  void togglePlay() override;
  void stepForward() override;
  void restart() override;
  bool complete() const override;

  /// Made when they are first wanted: the program starts without them.
  const std::vector<ClassicPage*>& pages();
  void showPage(int index);

 protected:
  void catchUp() override;

 private:
  ClassicPage& current() const;

  Session& session_;
  QTabBar* tabs_;
  QStackedWidget* stack_;
  std::vector<ClassicPage*> pages_;
};

}  // namespace nudge
