#include "widgets/DepthPlot.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "widgets/EpochPlot.h"
#include "widgets/Theme.h"

namespace nudge {

DepthPlot::DepthPlot(QWidget* parent) : Plot(parent) {
  setObjectName(QStringLiteral("depth-plot"));
  setTitle(tr("how far back to anneal"));
  setAxes(tr("reverse annealing goes back to s = f"), tr("share %"));
  setHint(tr("Run a sweep over f: each run adds a point."));
  setExplanation(
      tr("<b>Reverse annealing</b><br>The nudge phase starts from the free state at s = 1, goes "
         "back to s = f and forth again. Small f disturbs much: the free state is forgotten. f "
         "near 1 disturbs little: the nudge changes nothing, ΔW<sub>ij</sub> ∝ "
         "−(σ<sub>i</sub>σ<sub>j</sub>|nudge − σ<sub>i</sub>σ<sub>j</sub>|free) = 0. Points are "
         "means over seeds, bars one standard deviation to either side."));
  xAxis->setRange(-0.03, 1.03);
  published_ = addGraph();
  published_->removeFromLegend();
  published_->setVisible(false);
  chosen_ = new QCPItemLine(this);
  chosen_->setVisible(false);
  for (QCPItemPosition* end : {chosen_->start, chosen_->end}) {
    end->setTypeX(QCPItemPosition::ptPlotCoords);
    end->setTypeY(QCPItemPosition::ptAxisRectRatio);
  }
  setCurves({});
}

void DepthPlot::setCurves(const std::vector<DepthCurve>& curves) {
  for (const Drawn& drawn : drawn_) {
    removePlottable(drawn.deviations);
    removeGraph(drawn.curve);
  }
  drawn_.clear();
  bool any = false;
  for (const DepthCurve& given : curves) {
    const std::size_t count = std::min(given.fractions.size(), given.percents.size());
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::erase_if(order, [&given](std::size_t i) {
      return !std::isfinite(given.fractions[i]) || !std::isfinite(given.percents[i]);
    });
    std::stable_sort(order.begin(), order.end(), [&given](std::size_t a, std::size_t b) {
      return given.fractions[a] < given.fractions[b];
    });
    QVector<double> keys, values, deviations;
    for (const std::size_t i : order) {
      keys << given.fractions[i];
      values << given.percents[i];
      const double spread = i < given.deviations.size() ? given.deviations[i] : 0;
      deviations << (std::isfinite(spread) ? std::abs(spread) : 0);
    }
    Drawn drawn{given.kind, addGraph(), new QCPErrorBars(xAxis, yAxis)};
    drawn.curve->setName(given.name);
    drawn.curve->setData(keys, values, true);
    drawn.deviations->removeFromLegend();
    drawn.deviations->setDataPlottable(drawn.curve);
    drawn.deviations->setData(deviations);
    drawn.deviations->setSymbolGap(0);
    drawn_.push_back(drawn);
    any = any || !keys.isEmpty();
  }
  setEmpty(!any);
  fitAxes();
  restyle();
}

void DepthPlot::setPublished(std::optional<double> percent, const QString& name) {
  const bool any = percent && std::isfinite(*percent);
  published_->setVisible(any);
  published_->setName(name.isEmpty() ? tr("published") : name);
  if (any) {
    published_->setData({xAxis->range().lower, xAxis->range().upper}, {*percent, *percent}, true);
    published_->addToLegend();
  } else {
    published_->setData({}, {});
    published_->removeFromLegend();
  }
  fitAxes();
  restyle();
}

void DepthPlot::setFraction(std::optional<double> fraction) {
  chosen_->setVisible(fraction.has_value());
  if (fraction) {
    const double at = std::clamp(*fraction, 0.0, 1.0);
    chosen_->start->setCoords(at, 0);
    chosen_->end->setCoords(at, 1);
  }
  refresh();
}

void DepthPlot::fitAxes() {
  double high = 0;
  for (const Drawn& drawn : drawn_) {
    for (int i = 0; i < drawn.curve->dataCount(); ++i) {
      high =
          std::max(high, drawn.curve->dataMainValue(i) + (*drawn.deviations->data())[i].errorPlus);
    }
  }
  if (published_->visible()) high = std::max(high, 1.1 * published_->dataMainValue(0));
  // A whole per cent scale shows a little above 100 %, so that points there are not cut.
  yAxis->setRange(0, high > 80 ? 104 : niceCeiling(1.05 * high));
}

QString DepthPlot::csv() const {
  QString text = QStringLiteral("curve,f,percent,deviation\n");
  for (const Drawn& drawn : drawn_) {
    QString name = drawn.curve->name();
    name.replace(QLatin1Char(','), QLatin1Char(';'));
    for (int i = 0; i < drawn.curve->dataCount(); ++i) {
      text += name + QStringLiteral(",%1,%2,%3\n")
                         .arg(drawn.curve->dataMainKey(i), 0, 'g', 9)
                         .arg(drawn.curve->dataMainValue(i), 0, 'g', 9)
                         .arg((*drawn.deviations->data())[i].errorPlus, 0, 'g', 9);
    }
  }
  return text;
}

void DepthPlot::restyle() {
  const Theme& theme = Theme::of(this);
  using Style = QCPScatterStyle;
  int others = 0;
  for (const Drawn& drawn : drawn_) {
    const auto kind = drawn.kind;
    const QColor colour = kind == DepthCurve::Kind::TrainError  ? theme.train
                          : kind == DepthCurve::Kind::TestError ? theme.test
                          : kind == DepthCurve::Kind::SpinsKept ? theme.layerColour(3)
                                                                : theme.layerColour(4 + others++);
    const bool kept = kind == DepthCurve::Kind::SpinsKept;
    drawn.curve->setPen(
        QPen(colour, Theme::stroke(kept ? 1.6 : 2.2), kept ? Qt::DashLine : Qt::SolidLine));
    drawn.curve->setScatterStyle(Style(kept ? Style::ssSquare : Style::ssCircle, QPen(colour, 1),
                                       colour, Theme::stroke(kept ? 6 : 7)));
    drawn.deviations->setPen(QPen(colour, Theme::stroke(1.4)));
    drawn.deviations->setWhiskerWidth(8);
  }
  published_->setPen(QPen(theme.muted, Theme::stroke(1.4), Qt::DotLine));
  chosen_->setPen(QPen(theme.text, Theme::stroke(1.5)));
  Plot::restyle();
  settleLayout();
}

void DepthPlot::settleLayout() {
  const QFontMetrics metrics(Theme::small(font()));
  const int room = axisRect()->width();
  for (const QString& label :
       {tr("reverse annealing goes back to s = f"), tr("back to s = f"), QStringLiteral("f")}) {
    xAxis->setLabel(label);
    if (metrics.horizontalAdvance(label) <= room) return;
  }
}

}  // namespace nudge
