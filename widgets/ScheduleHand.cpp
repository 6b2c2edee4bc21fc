// What the hand does to a SchedulePlot.
#include <algorithm>
#include <cmath>

#include <QToolTip>

#include "widgets/NumberText.h"
#include "widgets/SchedulePlot.h"
#include "widgets/Theme.h"

namespace nudge {

namespace {

constexpr double kGrab = 14;    // pixels from a point or the line at which the hand takes it
constexpr double kStep = 0.01;  // of an arrow key
constexpr double kLeap = 0.05;  // with Shift

double length(const QPointF& v) { return std::hypot(v.x(), v.y()); }

}  // namespace

int SchedulePlot::pointNear(const QPointF& position) const {
  int nearest = -1;
  double least = Theme::scaled(this, kGrab);
  for (int i = 1; i < points_.count() - 1; ++i) {
    const double distance = length(pixelOf(i) - position);
    if (distance > least) continue;
    least = distance;
    nearest = i;
  }
  return nearest;
}

bool SchedulePlot::onLine(const QPointF& position) const {
  for (int i = 1; i < points_.count(); ++i) {
    const QPointF a = pixelOf(i - 1);
    const QPointF along = pixelOf(i) - a;
    const double share = QPointF::dotProduct(position - a, along) /
                         std::max(1e-9, QPointF::dotProduct(along, along));
    const QPointF nearest = a + std::clamp(share, 0.0, 1.0) * along;
    if (length(position - nearest) <= Theme::scaled(this, kGrab)) return true;
  }
  return false;
}

void SchedulePlot::mousePressEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return;
  setSelected(pointNear(event->position()));
  dragging_ = selected_ >= 0;
  pressed_ = points_;
  if (dragging_) grip_ = pixelOf(selected_) - event->position();
}

void SchedulePlot::mouseMoveEvent(QMouseEvent* event) {
  const QPointF position = event->position();
  if (!dragging_ || !(event->buttons() & Qt::LeftButton)) {
    setCursor(pointNear(position) >= 0 ? Qt::SizeAllCursor
              : onLine(position)       ? Qt::CrossCursor
                                       : Qt::ArrowCursor);
    return;
  }
  const QPointF middle = position + grip_;
  const double s = yAxis->pixelToCoord(middle.y());
  if (!points_.move(selected_, {xAxis->pixelToCoord(middle.x()), snappedLightly(s)})) return;
  draw();
  QToolTip::showText(event->globalPosition().toPoint(), tipAt(pixelOf(selected_)), this);
  emit pointsDragged(points());
}

void SchedulePlot::mouseReleaseEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton || !dragging_) return;
  dragging_ = false;
  if (points_ != pressed_) emit pointsChosen(points());
}

void SchedulePlot::mouseDoubleClickEvent(QMouseEvent* event) {
  if (event->button() != Qt::LeftButton) return;
  dragging_ = false;
  const int near = pointNear(event->position());
  if (near >= 0) return removePoint(near);
  if (!onLine(event->position())) return;
  const int added = points_.add(xAxis->pixelToCoord(event->position().x()));
  if (added < 0) return;
  setSelected(added);
  emit pointsChosen(points());
  // The button is still down: the new point follows the hand.
  dragging_ = true;
  pressed_ = points_;
  grip_ = pixelOf(selected_) - event->position();
}

void SchedulePlot::removePoint(int index) {
  if (!points_.remove(index)) return;
  dragging_ = false;
  setSelected(-1);
  emit pointsChosen(points());
}

void SchedulePlot::nudgeSelected(double dt, double ds) {
  if (selected_ < 0) return;
  const SchedulePoint& from = points_.at(selected_);
  if (!points_.move(selected_, {from.t + dt, from.s + ds})) return;
  draw();
  emit pointsChosen(points());
}

void SchedulePlot::selectNext(int step) {
  const int inner = points_.count() - 2;
  if (inner < 1) return;
  const int from = selected_ < 0 ? (step > 0 ? 0 : inner + 1) : selected_;
  setSelected(1 + (from - 1 + step + inner) % inner);
}

bool SchedulePlot::focusNextPrevChild(bool next) {
  // Tab walks over the points and then on to the next widget.
  const int inner = points_.count() - 2;
  const int wanted = selected_ < 0 ? (next ? 1 : inner) : selected_ + (next ? 1 : -1);
  if (wanted >= 1 && wanted <= inner) {
    setSelected(wanted);
    return true;
  }
  setSelected(-1);
  return Plot::focusNextPrevChild(next);
}

void SchedulePlot::keyPressEvent(QKeyEvent* event) {
  const double by = event->modifiers() & Qt::ShiftModifier ? kLeap : kStep;
  switch (event->key()) {
    case Qt::Key_Left:
      return nudgeSelected(-by, 0);
    case Qt::Key_Right:
      return nudgeSelected(by, 0);
    case Qt::Key_Up:
      return nudgeSelected(0, by);
    case Qt::Key_Down:
      return nudgeSelected(0, -by);
    case Qt::Key_BracketLeft:
      return selectNext(-1);
    case Qt::Key_BracketRight:
      return selectNext(1);
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
      return removePoint(selected_);
    case Qt::Key_Escape:
      if (dragging_) {
        dragging_ = false;
        points_ = pressed_;
        draw();
        emit pointsChosen(points());
        return;
      }
      break;
    default:
      break;
  }
  Plot::keyPressEvent(event);
}

QString SchedulePlot::tipAt(const QPointF& position) const {
  const int near = pointNear(position);
  if (near < 0) return behindAt(position);
  const SchedulePoint& point = points_.at(near);
  return tr("point %1 of %2<br>t / t<sub>a</sub> = %3, s = %4")
      .arg(near + 1)
      .arg(points_.count())
      .arg(point.t, 0, 'f', 3)
      .arg(point.s, 0, 'f', 3);
}

QString SchedulePlot::behindAt(const QPointF& position) const {
  for (const Behind& behind : behind_) {
    const auto points = behind.curve->data();
    const double t = xAxis->pixelToCoord(position.x());
    const int at = static_cast<int>(points->findBegin(t, false) - points->constBegin());
    if (at < 1 || at >= behind.values.size()) continue;
    const double step = behind.t[at] - behind.t[at - 1];
    const double share = step > 0 ? std::clamp((t - behind.t[at - 1]) / step, 0.0, 1.0) : 0;
    const auto between = [&](double a, double b) { return a + share * (b - a); };
    const auto drawn = points->constBegin() + at;
    const double y = yAxis->coordToPixel(between((drawn - 1)->value, drawn->value));
    if (std::abs(y - position.y()) > Theme::scaled(this, kGrab)) continue;
    // What is drawn is a share of the largest value; what is told is the value.
    return tr("<b>%1</b><br>%2 at t / t<sub>a</sub> = %3")
        .arg(behind.name.toHtmlEscaped(),
             threeDigits(between(behind.values[at - 1], behind.values[at])),
             QString::number(t, 'f', 3));
  }
  return {};
}

}  // namespace nudge
