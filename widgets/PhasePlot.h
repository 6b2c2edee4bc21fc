#pragma once

#include <vector>

#include "core/machine/Settled.h"
#include "widgets/Plot.h"

namespace nudge {

/// A plot over the time of both phases: t = 0 … T free on a blue band, then K steps of nudge on an
/// orange one, and a cursor that the hand drags or the arrow keys move. Time is counted in indices
/// of the trajectory's frames.
class PhasePlot : public Plot {
  Q_OBJECT
 public:
  explicit PhasePlot(QWidget* parent = nullptr);

  /// T and K in steps, and β, whose sign colours the second band.
  void setSpan(int freeSteps, int nudgeSteps, double beta);
  void setIndex(int index);

  int index() const { return index_; }
  int lastIndex() const { return free_ + nudge_; }
  int freeSteps() const { return free_; }
  /// Where an index is, in widget coordinates.
  double pixelOf(int index) const { return xAxis->coordToPixel(index); }

 signals:
  void timePicked(int index);

 protected:
  void restyle() override;
  void settleLayout() override;
  /// Curves whose value at the cursor is marked with a dot.
  void setMarked(const std::vector<QCPGraph*>& curves);
  double beta() const { return beta_; }

  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  QCPItemRect* band();
  QCPItemText* bandLabel();
  void pickAt(double pixel);
  void moveTo(int index);
  void placeCursor();
  void nameBands();

  int free_ = 1;
  int nudge_ = 1;
  int index_ = 0;
  double beta_ = 1;
  QCPItemRect* freeBand_;
  QCPItemRect* nudgeBand_;
  QCPItemText* freeLabel_;
  QCPItemText* nudgeLabel_;
  QCPItemLine* cursor_;
  std::vector<QCPItemTracer*> dots_;
};

}  // namespace nudge
