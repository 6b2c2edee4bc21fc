#pragma once

#include <memory>
#include <vector>

#include <QWidget>

#include "core/machine/Settled.h"
#include "widgets/CsvSource.h"

namespace nudge {

/// How far the nudge reaches: for every layer how many neurons differ from the end of the free
/// phase, as a small curve over the nudge phase and as a count at the cursor. Says when the error
/// is blocked: the output was nudged but a layer below did not change.
class ChangedStrip : public QWidget, public CsvSource {
  Q_OBJECT
 public:
  explicit ChangedStrip(QWidget* parent = nullptr);

  /// @param sample which column of the trajectory's activations
  void setTrajectory(std::shared_ptr<const Trajectory> trajectory, int sample = 0);
  void setTolerance(float tolerance);  ///< smaller differences are no change
  void setIndex(int index);            ///< the cursor, in indices of the trajectory's frames

  /// Changed neurons of layer n = 1 … L at the cursor; 0 in the free phase.
  int changed(int layer) const;
  /// A sentence when a layer blocks the error at the end of the nudge phase; otherwise empty.
  QString blocked() const;
  QString csv() const override;
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 signals:
  void layerPicked(int layer);

 protected:
  bool event(QEvent* event) override;
  void changeEvent(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  struct Row {
    int neurons = 0;
    std::vector<int> counts;  ///< at each frame of the nudge phase, from 0 at its start
  };
  void rebuild();
  void paintRow(QPainter& painter, std::size_t layer, const QRectF& area) const;
  double rowHeight() const;

  std::shared_ptr<const Trajectory> trajectory_;
  int sample_ = 0;
  int index_ = 0;
  int free_ = 0;
  int picked_ = 0;  ///< the layer that the arrow keys came to; 0: none
  float tolerance_ = 1e-3F;
  std::vector<Row> rows_;
  QString widest_;  ///< of the counts, so that they do not move
};

}  // namespace nudge
