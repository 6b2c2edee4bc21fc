#include "widgets/NetworkView.h"

#include <algorithm>
#include <cmath>

#include <QHelpEvent>
#include <QKeyEvent>
#include <QToolTip>

#include "widgets/PlotExport.h"
#include "widgets/Theme.h"

namespace nudge {

namespace {

QString activationText(Activation activation) {
  switch (activation) {
    case Activation::Heaviside:
      return NetworkView::tr("ρ(s) = 1 if s ≥ ½, else 0");
    case Activation::Sign:
      return NetworkView::tr("ρ(s) = ±1");
    case Activation::Hardsigmoid:
      break;
  }
  return NetworkView::tr("ρ(s) = clamp(s, 0, 1)");
}

constexpr double kEdgeReach = 7;          // pixels on either side of an edge
constexpr double kInsert = 13;            // radius of a "+"
constexpr int kLargestLayer = 1'000'000;  // neurons of a layer, as the field's range says
}  // namespace

NetworkView::NetworkView(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("network"));
  setAccessibleName(tr("Layers of the network"));
  installExportMenu(*this);
  setFocusPolicy(Qt::StrongFocus);
  setMouseTracking(true);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  flashing_.setInterval(16);
  connect(&flashing_, &QTimer::timeout, this, [this] {
    if (flashed_.elapsed() > kFlashTime) flashing_.stop();
    update();
  });
}

void NetworkView::setNetwork(const NetworkSpec& network) {
  network_ = network;
  if (selected_ > network_.depth()) selected_ = -1;
  layOut();
  update();
}

void NetworkView::setInputPicture(const QImage& picture) {
  input_ = picture;
  update();
}

void NetworkView::setSelected(int layer) {
  selected_ = layer <= network_.depth() ? std::max(-1, layer) : -1;
  update();
}

void NetworkView::flashFlips(const std::vector<double>& fractionPerLayer) {
  if (!animated_) return;
  flips_ = fractionPerLayer;
  flashed_.start();
  flashing_.start();
  update();
}

void NetworkView::setAnimated(bool animated) {
  animated_ = animated;
  if (!animated) flashing_.stop();
}

void NetworkView::setEditable(bool editable) { editable_ = editable; }

void NetworkView::setProblems(const QStringList& problems) {
  problems_ = problems;
  update();
}

QSize NetworkView::sizeHint() const { return {Theme::scaled(this, 720), Theme::scaled(this, 420)}; }

QSize NetworkView::minimumSizeHint() const {
  return {Theme::scaled(this, 320), Theme::scaled(this, 220)};
}

QRectF NetworkView::footArea() const {
  const double line = fontMetrics().height() + 6;
  return {8, height() - 2 * line, width() - 16.0, 2 * line};
}

void NetworkView::layOut() {
  if (network_.layers.empty() || width() <= 0) return;
  const double names = 2.2 * fontMetrics().height() + 14;
  layout_ = NetworkLayout(network_,
                          QRectF(rect()).adjusted(6, names, -6, -footArea().height() - names / 2));
  // While the hand drags, the scale stays what it was under the hand.
  if (dragged_ == Edge::None || frozen_.layers() != layout_.layers()) return;
  layout_ = frozen_;
  layout_.resize(draggedLayer_, network_.size(draggedLayer_));
}

QString NetworkView::layerName(int layer) const {
  if (layer == 0) return tr("input");
  return layer == network_.depth() ? tr("outputs") : tr("layer %1").arg(layer);
}

int NetworkView::layerAt(const QPointF& position) const {
  for (int n = 0; n < layout_.layers(); ++n) {
    if (layout_.column(n).adjusted(-3, -3, 3, 3).contains(position)) return n;
  }
  return -1;
}

int NetworkView::wiresAt(const QPointF& position) const {
  for (int n = 1; n < layout_.layers(); ++n) {
    if (layout_.band(n).containsPoint(position, Qt::OddEvenFill)) return n;
  }
  return -1;
}

int NetworkView::insertAt(const QPointF& position) const {
  if (!editable_) return -1;
  for (int n = 1; n < layout_.layers(); ++n) {
    const QPointF off = layout_.gap(n) - position;
    if (std::hypot(off.x(), off.y()) <= kInsert) return n;
  }
  return -1;
}

NetworkView::Edge NetworkView::edgeAt(const QPointF& position, int* layer) const {
  if (!editable_) return Edge::None;
  for (int n = 1; n < layout_.layers(); ++n) {
    const QRectF& column = layout_.column(n);
    const bool across = position.x() > column.left() && position.x() < column.right() + kEdgeReach;
    const bool along = position.y() > column.top() && position.y() < column.bottom();
    *layer = n;
    if (across && std::abs(position.y() - column.bottom()) <= kEdgeReach) return Edge::Bottom;
    if (along && std::abs(position.x() - column.right()) <= kEdgeReach / 2) return Edge::Right;
  }
  return Edge::None;
}

void NetworkView::select(int layer) {
  if (layer == selected_) return;
  setSelected(layer);
  emit layerSelected(selected_);
}

void NetworkView::propose(int layer, long long neurons, bool final) {
  const int wanted = static_cast<int>(std::clamp<long long>(neurons, 1, kLargestLayer));
  if (!final || wanted != proposed_) emit layerResized(layer, wanted);
  proposed_ = wanted;
  if (final) emit resizeFinished(layer, wanted);
}

void NetworkView::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return QWidget::mousePressEvent(event);
  const QPointF at = event->position();
  const int insert = insertAt(at);
  if (insert > 0) return emit insertRequested(insert);
  int layer = -1;
  const Edge edge = edgeAt(at, &layer);
  if (edge == Edge::None) return select(layerAt(at));
  select(layer);
  dragged_ = edge;
  draggedLayer_ = layer;
  proposed_ = network_.size(layer);
  frozen_ = layout_;
  const QRectF& column = layout_.column(layer);
  grip_ = edge == Edge::Bottom ? at.y() - column.bottom() : at.x() - column.right();
}

void NetworkView::mouseMoveEvent(QMouseEvent* event) {
  if (dragged_ == Edge::None) return hover(event->position());
  const QRectF& column = frozen_.column(draggedLayer_);
  // Columns stand on their middle: the edge moves by half of what the height grows. To the right,
  // a pixel counts as much.
  const double moved = dragged_ == Edge::Bottom ? event->position().y() - grip_ - column.bottom()
                                                : event->position().x() - grip_ - column.right();
  const int neurons = frozen_.neuronsFor(column.height() + 2 * moved);
  if (neurons != proposed_) propose(draggedLayer_, neurons, false);
}

void NetworkView::mouseReleaseEvent(QMouseEvent*) {
  if (dragged_ == Edge::None) return;
  dragged_ = Edge::None;
  emit resizeFinished(draggedLayer_, proposed_);
  layOut();
  update();
}

void NetworkView::hover(const QPointF& position) {
  int layer = -1;
  const Edge edge = edgeAt(position, &layer);
  const int insert = insertAt(position);
  setCursor(insert > 0             ? Qt::PointingHandCursor
            : edge == Edge::Bottom ? Qt::SizeVerCursor
            : edge == Edge::Right  ? Qt::SizeHorCursor
                                   : Qt::ArrowCursor);
  // The "+" appears as soon as the pointer is among the wires.
  const int near = insert > 0 ? insert : wiresAt(position);
  const int over = layerAt(position);
  if (near == hoveredInsert_ && over == hoveredLayer_) return;
  hoveredInsert_ = editable_ ? near : -1;
  hoveredLayer_ = over;
  update();
}

void NetworkView::leaveEvent(QEvent*) {
  hoveredInsert_ = hoveredLayer_ = -1;
  update();
}

void NetworkView::keyPressEvent(QKeyEvent* event) {
  const int last = network_.depth();
  const bool change = editable_ && selected_ >= 1;
  const int size = selected_ >= 0 ? network_.size(selected_) : 0;
  // Of a convolution whole maps come and go.
  const MapShape shape = network_.shape(std::max(0, selected_));
  const int channels =
      event->modifiers() & Qt::ShiftModifier ? std::max(1, shape.channels / 10) : 1;
  const int step = channels * shape.height * shape.width;
  switch (event->key()) {
    case Qt::Key_Left:
      return select(std::max(0, selected_ - 1));
    case Qt::Key_Right:
      return select(std::min(last, selected_ + 1));
    case Qt::Key_Home:
      return select(0);
    case Qt::Key_End:
      return select(last);
    case Qt::Key_Up:
    case Qt::Key_Down:
      if (!change) return;
      proposed_ = size;
      return propose(selected_, size + (event->key() == Qt::Key_Up ? step : -step), true);
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
      if (change) emit removeRequested(selected_);
      return;
    case Qt::Key_Plus:
    case Qt::Key_Insert:
      if (editable_) emit insertRequested(std::clamp(selected_ + 1, 1, last));
      return;
    default:
      return QWidget::keyPressEvent(event);
  }
}

QString NetworkView::explainConvolution(int to) const {
  const Convolution link = network_.convolution(to);
  const QString pooling = link.pool == 1 ? tr("no pooling")
                          : link.pooling == Pooling::Max
                              ? tr("the largest of %1 × %1 kept").arg(link.pool)
                              : tr("the mean of %1 × %1 kept").arg(link.pool);
  return tr("<b>filters W<sup>%1</sup></b><br>%L2 filters of %3 × %3 over %4 maps, padding %5, %6"
            "<br>%L7 weights shared by %L8 synapses<br>They carry signals both ways.")
      .arg(to)
      .arg(link.channels)
      .arg(link.kernel)
      .arg(link.below.channels)
      .arg(link.padding)
      .arg(pooling)
      .arg(network_.weightsOf(to))
      .arg(network_.synapsesOf(to));
}

QString NetworkView::explain(const QPointF& position) const {
  const auto number = [](long long value) { return QStringLiteral("%L1").arg(value); };
  if (insertAt(position) > 0) return tr("Add a layer here (+)");
  const int layer = layerAt(position);
  if (layer == 0) {
    return tr("<b>input x</b><br>%1 values, never updated").arg(number(network_.inputs()));
  }
  if (layer > 0) {
    const MapShape shape = network_.shape(layer);
    const QString maps = network_.isConvolution(layer) ? tr(" in %1 maps of %2 × %3")
                                                             .arg(number(shape.channels))
                                                             .arg(shape.height)
                                                             .arg(shape.width)
                                                       : QString();
    QString text = tr("<b>%1</b><br>%2 neurons%5, state s<sup>%3</sup>, activation %4")
                       .arg(layerName(layer), number(network_.size(layer)))
                       .arg(layer)
                       .arg(activationText(network_.activation))
                       .arg(maps);
    if (layer == network_.depth()) {
      text += tr("<br>%1 classes, %2 outputs each").arg(network_.classes()).arg(network_.perClass);
    }
    return text + (editable_ ? tr("<br>Drag the lower or right edge, or ↑ ↓; Delete removes.")
                             : QString());
  }
  const int to = wiresAt(position);
  if (to < 1) {
    return tr("%1 neurons, %2 synapses, %3 bits of weights<br>Synapses: all weights W. Bits: what "
              "they take, 1 for a binary weight ±α, 32 for a real one.")
        .arg(number(network_.neurons()), number(network_.synapses()),
             number(network_.weightBits()));
  }
  if (network_.isConvolution(to)) return explainConvolution(to);
  const long long synapses = network_.synapsesOf(to);
  const bool binary = network_.weights == WeightKind::Binary;
  return tr("<b>wires W<sup>%1</sup></b><br>%2 × %3 = %4 synapses, %5 bits<br>%6<br>They carry "
            "signals both ways.")
      .arg(to)
      .arg(number(network_.size(to - 1)), number(network_.size(to)), number(synapses),
           number(synapses * (binary ? 1 : 32)), binary ? tr("W = α·w, w = ±1") : tr("W real"));
}

bool NetworkView::event(QEvent* event) {
  if (event->type() != QEvent::ToolTip) return QWidget::event(event);
  const auto* help = static_cast<QHelpEvent*>(event);
  QToolTip::showText(help->globalPos(), explain(help->pos()), this);
  return true;
}

void NetworkView::changeEvent(QEvent* event) {
  if (event->type() == QEvent::FontChange) {
    layOut();
    updateGeometry();
  }
  QWidget::changeEvent(event);
}

void NetworkView::resizeEvent(QResizeEvent*) { layOut(); }

}  // namespace nudge
