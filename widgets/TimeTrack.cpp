#include "widgets/TimeTrack.h"

#include <algorithm>
#include <cmath>

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include "widgets/Theme.h"

namespace nudge {

namespace {
constexpr double kSide = 10;  // room for half of the handle at both ends
}

TimeTrack::TimeTrack(QWidget* parent) : QWidget(parent) {
  setObjectName(QStringLiteral("time-track"));
  setAccessibleName(tr("Time"));
  setCursor(Qt::PointingHandCursor);
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  setToolTip(
      tr("<b>Time</b><br>T steps of the free phase (blue), then K steps of the nudge phase "
         "(orange). Drag, or use ← → Home End."));
}

void TimeTrack::setSpan(int freeSteps, int nudgeSteps, double beta) {
  free_ = std::max(0, freeSteps);
  nudge_ = std::max(0, nudgeSteps);
  beta_ = beta;
  index_ = std::clamp(index_, 0, lastIndex());
  update();
}

void TimeTrack::setIndex(int index) {
  index_ = std::clamp(index, 0, lastIndex());
  update();
}

double TimeTrack::pixelOf(int index) const {
  return kSide + (width() - 2 * kSide) * index / std::max(1, lastIndex());
}

QSize TimeTrack::sizeHint() const { return {Theme::scaled(this, 360), Theme::scaled(this, 30)}; }
QSize TimeTrack::minimumSizeHint() const {
  return {Theme::scaled(this, 120), Theme::scaled(this, 30)};
}

void TimeTrack::paintEvent(QPaintEvent*) {
  const Theme& theme = Theme::of(this);
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  const double thick = Theme::scaled(this, 10);
  const double middle = height() / 2.0;
  const QRectF track(kSide, middle - thick / 2, width() - 2 * kSide, thick);
  QPainterPath round;
  round.addRoundedRect(track, thick / 2, thick / 2);
  painter.setClipPath(round);
  const double border = pixelOf(free_);
  const double here = pixelOf(index_);
  const auto part = [&](double from, double to, QColor colour, float strength) {
    colour.setAlphaF(strength);
    painter.fillRect(QRectF(from, track.top(), to - from, thick), colour);
  };
  const QColor nudge = theme.phaseColour(Phase::Nudge, beta_);
  // What lies behind the handle is full, what is to come is pale.
  part(track.left(), std::min(here, border), theme.free, 1);
  part(std::min(here, border), border, theme.free, 0.3F);
  if (here > border) part(border, here, nudge, 1);
  part(std::max(here, border), track.right(), nudge, 0.3F);
  painter.setClipping(false);
  painter.setPen(QPen(theme.surface, 2));
  painter.drawLine(QPointF(border, track.top()), QPointF(border, track.bottom()));
  const double radius = Theme::scaled(this, 16) / 2.0;
  painter.setPen(QPen(theme.surface, 1.5));
  painter.setBrush(index_ <= free_ ? theme.free : nudge);
  painter.drawEllipse(QPointF(here, middle), radius, radius);
  painter.setPen(Qt::NoPen);
  painter.setBrush(theme.surface);
  painter.drawEllipse(QPointF(here, middle), radius * 0.38, radius * 0.38);
}

void TimeTrack::pickAt(double x) {
  const double share = (x - kSide) / std::max(1.0, width() - 2 * kSide);
  const int wanted = std::clamp(static_cast<int>(std::lround(share * lastIndex())), 0, lastIndex());
  if (wanted == index_) return;
  setIndex(wanted);
  emit timePicked(wanted);
}

void TimeTrack::mousePressEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton) pickAt(event->position().x());
}

void TimeTrack::mouseMoveEvent(QMouseEvent* event) {
  if (event->buttons() & Qt::LeftButton) pickAt(event->position().x());
}

void TimeTrack::wheelEvent(QWheelEvent* event) {
  const int wanted = std::clamp(index_ + (event->angleDelta().y() < 0 ? 1 : -1), 0, lastIndex());
  if (wanted == index_) return;
  setIndex(wanted);
  emit timePicked(wanted);
}

}  // namespace nudge
