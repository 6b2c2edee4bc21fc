#pragma once

#include <vector>

#include <QElapsedTimer>
#include <QImage>
#include <QTimer>
#include <QWidget>

#include "core/network/NetworkSpec.h"
#include "widgets/NetworkLayout.h"

namespace nudge {

/// The layers of a network to scale, left to right, with the wires between them as bands. The hand
/// selects a layer, drags its lower or right edge to resize it, adds one at the "+" between two, or
/// uses the keys: ← → select, ↑ ↓ one neuron more or fewer (with Shift a tenth), Delete removes.
/// The view proposes; who owns the network decides and sets it again.
class NetworkView : public QWidget {
  Q_OBJECT
 public:
  explicit NetworkView(QWidget* parent = nullptr);

  void setNetwork(const NetworkSpec& network);
  /// An input as an image on the input layer; null: a grid.
  void setInputPicture(const QImage& picture);
  void setSelected(int layer);  ///< 0 is the input; −1: none
  /// Lets the wires below layer n = 1 … L light up for a moment, as bright as the share of weights
  /// that flipped.
  void flashFlips(const std::vector<double>& fractionPerLayer);
  /// Off: `flashFlips` does nothing.
  void setAnimated(bool animated);
  /// Off: layers can be looked at but not changed.
  void setEditable(bool editable);
  /// What is wrong with the network; named beneath it.
  void setProblems(const QStringList& problems);

  const NetworkSpec& network() const { return network_; }
  int selected() const { return selected_; }
  QRectF layerRect(int layer) const { return layout_.column(layer); }
  QPointF insertSpot(int position) const { return layout_.gap(position); }

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 signals:
  void layerSelected(int layer);
  void layerResized(int layer, int neurons);    ///< again and again while the hand drags
  void resizeFinished(int layer, int neurons);  ///< on release, and after each key
  void insertRequested(int position);           ///< a layer that would be the position-th, from 1
  void removeRequested(int layer);

 protected:
  bool event(QEvent* event) override;
  void changeEvent(QEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  enum class Edge { None, Bottom, Right };

  int layerAt(const QPointF& position) const;
  int wiresAt(const QPointF& position) const;   ///< layer whose input wires these are, or −1
  int insertAt(const QPointF& position) const;  ///< position of the "+" there, or −1
  Edge edgeAt(const QPointF& position, int* layer) const;
  void layOut();
  void select(int layer);
  void propose(int layer, long long neurons, bool final);
  void hover(const QPointF& position);
  QString layerName(int layer) const;
  QString explain(const QPointF& position) const;
  QString explainConvolution(int to) const;
  double flashOf(int layer) const;
  void paintWires(QPainter& painter, int to) const;
  void paintLayer(QPainter& painter, int layer) const;
  void paintInput(QPainter& painter, const QRectF& column) const;
  void paintMaps(QPainter& painter, int layer) const;
  void paintNames(QPainter& painter, int layer) const;
  void paintInsert(QPainter& painter, int position) const;
  QRectF footArea() const;

  NetworkSpec network_;
  NetworkLayout layout_;
  QImage input_;
  QStringList problems_;
  int selected_ = -1;
  int hoveredLayer_ = -1;
  int hoveredInsert_ = -1;
  Edge dragged_ = Edge::None;
  int draggedLayer_ = -1;
  int proposed_ = 0;
  double grip_ = 0;       ///< from the edge to where the hand took it
  NetworkLayout frozen_;  ///< the scale while the hand drags
  bool animated_ = true;
  bool editable_ = true;
  std::vector<double> flips_;
  static constexpr int kFlashTime = 280;  // milliseconds
  QElapsedTimer flashed_;
  QTimer flashing_;
};

}  // namespace nudge
