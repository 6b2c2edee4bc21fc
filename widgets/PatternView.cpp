#include "widgets/PatternView.h"

#include <algorithm>

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include "widgets/KeepsSpace.h"
#include "widgets/PlotExport.h"
#include "widgets/Theme.h"

namespace nudge {

PatternView::PatternView(int columns, int rows, QWidget* parent)
    : QWidget(parent),
      columns_(columns),
      rows_(rows),
      pattern_(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows), Spin{-1}) {
  setFocusPolicy(Qt::StrongFocus);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  installExportMenu(*this);
}

void PatternView::setPattern(const std::vector<Spin>& pattern) {
  if (pattern.size() != pattern_.size()) return;
  pattern_ = pattern;
  update();
}

void PatternView::setEditable(bool editable) {
  editable_ = editable;
  update();
}

void PatternView::setTitle(const QString& title) {
  title_ = title;
  setAccessibleName(title);
  update();
}

void PatternView::setReference(const std::vector<Spin>& reference) {
  reference_ = reference.size() == pattern_.size() ? reference : std::vector<Spin>();
  update();
}

QSize PatternView::sizeHint() const {
  return {Theme::scaled(this, 14 * columns_), Theme::scaled(this, 14 * rows_ + 24)};
}

QSize PatternView::minimumSizeHint() const { return {4 * columns_, 4 * rows_ + 24}; }

QRectF PatternView::canvas() const {
  const int head = title_.isEmpty() ? 0 : fontMetrics().height() + 4;
  const QRectF room = QRectF(rect()).adjusted(3, head + 3, -3, -3);
  const double cell = std::min(room.width() / columns_, room.height() / rows_);
  return {room.left() + (room.width() - cell * columns_) / 2, room.top(), cell * columns_,
          cell * rows_};
}

QRectF PatternView::cellRect(int cell) const {
  const QRectF area = canvas();
  const double side = area.width() / columns_;
  const int row = cell / columns_;
  return {area.left() + cell % columns_ * side, area.top() + row * side, side, side};
}

int PatternView::cellAt(const QPointF& position) const {
  const QRectF area = canvas();
  if (!area.contains(position)) return -1;
  const double side = area.width() / columns_;
  const int column = std::min(columns_ - 1, static_cast<int>((position.x() - area.left()) / side));
  const int row = std::min(rows_ - 1, static_cast<int>((position.y() - area.top()) / side));
  return row * columns_ + column;
}

void PatternView::set(int cell, Spin value) {
  Spin& there = pattern_[static_cast<std::size_t>(cell)];
  if (there == value) return;
  there = value;
  update();
  emit edited(pattern_);
}

bool PatternView::event(QEvent* event) {
  return (editable_ && keepsSpace(*event)) || QWidget::event(event);
}

void PatternView::paintEvent(QPaintEvent*) {
  const Theme& theme = Theme::of(this);
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const QRectF area = canvas();
  if (!title_.isEmpty()) {
    painter.setFont(Theme::bold(font()));
    painter.setPen(theme.text);
    painter.drawText(QRectF(0, 0, width(), area.top()), Qt::AlignHCenter | Qt::AlignVCenter,
                     QFontMetrics(painter.font()).elidedText(title_, Qt::ElideRight, width()));
  }
  painter.fillRect(area, theme.surface);
  const double side = area.width() / columns_;
  const double radius = side * 0.38;
  for (int cell = 0; cell < static_cast<int>(pattern_.size()); ++cell) {
    const auto at = static_cast<std::size_t>(cell);
    const QPointF centre = cellRect(cell).center();
    const bool up = pattern_[at] > 0;
    painter.setPen(QPen(up ? theme.text : theme.line, side > 8 ? 1.2 : 0.7));
    painter.setBrush(up ? QBrush(theme.text) : QBrush(Qt::NoBrush));
    painter.drawEllipse(centre, up ? radius : radius * 0.7, up ? radius : radius * 0.7);
    if (reference_.empty() || reference_[at] == pattern_[at]) continue;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.changed, Theme::stroke(1.5)));
    painter.drawEllipse(centre, side * 0.46, side * 0.46);
  }
  painter.setBrush(Qt::NoBrush);
  painter.setPen(QPen(hasFocus() ? theme.accent : theme.line, hasFocus() ? 2 : 1));
  painter.drawRect(area.adjusted(-1, -1, 1, 1));
  if (hasFocus() && editable_) painter.drawRect(cellRect(cursor_));
}

void PatternView::mousePressEvent(QMouseEvent* event) {
  const int cell = cellAt(event->position());
  if (event->button() != Qt::LeftButton || cell < 0) return QWidget::mousePressEvent(event);
  if (!editable_) return emit picked();
  pen_ = pattern_[static_cast<std::size_t>(cell)] > 0 ? Spin{-1} : Spin{1};
  set(cell, pen_);
}

void PatternView::mouseMoveEvent(QMouseEvent* event) {
  const int cell = cellAt(event->position());
  if (editable_ && (event->buttons() & Qt::LeftButton) && cell >= 0) set(cell, pen_);
}

void PatternView::keyPressEvent(QKeyEvent* event) {
  const int cells = static_cast<int>(pattern_.size());
  if (!editable_) {
    const bool pick = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    return pick ? emit picked() : QWidget::keyPressEvent(event);
  }
  int step = 0;
  switch (event->key()) {
    case Qt::Key_Left:
      step = -1;
      break;
    case Qt::Key_Right:
      step = 1;
      break;
    case Qt::Key_Up:
      step = -columns_;
      break;
    case Qt::Key_Down:
      step = columns_;
      break;
    case Qt::Key_Space:
      return set(cursor_, static_cast<Spin>(-pattern_[static_cast<std::size_t>(cursor_)]));
    default:
      return QWidget::keyPressEvent(event);
  }
  if (cursor_ + step >= 0 && cursor_ + step < cells) cursor_ += step;
  update();
}

}  // namespace nudge
