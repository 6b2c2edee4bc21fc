#pragma once

#include <memory>
#include <optional>

#include <QImage>
#include <QWidget>

#include "widgets/CsvSource.h"
#include "widgets/SpinHistory.h"
#include "widgets/SpinRasterLayout.h"

class QPainter;

namespace nudge {

/// Spins over the time of both anneals: a row a spin, a column a sweep, −1 dark and +1 bright;
/// where there are more than pixels, their means. Spins that the nudge phase ends in another state
/// than the free phase are marked and counted per layer. Click picks a neuron, dragging (or the
/// arrow keys) moves through time.
class SpinRaster : public QWidget, public CsvSource {
  Q_OBJECT
 public:
  explicit SpinRaster(QWidget* parent = nullptr);

  /// Null, or what does not fit together: nothing to see.
  void setHistory(std::shared_ptr<const SpinHistory> history);
  /// The cursor: 0 … freeSweeps are of the free phase, what follows of the nudge phase.
  void setTime(int index);
  void setSelected(std::optional<NeuronId> neuron);
  void setBeta(double beta);  ///< its sign colours the nudge phase; 1 unless told

  int time() const { return time_; }
  std::optional<NeuronId> selected() const { return selected_; }
  /// Spins of layer n = 1 … L that differ between the ends of both phases.
  int flipped(int layer) const;
  /// "layer 2, neuron 7, free phase, sweep 41: +1"; empty where there is no spin.
  QString describe(const QPointF& position) const;
  /// Where a spin at a time is drawn, in widget coordinates.
  QRectF cellRect(const NeuronId& neuron, int time) const;

  /// A line a time; a column of + and − a layer.
  QString csv() const override;
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 signals:
  void neuronPicked(int layer, int neuron);
  void timePicked(int index);

 protected:
  bool event(QEvent* event) override;
  void changeEvent(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void layOut();
  void drawPicture();
  void drawLayer(QPainter& painter, int layer) const;
  void drawFlips(QPainter& painter, int layer) const;
  void paintHead(QPainter& painter) const;
  void paintKey(QPainter& painter, double right) const;
  void paintPhases(QPainter& painter) const;
  void paintSides(QPainter& painter) const;
  void paintMarks(QPainter& painter) const;
  QString countText(int flipped) const;
  QString layerName(int layer) const;
  std::size_t offsetOf(int layer) const;
  bool isFlipped(std::size_t spin) const;
  void moveTo(int index);
  void pick(const NeuronId& neuron);
  void stepNeuron(int by);
  QColor nudgeColour() const;

  std::shared_ptr<const SpinHistory> history_;
  std::vector<int> flipped_;  ///< of each layer
  SpinRasterLayout layout_;
  QImage picture_;  ///< the rows, at the screen's resolution
  bool stale_ = true;
  int time_ = 0;
  double beta_ = 1;
  std::optional<NeuronId> selected_;
  QPointF pressedAt_;
  bool dragging_ = false;
};

}  // namespace nudge
