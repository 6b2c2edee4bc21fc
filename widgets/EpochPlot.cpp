#include "widgets/EpochPlot.h"

#include <algorithm>
#include <cmath>

#include "widgets/IntegerTicker.h"
#include "widgets/Theme.h"

namespace nudge {

double niceCeiling(double value) {
  if (!(value > 0) || !std::isfinite(value)) return 1;
  const double decade = std::pow(10.0, std::floor(std::log10(value)));
  for (double step : {1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0}) {
    if (value <= step * decade * (1 + 1e-9)) return step * decade;
  }
  return 10 * decade;
}

EpochPlot::EpochPlot(QWidget* parent) : Plot(parent) {
  xAxis->setTicker(QSharedPointer<IntegerTicker>::create());
  addLayer(QStringLiteral("behind"), layer(QStringLiteral("main")), limBelow);
  setHint(tr("press play: the curve begins with the first mini-batches"));
  setEmpty(true);
  fitEpochs();
}

void EpochPlot::setHistory(const std::vector<EpochMetrics>& epochs,
                           const std::vector<LivePoint>& live) {
  history_ = epochs;
  live_ = live;
  const std::size_t layers = !epochs.empty() ? epochs.back().layers.size()
                             : !live.empty() ? live.back().flipMetric.size()
                                             : layers_;
  if (!built_ || layers != layers_) rebuild(layers);
  fill();
}

void EpochPlot::setEarlier(const std::vector<EarlierRun>& runs) {
  earlier_ = runs;
  if (!built_) rebuild(layers_);
  fillEarlier();
  fill();
}

void EpochPlot::setEpochs(int epochs) {
  epochs_ = epochs;
  fitEpochs();
  refresh();
}

void EpochPlot::rebuild(std::size_t layers) {
  clearGraphs();
  for (QCPItemText* text : marks_) removeItem(text);
  behind_.clear(), marked_.clear(), marks_.clear();
  drawn_.clear();
  layers_ = layers;
  built_ = true;
  for (Curve& curve : curves(layers)) {
    Drawn drawn;
    if (curve.live) {
      drawn.live = addGraph();
      drawn.live->setName(tr("%1, running").arg(curve.name));
      drawn.live->removeFromLegend();
    }
    drawn.epochs = addGraph();
    drawn.epochs->setName(curve.name);
    drawn.curve = std::move(curve);
    drawn_.push_back(std::move(drawn));
  }
  fillEarlier();
  stylePens();
  arrangeLegend();
}

void EpochPlot::fillEarlier() {
  for (QCPGraph* graph : behind_) removeGraph(graph);
  for (QCPItemText* text : marks_) removeItem(text);
  behind_.clear(), marked_.clear(), marks_.clear();
  if (std::any_of(earlier_.begin(), earlier_.end(),
                  [](const EarlierRun& run) { return run.mark.isEmpty(); })) {
    // One line without points stands for all of them in the legend.
    behind_.push_back(addGraph());
    behind_.back()->setName(tr("earlier"));
  }
  for (const EarlierRun& run : earlier_) {
    for (const Drawn& drawn : drawn_) {
      QCPGraph* graph = addGraph();
      graph->setLayer(QStringLiteral("behind"));
      graph->setName(tr("%1, %2").arg(run.name, drawn.curve.name));
      graph->removeFromLegend();
      QVector<double> keys;
      QVector<double> values;
      for (const EpochMetrics& epoch : run.epochs) {
        keys << epoch.epoch;
        values << drawn.curve.value(epoch);
      }
      graph->setData(keys, values, true);
      behind_.push_back(graph);
      if (!run.mark.isEmpty()) mark(graph, run.mark);
    }
  }
  stylePens();
  arrangeLegend();
}

void EpochPlot::mark(QCPGraph* graph, const QString& text) {
  marked_.push_back(graph);
  if (graph->dataCount() == 0) return;
  auto* item = new QCPItemText(this);
  item->setText(text);
  item->setPositionAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  item->setPadding(QMargins(3, 0, 0, 0));
  const auto last = graph->data()->at(graph->dataCount() - 1);
  item->position->setCoords(last->key, last->value);
  marks_.push_back(item);
}

void EpochPlot::fill() {
  double low = INFINITY;
  double high = -INFINITY;
  const auto see = [&](double value) {
    if (!std::isfinite(value)) return;
    low = std::min(low, value);
    high = std::max(high, value);
  };
  for (const Drawn& drawn : drawn_) {
    QVector<double> keys;
    QVector<double> values;
    for (const EpochMetrics& epoch : history_) {
      keys << epoch.epoch;
      values << drawn.curve.value(epoch);
      see(values.back());
    }
    drawn.epochs->setData(keys, values, true);
    if (drawn.live == nullptr) continue;
    keys.clear();
    values.clear();
    for (const LivePoint& point : live_) {
      keys << point.epoch;
      values << drawn.curve.live(point);
      // The first mini-batches are far off: once epochs are done these alone set the scale.
      if (history_.empty() || point.epoch >= 1) see(values.back());
    }
    drawn.live->setData(keys, values, true);
  }
  for (const QCPGraph* graph : behind_) {
    bool found = false;
    const QCPRange range = graph->getValueRange(found);
    if (found) see(range.lower), see(range.upper);
  }
  const bool any = low <= high;
  setEmpty(!any);
  if (any) fitValues(low, high);
  fitEpochs();
  refresh();
}

void EpochPlot::fitEpochs() {
  double last = std::max(1, epochs_);
  if (!history_.empty()) last = std::max<double>(last, history_.back().epoch);
  if (!live_.empty()) last = std::max(last, std::ceil(live_.back().epoch));
  for (const EarlierRun& run : earlier_) {
    if (!run.epochs.empty() && (epochs_ == 0 || !run.mark.isEmpty())) {
      last = std::max<double>(last, run.epochs.back().epoch);
    }
  }
  xAxis->setRange(0, last * 1.02);
}

void EpochPlot::stylePens() {
  const Theme& theme = Theme::of(this);
  for (const Drawn& drawn : drawn_) {
    const QColor colour = drawn.curve.colour();
    drawn.epochs->setPen(QPen(colour, Theme::stroke(2.2)));
    drawn.epochs->setScatterStyle(
        QCPScatterStyle(QCPScatterStyle::ssDisc, colour, colour, Theme::stroke(5)));
    QColor thin = colour;
    thin.setAlphaF(0.55F);
    if (drawn.live) drawn.live->setPen(QPen(thin, Theme::stroke(1)));
  }
  QColor grey = theme.muted;
  grey.setAlphaF(0.5F);
  for (QCPGraph* graph : behind_) graph->setPen(QPen(grey, Theme::stroke(1)));
  for (QCPGraph* graph : marked_) graph->setPen(QPen(theme.muted, Theme::stroke(1.6)));
  for (QCPItemText* text : marks_) {
    text->setColor(theme.text);
    text->setFont(Theme::bold(Theme::small(font())));
  }
}

void EpochPlot::restyle() {
  if (!built_) {
    rebuild(layers_);
    fill();
  }
  stylePens();
  Plot::restyle();
}

}  // namespace nudge
