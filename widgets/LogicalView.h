#pragma once

#include <memory>
#include <vector>

#include <QWidget>

#include "core/chip/ChipUse.h"
#include "widgets/CellGrid.h"
#include "widgets/ChainPalette.h"

namespace nudge {

/// The network that a chip holds, as people think of it: layers from left to right, a cell a neuron
/// in the colour of its chain. Click or arrow keys follow a neuron: those that it is not coupled to
/// fade.
class LogicalView : public QWidget {
  Q_OBJECT
 public:
  explicit LogicalView(QWidget* parent = nullptr);

  /// A network that is not placed: cells without colour.
  void setLayers(std::vector<int> sizes);
  void setUse(std::shared_ptr<const ChipUse> use);
  void setColours(ChainColours colours);
  void follow(int variable);  ///< −1: none

  int followed() const { return followed_; }
  int neurons() const;
  QRect cellRect(int variable) const;
  /// The neuron at a place; −1.
  int variableAt(const QPoint& position) const;
  QString describe(int variable) const;

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 signals:
  void variablePicked(int variable);  ///< by hand; −1: none

 protected:
  bool event(QEvent* event) override;
  void changeEvent(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void layOut();
  void pick(int variable);
  int layerOf(int variable) const;
  void paintLayer(QPainter& painter, int n) const;

  std::vector<int> sizes_, firsts_;
  std::vector<CellGrid> grids_;
  std::shared_ptr<const ChipUse> use_;
  ChainColours colours_ = ChainColours::Layer;
  int followed_ = -1;
};

}  // namespace nudge
