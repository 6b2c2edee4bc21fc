#pragma once

#include <functional>
#include <optional>

#include <QImage>
#include <QWidget>

#include "core/base/Matrix.h"
#include "core/machine/Settled.h"
#include "core/network/NetworkSpec.h"
#include "widgets/CellGrid.h"

namespace nudge {

/// Every neuron of a layer as a cell, coloured by its activation ρ(s) from 0 (dark) to 1 (yellow).
/// Neurons that the nudge changed have a bright outline and are counted beneath. Click or arrow
/// keys select one.
class CellsView : public QWidget {
  Q_OBJECT
 public:
  explicit CellsView(QWidget* parent = nullptr);

  /// What stands above the cells, "layer 1 · 512", and the layer's colour.
  void setLayer(const QString& title, const QColor& colour);
  /// The same for layer n = 1 … L of a network, in its hue, which then follows light and dark; a
  /// convolution's neurons are drawn as maps.
  void setLayer(const NetworkSpec& network, int n);
  /// The neurons are those of maps, [channel, row, column], to be drawn as small images; an empty
  /// size: single neurons in rows.
  void setMap(const QSize& map);
  /// ρ(s) of every neuron, in [0, 1]; any count.
  void setActivations(const Vector& activations);
  /// Activations at the end of the free phase, of the same size; what differs from them is
  /// outlined. Null: nothing is.
  void setReference(const Vector* freeActivations);
  /// Smaller differences than this are no change.
  void setTolerance(float tolerance);
  /// Frames the cells in the phase's colour; nothing: no frame.
  void setPhase(std::optional<Phase> phase, double beta = 1);
  void setSelected(int neuron);  ///< −1: none
  /// Text of the tip over a neuron; without it the tip says number and activation.
  void setDescribe(std::function<QString(int neuron)> describe);

  int selected() const { return selected_; }
  Eigen::Index neurons() const { return activations_.size(); }
  int changedCount() const { return changed_; }
  int activeCount() const { return active_; }
  /// Where a neuron's cell is, in widget coordinates.
  QRectF cellRect(int neuron) const;

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 signals:
  void neuronPicked(int neuron);
  void neuronHovered(int neuron);  ///< −1 when the pointer leaves

 protected:
  bool event(QEvent* event) override;
  void changeEvent(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  QRect gridArea() const;   ///< in widget coordinates
  QRect panelRect() const;  ///< the frame around the cells
  int neuronAt(const QPointF& position) const;
  bool isChanged(Eigen::Index neuron) const;
  void count();
  void layOut();
  void draw();
  void drawCell(int neuron, QRgb outline, int gap, int border);
  void refresh();
  void pick(int neuron);
  QString footer() const;

  QString title_;
  QColor colour_;  ///< invalid: the hue of layer_
  int layer_ = 0;  ///< n, where a network's
  QSize map_;
  Vector activations_;
  Vector reference_;
  bool hasReference_ = false;
  float tolerance_ = 1e-3F;
  std::optional<Phase> phase_;
  double beta_ = 1;
  int selected_ = -1;
  int hovered_ = -1;
  int changed_ = 0;
  int active_ = 0;
  std::function<QString(int)> describe_;
  CellGrid grid_;   ///< in device pixels of the picture
  QImage picture_;  ///< of the cells, at the screen's resolution
  bool stale_ = true;
};

}  // namespace nudge
