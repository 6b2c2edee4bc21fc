#include "widgets/SeriesPlot.h"

#include <algorithm>
#include <cmath>

#include "widgets/EpochPlot.h"
#include "widgets/IntegerTicker.h"
#include "widgets/Theme.h"

namespace nudge {

SeriesPlot::SeriesPlot(QWidget* parent) : Plot(parent) {
  setObjectName(QStringLiteral("series-plot"));
  xAxis->setTicker(QSharedPointer<IntegerTicker>::create());
  addLayer(QStringLiteral("ranges"), layer(QStringLiteral("grid")), limBelow);
  setHint(tr("nothing is done yet"));
  setEmpty(true);
}

void SeriesPlot::setSeries(std::vector<Series> series) {
  clearGraphs();
  drawn_.clear();
  published_.clear();
  for (Series& one : series) {
    Drawn drawn;
    const QVector<double> keys(one.x.begin(), one.x.end());
    const QVector<double> values(one.y.begin(), one.y.end());
    if (one.deviation.size() == one.y.size()) {
      QVector<double> high, low;
      for (std::size_t i = 0; i < one.y.size(); ++i) {
        high << one.y[i] + one.deviation[i];
        low << one.y[i] - one.deviation[i];
      }
      drawn.above = addGraph();
      drawn.below = addGraph();
      drawn.above->setData(keys, high, true);
      drawn.below->setData(keys, low, true);
      drawn.above->setChannelFillGraph(drawn.below);
      for (QCPGraph* edge : {drawn.above, drawn.below}) edge->removeFromLegend();
      drawn.above->setName(tr("%1, mean + deviation").arg(one.name));
      drawn.below->setName(tr("%1, mean − deviation").arg(one.name));
    }
    drawn.curve = addGraph();
    drawn.curve->setName(one.name);
    drawn.curve->setData(keys, values, true);
    drawn.series = std::move(one);
    drawn_.push_back(std::move(drawn));
  }
  restyle();
  fit();
}

void SeriesPlot::addPublished(const QString& name, double value, std::size_t series) {
  QCPGraph* line = addGraph();
  line->setName(name);
  published_.push_back({line, value, series});
  restyle();
  fit();
}

void SeriesPlot::addPublishedRange(double from, double to, const QString& name) {
  auto* range = new QCPItemRect(this);
  range->setLayer(QStringLiteral("ranges"));
  range->setPen(Qt::NoPen);
  auto* label = new QCPItemText(this);
  for (QCPItemPosition* corner : {range->topLeft, range->bottomRight, label->position}) {
    corner->setTypeX(QCPItemPosition::ptPlotCoords);
    corner->setTypeY(QCPItemPosition::ptAxisRectRatio);
  }
  range->topLeft->setCoords(from, 0);
  range->bottomRight->setCoords(to, 1);
  label->position->setCoords(std::sqrt(from * to), 0);
  label->setPositionAlignment(Qt::AlignTop | Qt::AlignHCenter);
  label->setText(name);
  ranges_.push_back(range);
  rangeNames_.push_back(label);
  restyle();
}

void SeriesPlot::setLogarithmic(bool logarithmic) {
  logarithmic_ = logarithmic;
  xAxis->setScaleType(logarithmic ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
  if (logarithmic) {
    xAxis->setTicker(QSharedPointer<QCPAxisTickerLog>::create());
  } else {
    xAxis->setTicker(QSharedPointer<IntegerTicker>::create());
  }
  fit();
}

void SeriesPlot::fit() {
  double left = INFINITY, right = -INFINITY, low = 0, high = 0;
  for (const Drawn& drawn : drawn_) {
    const Series& series = drawn.series;
    for (std::size_t i = 0; i < series.x.size(); ++i) {
      if (!std::isfinite(series.y[i])) continue;
      left = std::min(left, series.x[i]);
      right = std::max(right, series.x[i]);
      low = std::min(low, series.y[i]);
      high = std::max(high, series.y[i]);
    }
  }
  const bool any = left <= right;
  setEmpty(!any);
  if (!any) return;
  for (const Line& line : published_) {
    low = std::min(low, line.value);
    high = std::max(high, 1.1 * line.value);
    line.curve->setData({left, right}, {line.value, line.value}, true);
  }
  if (logarithmic_) {
    xAxis->setRange(left / 1.2, right * 1.2);
  } else {
    const double room = std::max(0.02 * (right - left), 0.5);
    xAxis->setRange(left - room, right + room);
  }
  yAxis->setRange(low < 0 ? -niceCeiling(-low) : 0, high > 0 ? niceCeiling(high) : 0);
  refresh();
}

void SeriesPlot::restyle() {
  const Theme& theme = Theme::of(this);
  for (const Drawn& drawn : drawn_) {
    const QColor colour = drawn.series.colour(theme);
    drawn.curve->setPen(QPen(colour, Theme::stroke(2.2)));
    drawn.curve->setScatterStyle(
        drawn.series.x.size() > 60
            ? QCPScatterStyle::ssNone
            : QCPScatterStyle(QCPScatterStyle::ssDisc, colour, colour, Theme::stroke(5)));
    if (drawn.above == nullptr) continue;
    QColor soft = colour;
    soft.setAlphaF(0.18F);
    drawn.above->setBrush(soft);
    drawn.above->setPen(Qt::NoPen);
    drawn.below->setPen(Qt::NoPen);
  }
  for (const Line& line : published_) {
    const bool known = line.series < drawn_.size();
    const QColor colour = known ? drawn_[line.series].series.colour(theme) : theme.muted;
    line.curve->setPen(QPen(colour, Theme::stroke(1.4), Qt::DashLine));
  }
  QColor soft = theme.right;
  soft.setAlphaF(0.12F);
  for (QCPItemRect* range : ranges_) range->setBrush(soft);
  for (QCPItemText* name : rangeNames_) {
    name->setFont(Theme::small(font()));
    name->setColor(theme.right);
  }
  Plot::restyle();
}

}  // namespace nudge
