#include "widgets/PhasePlot.h"

#include <algorithm>
#include <cmath>

#include <QKeyEvent>

#include "widgets/IntegerTicker.h"
#include "widgets/Theme.h"

namespace nudge {

PhasePlot::PhasePlot(QWidget* parent) : Plot(parent) {
  addLayer(QStringLiteral("bands"), layer(QStringLiteral("grid")), limBelow);
  // The cursor is drawn on its own, so that scrubbing does not draw the curves again.
  addLayer(QStringLiteral("cursor"), layer(QStringLiteral("overlay")), limBelow);
  layer(QStringLiteral("cursor"))->setMode(QCPLayer::lmBuffered);
  xAxis->setTicker(QSharedPointer<IntegerTicker>::create());
  freeBand_ = band();
  nudgeBand_ = band();
  freeLabel_ = bandLabel();
  nudgeLabel_ = bandLabel();
  cursor_ = new QCPItemLine(this);
  cursor_->setLayer(QStringLiteral("cursor"));
  for (QCPItemPosition* end : {cursor_->start, cursor_->end}) {
    end->setTypeX(QCPItemPosition::ptPlotCoords);
    end->setTypeY(QCPItemPosition::ptAxisRectRatio);
  }
  setAxes(tr("time step t"), QString());
  setSpan(20, 10, 1);
}

QCPItemRect* PhasePlot::band() {
  auto* item = new QCPItemRect(this);
  item->setLayer(QStringLiteral("bands"));
  item->setPen(Qt::NoPen);
  for (QCPItemPosition* corner : {item->topLeft, item->bottomRight}) {
    corner->setTypeX(QCPItemPosition::ptPlotCoords);
    corner->setTypeY(QCPItemPosition::ptAxisRectRatio);
  }
  return item;
}

QCPItemText* PhasePlot::bandLabel() {
  auto* item = new QCPItemText(this);
  item->position->setTypeX(QCPItemPosition::ptPlotCoords);
  item->position->setTypeY(QCPItemPosition::ptAxisRectRatio);
  item->setPositionAlignment(Qt::AlignTop | Qt::AlignHCenter);
  item->setPadding(QMargins(2, 2, 2, 0));
  return item;
}

void PhasePlot::setSpan(int freeSteps, int nudgeSteps, double beta) {
  free_ = std::max(0, freeSteps);
  nudge_ = std::max(0, nudgeSteps);
  beta_ = beta;
  const double last = std::max(1, lastIndex());
  xAxis->setRange(-0.02 * last, 1.02 * last);
  freeBand_->topLeft->setCoords(xAxis->range().lower, 0);
  freeBand_->bottomRight->setCoords(free_, 1);
  nudgeBand_->topLeft->setCoords(free_, 0);
  nudgeBand_->bottomRight->setCoords(xAxis->range().upper, 1);
  freeLabel_->position->setCoords(free_ / 2.0, 0.0);
  nudgeLabel_->position->setCoords(free_ + nudge_ / 2.0, 0.0);
  const Theme& theme = Theme::of(this);
  nudgeBand_->setBrush(theme.bandColour(Phase::Nudge, beta_));
  nudgeLabel_->setColor(theme.phaseColour(Phase::Nudge, beta_));
  nameBands();
  index_ = std::clamp(index_, 0, lastIndex());
  placeCursor();
  refresh();
}

void PhasePlot::setIndex(int index) {
  const int wanted = std::clamp(index, 0, lastIndex());
  if (wanted == index_) return;
  index_ = wanted;
  placeCursor();
  // A queued full replot draws the cursor too; without one only its layer is drawn.
  layer(QStringLiteral("cursor"))->replot();
}

void PhasePlot::placeCursor() {
  // Beneath the names of the phases.
  const double height = std::max(1, axisRect()->height());
  const double names = (QFontMetrics(freeLabel_->font()).height() + 4) / height;
  cursor_->start->setCoords(index_, std::min(0.5, names));
  cursor_->end->setCoords(index_, 1);
  for (QCPItemTracer* dot : dots_) {
    if (dot->graph() == nullptr) continue;
    bool found = false;
    const QCPRange keys = dot->graph()->getKeyRange(found);
    dot->setVisible(found && keys.contains(index_));
    if (found) dot->setGraphKey(index_);
  }
}

void PhasePlot::setMarked(const std::vector<QCPGraph*>& curves) {
  for (QCPItemTracer* dot : dots_) removeItem(dot);
  dots_.clear();
  const Theme& theme = Theme::of(this);
  for (QCPGraph* curve : curves) {
    if (curve->dataCount() == 0) continue;
    auto* dot = new QCPItemTracer(this);
    dot->setLayer(QStringLiteral("cursor"));
    dot->setGraph(curve);
    dot->setStyle(QCPItemTracer::tsCircle);
    dot->setSize(Theme::stroke(8));
    dot->setPen(QPen(theme.surface, 1.5));
    dot->setBrush(curve->pen().color());
    dots_.push_back(dot);
  }
  placeCursor();
}

void PhasePlot::nameBands() {
  const QFontMetrics metrics(freeLabel_->font());
  const auto name = [&](QCPItemText* label, int from, int to, const QStringList& names) {
    const double room = std::abs(xAxis->coordToPixel(to) - xAxis->coordToPixel(from));
    label->setVisible(false);
    for (const QString& text : names) {
      if (metrics.horizontalAdvance(text) + 6 > room) continue;
      label->setText(text);
      label->setVisible(true);
      return;
    }
  };
  const QString beta = QString::number(beta_, 'g', 3);
  name(freeLabel_, 0, free_, {tr("free phase"), tr("free")});
  name(nudgeLabel_, free_, free_ + nudge_,
       {tr("nudge phase, β = %1").arg(beta), tr("nudge phase"), tr("nudge")});
}

void PhasePlot::settleLayout() {
  nameBands();
  placeCursor();
}

void PhasePlot::restyle() {
  const Theme& theme = Theme::of(this);
  freeBand_->setBrush(theme.bandColour(Phase::Free));
  nudgeBand_->setBrush(theme.bandColour(Phase::Nudge, beta_));
  freeLabel_->setColor(theme.phaseColour(Phase::Free));
  nudgeLabel_->setColor(theme.phaseColour(Phase::Nudge, beta_));
  freeLabel_->setFont(Theme::small(font()));
  nudgeLabel_->setFont(Theme::small(font()));
  cursor_->setPen(QPen(theme.text, Theme::stroke(1.5)));
  Plot::restyle();
  nameBands();
}

void PhasePlot::moveTo(int index) {
  const int wanted = std::clamp(index, 0, lastIndex());
  if (wanted == index_) return;
  setIndex(wanted);
  emit timePicked(wanted);
}

void PhasePlot::pickAt(double pixel) {
  moveTo(static_cast<int>(std::lround(xAxis->pixelToCoord(pixel))));
}

void PhasePlot::mousePressEvent(QMouseEvent* event) {
  if (event->button() == Qt::LeftButton) pickAt(event->position().x());
}

void PhasePlot::mouseMoveEvent(QMouseEvent* event) {
  if (event->buttons() & Qt::LeftButton) pickAt(event->position().x());
}

void PhasePlot::keyPressEvent(QKeyEvent* event) {
  switch (event->key()) {
    case Qt::Key_Left:
      return moveTo(index_ - 1);
    case Qt::Key_Right:
      return moveTo(index_ + 1);
    case Qt::Key_Home:
      return moveTo(0);
    case Qt::Key_End:
      return moveTo(lastIndex());
    default:
      return Plot::keyPressEvent(event);
  }
}

}  // namespace nudge
