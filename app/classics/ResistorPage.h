#pragma once

#include <QTimer>

#include "app/classics/ClassicPage.h"
#include "core/classics/ResistiveNetwork.h"

class QComboBox;
class QToolButton;

namespace nudge {

class ResistorView;
class SeriesPlot;

/// Resistors that learn to tell flowers apart by comparing two of their own states.
class ResistorPage : public ClassicPage {
  Q_OBJECT
 public:
  explicit ResistorPage(Session& session);

  void togglePlay() override { setPlaying(!timer_.isActive()); }
  void stepForward() override;
  void restart() override;
  bool complete() const override { return !timer_.isActive(); }
  void pose() override;

 protected:
  /// Out of sight it rests.
  void hideEvent(QHideEvent* event) override;

 private:
  void setPlaying(bool playing);
  void learnOne();
  void learnEpoch();
  double testError() const;
  void showState();

  Flowers train_, test_;
  ResistiveNetwork network_;
  std::size_t next_ = 0;  ///< flower to learn from
  std::vector<double> errors_;
  QTimer timer_;
  QComboBox* rule_;
  QToolButton* play_;
  ResistorView* view_;
  SeriesPlot* error_;
};

}  // namespace nudge
