#pragma once

#include <QWidget>

class QLabel;
class QToolButton;

namespace nudge {

class TimeTrack;

/// Moves through both phases of a trajectory: play and pause, single steps, a track in the phases'
/// colours, and the moment in words. Times are indices of the trajectory's frames, 0 … T + K.
class TimeBar : public QWidget {
  Q_OBJECT
 public:
  explicit TimeBar(QWidget* parent = nullptr);

  void setSpan(int freeSteps, int nudgeSteps, double beta);
  void setIndex(int index);
  void setPlaying(bool playing);

  int index() const;
  int lastIndex() const;
  bool playing() const { return playing_; }
  QString momentInWords() const;  ///< "phase: nudge, t = 14 of 20 + 10"

 signals:
  void timePicked(int index);
  void playToggled(bool playing);

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void pick(int index);
  void tell();

  int free_ = 1;
  int nudge_ = 1;
  double beta_ = 1;
  bool playing_ = false;
  QToolButton* play_;
  TimeTrack* track_;
  QLabel* words_;
};

}  // namespace nudge
