// What the hand does with a chip: wheel, mouse and keys.
#include <algorithm>
#include <cmath>

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMenu>
#include <QToolTip>
#include <QWheelEvent>

#include "widgets/ChipView.h"
#include "widgets/PlotExport.h"
#include "widgets/Theme.h"

namespace nudge {

namespace {
constexpr double kDrag = 4;           // pixels that a click may shake
constexpr double kWheel = 1.0 / 480;  // doublings an eighth of a degree
constexpr double kKeyZoom = 1.4142;   // a press of + or −
constexpr double kKeyPan = 60;        // pixels a press of an arrow
}  // namespace

void ChipView::wheelEvent(QWheelEvent* event) {
  if (!chip_) return QWidget::wheelEvent(event);
  const QPoint turned = event->angleDelta();
  if (event->modifiers() & Qt::ShiftModifier) {
    camera_.pan(turned.isNull() ? event->pixelDelta() : turned / 2);
    touch();
  } else {
    zoom(std::exp2(turned.y() * kWheel), event->position());
  }
  event->accept();
}

void ChipView::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton || !chip_) return QWidget::mousePressEvent(event);
  pressedAt_ = draggedTo_ = event->position();
  dragging_ = false;
}

void ChipView::mouseMoveEvent(QMouseEvent* event) {
  if (!(event->buttons() & Qt::LeftButton)) {
    const int under = qubitAt(event->position());
    if (under == hovered_) return;
    hovered_ = under;
    return touch();
  }
  const QPointF moved = event->position() - pressedAt_;
  if (!dragging_ && std::hypot(moved.x(), moved.y()) <= kDrag) return;
  dragging_ = true;
  setCursor(Qt::ClosedHandCursor);
  camera_.pan(event->position() - draggedTo_);
  draggedTo_ = event->position();
  touch();
}

void ChipView::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton || !chip_) return;
  unsetCursor();
  const bool clicked = !dragging_;
  dragging_ = false;
  if (!clicked || !camera_.area().contains(event->position())) return;
  const int qubit = qubitAt(event->position());
  marking_&& qubit >= 0 ? askFault(qubit) : handPick(qubit);
}

void ChipView::leaveEvent(QEvent*) {
  hovered_ = -1;
  touch();
}

void ChipView::handPick(int qubit) {
  pickQubit(qubit);
  emit qubitPicked(qubit_);
  emit variablePicked(followed_);
}

void ChipView::askFault(int qubit) {
  if (!chip_ || qubit < 0) return;
  const bool marked = std::binary_search(faults_.begin(), faults_.end(), qubit);
  // What the chip itself lacks cannot be mended.
  if (marked || chip_->hasQubit(qubit)) emit faultAsked(qubit, !marked);
}

void ChipView::contextMenuEvent(QContextMenuEvent* event) {
  const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
  const int qubit = byKey ? qubit_ : qubitAt(event->pos());
  auto* menu = new QMenu(this);
  menu->setObjectName(QStringLiteral("chip-menu"));
  menu->setAttribute(Qt::WA_DeleteOnClose);
  if (qubit >= 0) {
    const bool marked = std::binary_search(faults_.begin(), faults_.end(), qubit);
    QAction* mark = menu->addAction(marked ? tr("Qubit %1 works").arg(qubit)
                                           : tr("Mark qubit %1 as faulty").arg(qubit));
    mark->setObjectName(QStringLiteral("mark-fault"));
    mark->setEnabled(marked || (chip_ && chip_->hasQubit(qubit)));
    connect(mark, &QAction::triggered, this, [this, qubit] { askFault(qubit); });
    QAction* chain = menu->addAction(tr("Follow its chain"));
    chain->setEnabled(use_ && use_->variableOf(qubit) >= 0);
    connect(chain, &QAction::triggered, this, [this, qubit] { handPick(qubit); });
    menu->addSeparator();
  }
  menu->addAction(tr("Show the whole chip"), this, &ChipView::fit);
  menu->addSeparator();
  addExportActions(*menu, *this);
  menu->popup(byKey && qubit >= 0 ? mapToGlobal(positionOf(qubit).toPoint()) : event->globalPos());
}

void ChipView::stepVariable(int by) {
  if (!use_) return;
  const int count = use_->variables();
  const int next = followed_ < 0 ? (by > 0 ? 0 : count - 1) : (followed_ + by + count) % count;
  qubit_ = use_->chain(next).front();
  follow(next);
  emit variablePicked(next);
}

void ChipView::stepQubit(int dx, int dy) {
  if (nodes_.empty()) return;
  if (qubit_ < 0) {
    const QPointF middle = camera_.toChip(camera_.area().center());
    const auto nearest =
        std::min_element(nodes_.begin(), nodes_.end(), [&](const Node& a, const Node& b) {
          const QPointF p = a.place - middle, q = b.place - middle;
          return QPointF::dotProduct(p, p) < QPointF::dotProduct(q, q);
        });
    return handPick(nearest->qubit);
  }
  // The nearest of those that lie in that direction more than aside.
  const QPointF from = places_[static_cast<std::size_t>(qubit_)];
  double least = 0;
  int next = -1;
  for (const Node& node : nodes_) {
    const QPointF off = node.place - from;
    const double along = off.x() * dx + off.y() * dy;
    const double aside = std::abs(off.x() * dy) + std::abs(off.y() * dx);
    if (along < 1e-9 || aside > along) continue;
    const double distance = along + 2 * aside;
    if (next >= 0 && distance >= least) continue;
    least = distance;
    next = node.qubit;
  }
  if (next >= 0) handPick(next);
}

bool ChipView::moveByKey(int key) {
  switch (key) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
      zoom(kKeyZoom);
      return true;
    case Qt::Key_Minus:
      zoom(1 / kKeyZoom);
      return true;
    case Qt::Key_0:
    case Qt::Key_Home:
      fit();
      return true;
    case Qt::Key_Left:
      camera_.pan({kKeyPan, 0});
      break;
    case Qt::Key_Right:
      camera_.pan({-kKeyPan, 0});
      break;
    case Qt::Key_Up:
      camera_.pan({0, kKeyPan});
      break;
    case Qt::Key_Down:
      camera_.pan({0, -kKeyPan});
      break;
    default:
      return false;
  }
  touch();
  return true;
}

bool ChipView::pickByKey(const QKeyEvent& event) {
  if (event.modifiers() & Qt::ControlModifier) {
    const int key = event.key();
    const int dx = key == Qt::Key_Right ? 1 : key == Qt::Key_Left ? -1 : 0;
    const int dy = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0;
    if (dx != 0 || dy != 0) stepQubit(dx, dy);
    return dx != 0 || dy != 0;
  }
  switch (event.key()) {
    case Qt::Key_PageUp:
      stepVariable(-1);
      return true;
    case Qt::Key_PageDown:
      stepVariable(1);
      return true;
    case Qt::Key_F:
      askFault(qubit_);
      return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
      reveal();
      if (qubit_ >= 0)
        QToolTip::showText(mapToGlobal(positionOf(qubit_).toPoint()), describe(qubit_), this);
      return true;
    case Qt::Key_Escape:
      handPick(-1);
      return true;
    default:
      return false;
  }
}

void ChipView::keyPressEvent(QKeyEvent* event) {
  if (!chip_ || !(pickByKey(*event) || moveByKey(event->key()))) QWidget::keyPressEvent(event);
}

bool ChipView::event(QEvent* event) {
  if (event->type() != QEvent::ToolTip) return QWidget::event(event);
  const auto* help = static_cast<QHelpEvent*>(event);
  QString text = describe(qubitAt(help->pos()));
  if (text.isEmpty() && help->pos().y() < camera_.area().top()) {
    text =
        tr("<b>The chip</b><br>A dot is a qubit, a line a coupler. A neuron with more neighbours "
           "than a qubit has couplers becomes a <i>chain</i> of qubits, held together by strong "
           "couplings (thick lines) so that they agree: one spin σ<sub>i</sub> = ±1. Thin lines "
           "carry the couplings J<sub>ij</sub> between chains.<br>"
           "Wheel, + and − zoom; drag or arrow keys move; 0 shows everything. Click follows a "
           "chain, as PgUp and PgDn do; Ctrl and arrows go from qubit to qubit; Enter tells what "
           "it is; F or a right click marks it as faulty; Esc lets go.");
  }
  QToolTip::showText(help->globalPos(), text, this);
  return true;
}

void ChipView::resizeEvent(QResizeEvent*) {
  const double head = fontMetrics().height() + 12;
  camera_.setArea(QRectF(0, head, width(), std::max(1.0, height() - head)));
  touch();
}

void ChipView::changeEvent(QEvent* event) {
  const auto type = event->type();
  if (type == QEvent::PaletteChange || type == QEvent::FontChange || type == QEvent::StyleChange) {
    updateGeometry();
    resizeEvent(nullptr);
    redraw();
  }
  QWidget::changeEvent(event);
}

}  // namespace nudge
