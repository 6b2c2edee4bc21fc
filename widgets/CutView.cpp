#include "widgets/CutView.h"

#include <cmath>

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include "widgets/KeepsSpace.h"
#include "widgets/PlotExport.h"
#include "widgets/Theme.h"

namespace nudge {

namespace {

constexpr double kRingMargin = 18;
constexpr double kRadius = 8;

}  // namespace

CutView::CutView(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("cut-view"));
  setAccessibleName(tr("Graph with its two sides"));
  setFocusPolicy(Qt::StrongFocus);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  installExportMenu(*this);
}

void CutView::setGraph(const WeightedGraph& graph,
                       const std::vector<std::array<double, 2>>& places) {
  graph_ = graph;
  places_ = places;
  sides_.assign(graph.nodes, Spin{1});
  cursor_ = 0;
  update();
}

void CutView::setSides(const std::vector<Spin>& sides) {
  if (sides.size() != graph_.nodes) return;
  sides_ = sides;
  update();
}

QSize CutView::sizeHint() const { return {Theme::scaled(this, 480), Theme::scaled(this, 400)}; }

QPointF CutView::placeOf(std::size_t node) const {
  const QRectF room = QRectF(rect()).adjusted(kRingMargin, kRingMargin, -kRingMargin, -kRingMargin);
  return {room.left() + places_[node][0] * room.width(),
          room.top() + places_[node][1] * room.height()};
}

void CutView::paintEvent(QPaintEvent*) {
  const Theme& theme = Theme::of(this);
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.fillRect(rect(), theme.surface);
  for (const bool cut : {false, true}) {
    for (const Coupling& edge : graph_.edges) {
      const auto i = static_cast<std::size_t>(edge.i), j = static_cast<std::size_t>(edge.j);
      if ((sides_[i] != sides_[j]) != cut) continue;
      // A negative weight is better not cut.
      const Qt::PenStyle style = edge.value < 0 ? Qt::DashLine : Qt::SolidLine;
      painter.setPen(cut ? QPen(theme.text, Theme::stroke(2), style)
                         : QPen(theme.line, Theme::stroke(1), style));
      painter.drawLine(placeOf(i), placeOf(j));
    }
  }
  for (std::size_t node = 0; node < graph_.nodes; ++node) {
    painter.setPen(QPen(theme.text, Theme::stroke(1.6)));
    painter.setBrush(sides_[node] > 0 ? theme.text : theme.surface);
    painter.drawEllipse(placeOf(node), kRadius, kRadius);
    if (!hasFocus() || node != cursor_) continue;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.accent, 2));
    painter.drawEllipse(placeOf(node), kRadius + 4, kRadius + 4);
  }
  Theme::paintFocus(painter, *this);
}

void CutView::turn(std::size_t node) {
  sides_[node] = static_cast<Spin>(-sides_[node]);
  cursor_ = node;
  update();
  emit sidesEdited();
}

bool CutView::event(QEvent* event) { return keepsSpace(*event) || QWidget::event(event); }

void CutView::mousePressEvent(QMouseEvent* event) {
  for (std::size_t node = 0; node < graph_.nodes; ++node) {
    const QPointF off = event->position() - placeOf(node);
    if (std::hypot(off.x(), off.y()) <= kRadius + 3) return turn(node);
  }
  QWidget::mousePressEvent(event);
}

void CutView::keyPressEvent(QKeyEvent* event) {
  const std::size_t nodes = graph_.nodes;
  if (nodes == 0) return QWidget::keyPressEvent(event);
  switch (event->key()) {
    case Qt::Key_Right:
    case Qt::Key_Down:
      cursor_ = (cursor_ + 1) % nodes;
      return update();
    case Qt::Key_Left:
    case Qt::Key_Up:
      cursor_ = (cursor_ + nodes - 1) % nodes;
      return update();
    case Qt::Key_Space:
      return turn(cursor_);
    default:
      QWidget::keyPressEvent(event);
  }
}

QString CutView::csv() const {
  QString text = QStringLiteral("node,side\n");
  for (std::size_t node = 0; node < graph_.nodes; ++node)
    text += QStringLiteral("%1,%2\n").arg(node).arg(sides_[node]);
  return text;
}

}  // namespace nudge
