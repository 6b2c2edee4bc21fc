#include "widgets/TrajectoryPlot.h"

#include <algorithm>
#include <array>

#include "widgets/Theme.h"

namespace nudge {

namespace {
constexpr std::size_t kMostNeurons = 8;
}

TrajectoryPlot::TrajectoryPlot(QWidget* parent) : PhasePlot(parent) {
  setObjectName(QStringLiteral("trajectory-plot"));
  setTitle(tr("s(t) of the picked neurons"));
  setAxes(tr("time step t"), tr("state s"));
  setHint(tr("click a neuron's cell to see its state here"));
  setExplanation(
      tr("<b>State s(t)</b><br>How the picked neurons settle: T steps of the free phase, then K "
         "steps with the outputs pulled towards the target by β(ŷ − s<sup>L</sup>).<br>Binary "
         "activations: ρ(s) = 1 where s ≥ ½. Drag to move through time."));
  threshold_ = new QCPItemStraightLine(this);
  thresholdLabel_ = new QCPItemText(this);
  thresholdLabel_->setLayer(QStringLiteral("overlay"));
  thresholdLabel_->position->setTypeX(QCPItemPosition::ptAxisRectRatio);
  thresholdLabel_->position->setTypeY(QCPItemPosition::ptPlotCoords);
  thresholdLabel_->setPositionAlignment(Qt::AlignLeft | Qt::AlignBottom);
  thresholdLabel_->setPadding(QMargins(4, 0, 0, 1));
  setThreshold(std::nullopt);
  rebuild();
}

void TrajectoryPlot::setTrajectory(std::shared_ptr<const Trajectory> trajectory, int sample) {
  trajectory_ = std::move(trajectory);
  sample_ = sample;
  if (trajectory_ && !trajectory_->frames.empty()) {
    const auto free = std::count_if(trajectory_->frames.begin(), trajectory_->frames.end(),
                                    [](const Frame& f) { return f.phase == Phase::Free; });
    const auto all = static_cast<int>(trajectory_->frames.size());
    setSpan(static_cast<int>(free) - 1, all - static_cast<int>(free),
            static_cast<double>(trajectory_->nudge.beta));
  }
  rebuild();
}

void TrajectoryPlot::setNeurons(const std::vector<NeuronId>& neurons) {
  neurons_ = neurons;
  if (neurons_.size() > kMostNeurons) neurons_.resize(kMostNeurons);
  rebuild();
}

void TrajectoryPlot::setThreshold(std::optional<double> threshold) {
  threshold_->setVisible(threshold.has_value());
  thresholdLabel_->setVisible(threshold.has_value());
  if (threshold) {
    threshold_->point1->setCoords(0, *threshold);
    threshold_->point2->setCoords(1, *threshold);
    thresholdLabel_->position->setCoords(0, *threshold);
    thresholdLabel_->setText(*threshold == 0.5 ? tr("threshold ½")
                                               : tr("threshold %1").arg(*threshold));
  }
  refresh();
}

QPen TrajectoryPlot::penOf(std::size_t curve) const {
  // Neurons of one layer share its hue and differ by the line's pattern.
  static const std::array<Qt::PenStyle, 4> styles{Qt::SolidLine, Qt::DashLine, Qt::DotLine,
                                                  Qt::DashDotLine};
  const NeuronId& id = neurons_[curve];
  const auto before = std::count_if(neurons_.begin(), neurons_.begin() + static_cast<long>(curve),
                                    [&](const NeuronId& n) { return n.layer == id.layer; });
  return QPen(Theme::of(this).layerColour(id.layer), Theme::stroke(2),
              styles[static_cast<std::size_t>(before) % styles.size()]);
}

void TrajectoryPlot::rebuild() {
  setMarked({});
  clearGraphs();
  curves_.clear();
  double low = 0;
  double high = 1;
  const auto frames = trajectory_ ? trajectory_->frames.size() : 0;
  const std::size_t depth = frames > 0 ? trajectory_->frames.front().states.size() : 0;
  std::vector<NeuronId> known;
  for (const NeuronId& id : neurons_) {
    if (id.layer < 1 || static_cast<std::size_t>(id.layer) > depth) continue;
    const Matrix& first =
        trajectory_->frames.front().states[static_cast<std::size_t>(id.layer) - 1];
    if (id.neuron >= 0 && id.neuron < first.rows() && sample_ < first.cols()) known.push_back(id);
  }
  if (depth > 0) neurons_ = known;
  for (std::size_t c = 0; c < known.size(); ++c) {
    const NeuronId& id = known[c];
    QVector<double> keys(static_cast<qsizetype>(frames));
    QVector<double> values(static_cast<qsizetype>(frames));
    for (std::size_t i = 0; i < frames; ++i) {
      const Matrix& states = trajectory_->frames[i].states[static_cast<std::size_t>(id.layer) - 1];
      keys[static_cast<qsizetype>(i)] = static_cast<double>(i);
      const auto s = static_cast<double>(states(id.neuron, sample_));
      values[static_cast<qsizetype>(i)] = s;
      low = std::min(low, s);
      high = std::max(high, s);
    }
    QCPGraph* curve = addGraph();
    curve->setName(static_cast<std::size_t>(id.layer) == depth
                       ? tr("output %1").arg(id.neuron)
                       : tr("layer %1 · %2").arg(id.layer).arg(id.neuron));
    curve->setPen(penOf(c));
    curve->setData(keys, values, true);
    curves_.push_back(curve);
  }
  // Headroom for the names of the phases.
  yAxis->setRange(low - 0.05 * (high - low), high + 0.2 * (high - low));
  setEmpty(known.empty());
  setMarked(curves_);
  arrangeLegend();
  refresh();
}

void TrajectoryPlot::restyle() {
  const Theme& theme = Theme::of(this);
  threshold_->setPen(QPen(theme.text, Theme::stroke(1.2), Qt::DashLine));
  QColor behind = theme.surface;
  behind.setAlphaF(0.75F);
  thresholdLabel_->setBrush(behind);
  thresholdLabel_->setColor(theme.text);
  thresholdLabel_->setFont(Theme::small(font()));
  for (std::size_t c = 0; c < curves_.size(); ++c) curves_[c]->setPen(penOf(c));
  setMarked(curves_);
  PhasePlot::restyle();
}

}  // namespace nudge
