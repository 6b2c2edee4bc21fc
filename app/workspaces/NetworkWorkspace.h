#pragma once

#include "app/workspaces/Workspace.h"

class QLabel;

namespace nudge {

class NetworkView;
class Session;

/// The layers to scale; the hand adds, removes and resizes them.
class NetworkWorkspace : public Workspace {
  Q_OBJECT
 public:
  explicit NetworkWorkspace(Session& session, QWidget* parent = nullptr);

  void togglePlay() override;
  void stepForward() override;
  void restart() override;

 protected:
  void catchUp() override;

 private:
  QWidget* makeButtons();
  void showDocument();
  void showNews();

  Session& session_;
  NetworkView* view_;
};

}  // namespace nudge
