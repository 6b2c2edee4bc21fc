#pragma once

#include "app/classics/BoltzmannTrainer.h"
#include "app/classics/ClassicPage.h"

class QComboBox;
class QToolButton;

namespace nudge {

class PictureGrid;
class SeriesPlot;

/// A restricted Boltzmann machine that learns drawn digits by CD-1, and more of them on top: a deep
/// belief network.
class BoltzmannPage : public ClassicPage {
  Q_OBJECT
 public:
  explicit BoltzmannPage(Session& session);

  void togglePlay() override { setPlaying(!playing_); }
  void stepForward() override;
  void restart() override;
  bool complete() const override { return !playing_ && !waiting_ && posing_ == 0; }
  void pose() override;

 protected:
  /// Out of sight it rests.
  void hideEvent(QHideEvent* event) override;

 private:
  void setPlaying(bool playing);
  void ask(int dreamSteps);
  void learn() { ask(0); }
  void dream();
  void addLayer();
  void take(const BoltzmannResult& result);
  void showEpoch(const BoltzmannResult& result);

  BoltzmannTrainer trainer_;
  std::shared_ptr<const BeliefNetwork> network_;
  int layer_ = 0;
  int life_ = 0;  ///< rises where what is being computed is out of date
  bool playing_ = false;
  bool waiting_ = false;                     ///< for what was asked of the trainer
  bool dreaming_ = false;                    ///< is asked for once the trainer is free
  int posing_ = 0;                           ///< epochs until a picture is taken
  std::vector<std::vector<double>> errors_;  ///< [layer][epoch]
  QToolButton* play_;
  QToolButton* add_;
  PictureGrid* shown_;
  PictureGrid* rebuilt_;
  PictureGrid* filters_;
  PictureGrid* dreams_;
  SeriesPlot* error_;
};

}  // namespace nudge
