#pragma once

#include <array>

#include "app/workspaces/Workspace.h"

namespace nudge {

class EpochPlot;
class Session;
class WatchedView;

/// Errors, loss, flip metric and scaling factors while a run goes on, with the newest sample in
/// both phases beneath.
class TrainingWorkspace : public Workspace {
  Q_OBJECT
 public:
  explicit TrainingWorkspace(Session& session, QWidget* parent = nullptr);

  void togglePlay() override;
  void stepForward() override;
  void restart() override;

 protected:
  void catchUp() override;

 private:
  QWidget* makeControls();
  void showNews();
  void showPlots();

  Session& session_;
  std::array<EpochPlot*, 4> plots_;
  WatchedView* watched_;
  // What is drawn already, so that plots are redrawn only when there is something new.
  const void* drawnEpochs_ = nullptr;
  const void* drawnLive_ = nullptr;
  const void* drawnWatched_ = nullptr;
  std::size_t drawnEarlier_ = 0;
};

}  // namespace nudge
