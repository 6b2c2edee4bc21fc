#pragma once

#include <array>

#include <QTimer>

#include "app/GradientChecker.h"
#include "app/workspaces/Workspace.h"

namespace nudge {

class EpochPlot;
class GradientPlot;
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
  bool complete() const override { return !checker_.busy(); }

 protected:
  void catchUp() override;
  void hideEvent(QHideEvent* event) override;

 private:
  QWidget* makeControls();
  void showNews();
  void showPlots();
  /// Asks for newer parameters where the run has moved on, else for a comparison with them.
  void follow();
  void checkGradient();

  Session& session_;
  std::array<EpochPlot*, 4> plots_;
  WatchedView* watched_;
  GradientPlot* gradient_;
  GradientChecker checker_;
  QTimer follower_;
  std::optional<Experiment> checked_;  ///< what was compared last …
  std::shared_ptr<const Parameters> checkedParameters_;
  std::shared_ptr<const Dataset> checkedData_;
  // What is drawn already, so that plots are redrawn only when there is something new.
  const void* drawnEpochs_ = nullptr;
  const void* drawnLive_ = nullptr;
  const void* drawnWatched_ = nullptr;
  std::size_t drawnEarlier_ = 0;
};

}  // namespace nudge
