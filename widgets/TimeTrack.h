#pragma once

#include <QWidget>

namespace nudge {

/// The track of a time bar: T steps of free phase in blue, K of nudge in orange, and a handle that
/// the hand drags.
class TimeTrack : public QWidget {
  Q_OBJECT
 public:
  explicit TimeTrack(QWidget* parent = nullptr);

  void setSpan(int freeSteps, int nudgeSteps, double beta);
  void setIndex(int index);
  int index() const { return index_; }
  int lastIndex() const { return free_ + nudge_; }
  double pixelOf(int index) const;

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 signals:
  void timePicked(int index);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;

 private:
  void pickAt(double x);

  int free_ = 1;
  int nudge_ = 1;
  int index_ = 0;
  double beta_ = 1;
};

}  // namespace nudge
