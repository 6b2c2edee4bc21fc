#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include <QPainter>
#include <QPixmap>
#include <QTimer>
#include <QWidget>

#include "core/chip/ChipUse.h"
#include "core/ising/IsingProblem.h"
#include "widgets/ChainPalette.h"
#include "widgets/ChipCamera.h"
#include "widgets/ChipSprites.h"
#include "widgets/CsvSource.h"

namespace nudge {

class Theme;

/// A whole chip with its qubits and couplers, and the network that is placed on it: chains are
/// thick and coloured, couplers between them thin, those of no use faint, faulty qubits crossed
/// out. The wheel (or + and −) zooms, dragging (or the arrow keys) moves, 0 shows everything. A
/// click follows the chain of a neuron: all that does not touch it fades.
class ChipView : public QWidget, public CsvSource {
  Q_OBJECT
 public:
  explicit ChipView(QWidget* parent = nullptr);

  /// A chip without a network; null: nothing to see.
  void setChip(std::shared_ptr<const ChipGraph> chip);
  /// A chip with a network on it. The view stays where it is if the chip has the same shape.
  void setUse(std::shared_ptr<const ChipUse> use);
  /// Fields and couplings of the network's variables, to be told; null: not known.
  void setProblem(std::shared_ptr<const IsingProblem> problem);
  void setColours(ChainColours colours);
  /// Qubits that do not work, beside those that the chip lacks.
  void setFaults(const std::vector<int>& qubits);
  /// ±1 for every qubit number, 0 where it is not known; empty: none is.
  void setSpins(std::vector<std::int8_t> spins);
  const std::vector<std::int8_t>& spins() const { return spins_; }
  /// Whether a click marks a qubit as faulty instead of following its chain.
  void setMarking(bool marking) { marking_ = marking; }

  void fit();
  /// About the pointer, or the middle.
  void zoom(double factor, std::optional<QPointF> about = {});
  /// Follows a variable's chain; −1: none.
  void follow(int variable);
  /// Puts a qubit in the hand, and follows its chain if it is in one.
  void pickQubit(int qubit);
  /// Moves and zooms so that a variable's chain, or the qubit in hand, is seen well.
  void reveal();

  const ChipCamera& camera() const { return camera_; }
  const std::shared_ptr<const ChipGraph>& chip() const { return chip_; }
  int followed() const { return followed_; }
  int qubit() const { return qubit_; }  ///< in hand; −1: none
  int brokenChains() const { return brokenCount_; }
  bool isFaulty(int qubit) const;
  /// The qubit nearest to a place, if it is near; −1.
  int qubitAt(const QPointF& position) const;
  QPointF positionOf(int qubit) const;
  /// Everything that is known of a qubit, as rich text.
  QString describe(int qubit) const;
  /// Whether edges are drawn for the size at which they are shown: for pictures of the view.
  bool sharp() const { return !sharpen_.isActive(); }

  /// A line a qubit.
  QString csv() const override;
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 signals:
  void variablePicked(int variable);  ///< by hand; −1: none
  void qubitPicked(int qubit);
  void faultAsked(int qubit, bool faulty);  ///< it should be marked so

 protected:
  bool event(QEvent* event) override;
  void changeEvent(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  /// A qubit as it is drawn.
  struct Node {
    int qubit;
    int variable;
    bool faulty;
    QPointF place;  ///< in the camera's plane
  };
  struct Backdrop {
    QPixmap pixmap;
    QRectF region;  ///< of the chip's plane
    double scale = 0;
  };

  void rebuild(bool sameShape);
  void placeNodes();
  void countBroken();
  void describeAccessibly();
  void handPick(int qubit);
  void askFault(int qubit);
  void stepVariable(int by);
  void stepQubit(int dx, int dy);
  bool moveByKey(int key);
  bool pickByKey(const QKeyEvent& event);

  // ChipPainting.cpp
  void redraw();  ///< edges and all
  void touch();   ///< edges as they are
  double dotRadius() const;
  bool isLit(int variable) const;  ///< not faded
  void drawBackdrop(double ratio);
  void paintEdges(QPainter& painter, const QRectF& region) const;
  void paintLabels(QPainter& painter, const QRectF& region) const;
  void paintUnused(QPainter& painter, const QRectF& region) const;
  void paintNodes(QPainter& painter);
  void paintHand(QPainter& painter);

  // ChipHead.cpp
  void paintHead(QPainter& painter) const;
  QString headText() const;

  std::shared_ptr<const ChipGraph> chip_;
  std::shared_ptr<const ChipUse> use_;
  std::shared_ptr<const IsingProblem> problem_;
  ChainColours colours_ = ChainColours::Layer;
  std::vector<int> faults_;
  std::vector<std::int8_t> spins_;
  std::vector<char> broken_;  ///< of each variable
  int brokenCount_ = 0;
  std::vector<Node> nodes_;
  std::vector<QPointF> places_;  ///< of every label
  std::vector<char> lit_;        ///< of each variable, while one is followed

  ChipCamera camera_;
  Backdrop backdrop_;
  bool stale_ = true;
  QTimer sharpen_;
  ChipSprites sprites_;
  std::vector<QPainter::PixmapFragment> fragments_;

  int followed_ = -1;
  int qubit_ = -1;
  int hovered_ = -1;
  bool marking_ = false;
  QPointF pressedAt_, draggedTo_;
  bool dragging_ = false;
};

}  // namespace nudge
