#pragma once

#include <optional>

#include "core/machine/Settled.h"
#include "widgets/Plot.h"
#include "widgets/SchedulePoints.h"

namespace nudge {

/// An annealing schedule s(t) that the hand shapes: drag a point, double click on the line for a
/// new one, double click on a point or Delete to take it out; Tab or [ and ] select, arrow keys
/// move by 0.01, with Shift by 0.05. The ends stay. Forward anneals are the free phase (blue),
/// reverse ones the nudge phase (orange).
class SchedulePlot : public Plot {
  Q_OBJECT
 public:
  explicit SchedulePlot(QWidget* parent = nullptr);

  /// t, s, t, s, … with t and s in [0, 1]. A schedule that is equal to the shown one keeps the
  /// selection; another one ends a drag.
  void setPoints(const std::vector<double>& points, bool reverse);
  std::vector<double> points() const { return points_.flat(); }
  const SchedulePoints& schedule() const { return points_; }

  /// A faint curve behind the schedule over the same time, such as the inverse temperature or A(s)
  /// and B(s): values of any unit, drawn from 0 to the largest, which the legend tells. The same
  /// name replaces. t rises.
  void setBehind(const std::vector<double>& t, const std::vector<double>& values,
                 const QString& name);
  void clearBehind();

  /// A vertical line at a time in [0, 1]; nothing: none.
  void setTimeCursor(std::optional<double> t);

  void setSelected(int index);  ///< −1: none
  int selected() const { return selected_; }
  /// Where a point is, in widget coordinates.
  QPointF pixelOf(int index) const;

  QString csv() const override;

 signals:
  void pointsDragged(const std::vector<double>& points);  ///< while the hand still moves
  void pointsChosen(const std::vector<double>& points);   ///< when it let go, or pressed a key

 protected:
  void restyle() override;
  QColor titleColour() const override;
  QString tipAt(const QPointF& position) const override;
  bool focusNextPrevChild(bool next) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  struct Behind {
    QString name;
    QVector<double> t;
    QVector<double> values;
    QCPGraph* curve;
  };

  Phase phase() const { return points_.reverse() ? Phase::Nudge : Phase::Free; }
  int pointNear(const QPointF& position) const;
  bool onLine(const QPointF& position) const;
  QString behindAt(const QPointF& position) const;
  void draw();
  void styleCurves();
  void nudgeSelected(double dt, double ds);
  void removePoint(int index);
  void selectNext(int step);

  SchedulePoints points_;
  SchedulePoints pressed_;  ///< as it was when the drag began
  int selected_ = -1;
  bool dragging_ = false;
  QPointF grip_;  ///< from the pointer to the point's middle
  std::vector<Behind> behind_;
  QCPGraph* line_;
  QCPGraph* ends_;
  QCPGraph* handles_;
  QCPGraph* picked_;
  QCPItemLine* cursor_;
};

}  // namespace nudge
