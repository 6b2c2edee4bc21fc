#include "widgets/SchedulePlot.h"

#include <algorithm>
#include <cmath>

#include "widgets/NumberText.h"
#include "widgets/Theme.h"

namespace nudge {

namespace {
constexpr double kHandle = 12;  // a point's diameter in pixels
}

SchedulePlot::SchedulePlot(QWidget* parent) : Plot(parent) {
  setObjectName(QStringLiteral("schedule-plot"));
  setMouseTracking(true);
  setAxes(tr("time t / tₐ"), tr("progress s"));
  xAxis->setRange(-0.03, 1.03);
  yAxis->setRange(-0.07, 1.07);
  addLayer(QStringLiteral("behind"), layer(QStringLiteral("main")), limBelow);
  // The cursor is drawn on its own, so that playing does not draw the curves again.
  addLayer(QStringLiteral("cursor"), layer(QStringLiteral("overlay")), limBelow);
  layer(QStringLiteral("cursor"))->setMode(QCPLayer::lmBuffered);
  line_ = addGraph();
  line_->setName(tr("s(t)"));
  for (QCPGraph** marks : {&ends_, &handles_, &picked_}) {
    *marks = addGraph();
    (*marks)->removeFromLegend();
    (*marks)->setLineStyle(QCPGraph::lsNone);
  }
  cursor_ = new QCPItemLine(this);
  cursor_->setLayer(QStringLiteral("cursor"));
  cursor_->setVisible(false);
  for (QCPItemPosition* end : {cursor_->start, cursor_->end}) {
    end->setTypeX(QCPItemPosition::ptPlotCoords);
    end->setTypeY(QCPItemPosition::ptAxisRectRatio);
  }
  setExplanation(
      tr("<b>Annealing schedule s(t)</b><br>How far the anneal is at each time of t<sub>a</sub>: "
         "s = 0 is hot (all quantum), s = 1 is cold (all problem).<br>"
         "H(s) = −A(s)/2 Σ σ<sup>x</sup> + B(s)/2 (Σ J<sub>ij</sub>σ<sub>i</sub>σ<sub>j</sub> + "
         "Σ h<sub>i</sub>σ<sub>i</sub>)<br>The free phase anneals forward from 0 to 1; the nudge "
         "phase goes back from the free state and forth again.<br>Drag a point. Double click: a "
         "new point, or away with it. Tab, [ and ] select, arrow keys move, Delete removes."));
  draw();
}

QPointF SchedulePlot::pixelOf(int index) const {
  const SchedulePoint& point = points_.at(index);
  return {xAxis->coordToPixel(point.t), yAxis->coordToPixel(point.s)};
}

void SchedulePlot::setPoints(const std::vector<double>& points, bool reverse) {
  const SchedulePoints wanted(points, reverse);
  if (wanted == points_) return;
  if (wanted.count() != points_.count() || reverse != points_.reverse()) selected_ = -1;
  points_ = wanted;
  dragging_ = false;
  draw();
  restyle();
}

void SchedulePlot::setBehind(const std::vector<double>& t, const std::vector<double>& values,
                             const QString& name) {
  auto at = std::find_if(behind_.begin(), behind_.end(),
                         [&name](const Behind& b) { return b.name == name; });
  const bool added = at == behind_.end();
  if (added) {
    Behind fresh{name, {}, {}, addGraph()};
    fresh.curve->setLayer(QStringLiteral("behind"));
    behind_.push_back(fresh);
    at = behind_.end() - 1;
  }
  const std::size_t count = std::min(t.size(), values.size());
  at->t = QVector<double>(t.begin(), t.begin() + static_cast<std::ptrdiff_t>(count));
  at->values = QVector<double>(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(count));
  double high = 0;
  for (double value : at->values) {
    if (std::isfinite(value)) high = std::max(high, std::abs(value));
  }
  QVector<double> shares;
  for (double value : at->values) shares << (high > 0 ? value / high : 0);
  at->curve->setData(at->t, shares);
  at->curve->setName(tr("%1, up to %2").arg(name, threeDigits(high)));
  styleCurves();
  arrangeLegend();
  refresh();
}

void SchedulePlot::clearBehind() {
  for (const Behind& behind : behind_) removeGraph(behind.curve);
  behind_.clear();
  arrangeLegend();
  refresh();
}

void SchedulePlot::setTimeCursor(std::optional<double> t) {
  cursor_->setVisible(t.has_value());
  if (t) {
    const double at = std::clamp(*t, 0.0, 1.0);
    cursor_->start->setCoords(at, 0);
    cursor_->end->setCoords(at, 1);
  }
  layer(QStringLiteral("cursor"))->replot();
}

void SchedulePlot::setSelected(int index) {
  selected_ = points_.isInner(index) ? index : -1;
  draw();
}

void SchedulePlot::draw() {
  setTitle(points_.reverse() ? tr("reverse: nudge phase") : tr("forward: free phase"));
  QVector<double> t, s;
  for (int i = 0; i < points_.count(); ++i) t << points_.at(i).t, s << points_.at(i).s;
  line_->setData(t, s, true);
  ends_->setData({t.front(), t.back()}, {s.front(), s.back()}, true);
  handles_->setData(t.mid(1, t.size() - 2), s.mid(1, s.size() - 2), true);
  picked_->setData({}, {});
  if (selected_ >= 0) picked_->setData({t[selected_]}, {s[selected_]});
  refresh();
}

QString SchedulePlot::csv() const {
  QString text = QStringLiteral("curve,time t / t_a,value\n");
  const auto row = [&text](const QString& name, double t, double value) {
    text += name + QStringLiteral(",%1,%2\n").arg(t, 0, 'g', 9).arg(value, 0, 'g', 9);
  };
  for (int i = 0; i < points_.count(); ++i) {
    row(QStringLiteral("s(t)"), points_.at(i).t, points_.at(i).s);
  }
  for (const Behind& behind : behind_) {
    QString name = behind.name;
    name.replace(QLatin1Char(','), QLatin1Char(';'));
    for (int i = 0; i < behind.t.size(); ++i) row(name, behind.t[i], behind.values[i]);
  }
  return text;
}

QColor SchedulePlot::titleColour() const { return Theme::of(this).phaseColour(phase()); }

void SchedulePlot::styleCurves() {
  const Theme& theme = Theme::of(this);
  const QColor colour = theme.phaseColour(phase());
  line_->setPen(QPen(colour, Theme::stroke(2.4)));
  const double size = Theme::stroke(kHandle);
  using Style = QCPScatterStyle;
  handles_->setScatterStyle(
      Style(Style::ssCircle, QPen(theme.surface, Theme::stroke(1.5)), colour, size));
  ends_->setScatterStyle(Style(Style::ssSquare, QPen(colour, 1), colour, Theme::stroke(7)));
  picked_->setScatterStyle(
      Style(Style::ssCircle, QPen(theme.text, Theme::stroke(2)), colour, size + 4));
  cursor_->setPen(QPen(theme.text, Theme::stroke(1.5)));
  constexpr Qt::PenStyle kStyles[] = {Qt::SolidLine, Qt::DashLine, Qt::DotLine};
  for (std::size_t i = 0; i < behind_.size(); ++i) {
    QColor faint = theme.muted;
    faint.setAlphaF(0.6F);
    behind_[i].curve->setPen(QPen(faint, Theme::stroke(1.4), kStyles[i % 3]));
  }
}

void SchedulePlot::restyle() {
  styleCurves();
  axisRect()->setBackground(Theme::of(this).bandColour(phase()));
  Plot::restyle();
}

}  // namespace nudge
