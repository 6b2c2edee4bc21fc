#pragma once

#include <array>

#include <QTimer>

#include "app/ChipEstimator.h"
#include "app/GradientChecker.h"
#include "app/workspaces/Workspace.h"

class QGridLayout;
class QLabel;
class QStackedWidget;
class QTabBar;

namespace nudge {

class ChipTimePlot;
class CompareRuns;
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
  bool complete() const override { return !checker_.busy() && !estimator_.busy() && !reading(); }

 protected:
  void catchUp() override;
  void hideEvent(QHideEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  QWidget* makeControls();
  QWidget* makeChipCorner();
  QWidget* makeBeneath();
  /// Puts away the second row of plots where three rows would be too low to be read.
  void fitRows();
  bool reading() const;
  void showNews();
  void showPlots();
  /// Asks for newer parameters where the run has moved on, else for a comparison with them.
  void follow();
  void checkGradient();
  /// Where the machine is a chip, what it costs stands where the gradients would be compared.
  void showChip();

  Session& session_;
  QGridLayout* grid_;
  std::array<EpochPlot*, 4> plots_;
  QTabBar* below_;  ///< what stands beneath the plots
  QStackedWidget* beneath_;
  WatchedView* watched_;
  CompareRuns* compare_;
  QStackedWidget* corner_;
  GradientPlot* gradient_;
  ChipTimePlot* chipTime_;
  QLabel* chipText_;  ///< beneath it
  QString chipCost_;  ///< of an epoch
  ChipEstimator estimator_;
  std::optional<Experiment> estimated_;  ///< what the estimate is of
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
  bool otherRuns_ = true;  ///< to compare with than those drawn
};

}  // namespace nudge
