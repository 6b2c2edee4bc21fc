#include "widgets/LayerQubitsPlot.h"

#include <algorithm>
#include <cmath>

#include "widgets/ChipSprites.h"
#include "widgets/IntegerTicker.h"
#include "widgets/Theme.h"

namespace nudge {

namespace {
constexpr double kBarWidth = 0.36;
constexpr double kAside = 0.2;
}  // namespace

LayerQubitsPlot::LayerQubitsPlot(QWidget* parent) : Plot(parent) {
  setObjectName(QStringLiteral("layer-qubits"));
  setTitle(tr("neurons and qubits"));
  setAccessibleName(tr("Neurons and qubits of each layer"));
  setAxes(tr("layer n"), tr("count"));
  setHint(tr("Embed the network to see how many qubits each layer takes."));
  setExplanation(
      tr("<b>Neurons and qubits</b><br>Pale: the neurons of each layer; full: the qubits "
         "of all their chains. Their ratio is the mean chain length of the layer."));
  xAxis->setTicker(QSharedPointer<IntegerTicker>::create());
  yAxis->setTicker(QSharedPointer<IntegerTicker>::create());
  setEmpty(true);
}

void LayerQubitsPlot::setQubits(const std::vector<int>& qubits, const std::vector<int>& neurons) {
  qubits_ = qubits;
  neurons_ = neurons;
  for (auto* all : {&bars_, &inner_}) {
    for (QCPBars* bars : *all) removePlottable(bars);
    all->clear();
  }
  double most = 1;
  const auto add = [&](std::vector<QCPBars*>& all, double at, int value) {
    auto* bars = new QCPBars(xAxis, yAxis);
    bars->removeFromLegend();
    bars->setWidth(kBarWidth);
    bars->addData(at, value);
    all.push_back(bars);
    most = std::max<double>(most, value);
  };
  for (std::size_t l = 0; l < qubits.size(); ++l) {
    add(inner_, static_cast<double>(l) + 1 - kAside, neurons[l]);
    add(bars_, static_cast<double>(l) + 1 + kAside, qubits[l]);
  }
  xAxis->setRange(0.4, std::max<double>(1, static_cast<double>(qubits.size())) + 0.6);
  yAxis->setRange(0, most * 1.06);
  setEmpty(qubits.empty());
  restyle();
}

void LayerQubitsPlot::restyle() {
  const Theme& theme = Theme::of(this);
  for (std::size_t l = 0; l < bars_.size(); ++l) {
    const QColor colour = theme.layerColour(static_cast<int>(l) + 1);
    bars_[l]->setPen(QPen(colour, 1));
    bars_[l]->setBrush(colour);
    inner_[l]->setPen(QPen(colour, 1));
    inner_[l]->setBrush(veiled(colour, theme.surface, 0.3));
  }
  Plot::restyle();
  settleLayout();
}

void LayerQubitsPlot::settleLayout() {
  keepTailsWhole();
  refresh();
}

QString LayerQubitsPlot::tipAt(const QPointF& position) const {
  if (!axisRect()->rect().contains(position.toPoint())) return {};
  const long layer = std::lround(xAxis->pixelToCoord(position.x()));
  if (layer < 1 || layer > static_cast<long>(qubits_.size())) return {};
  const auto l = static_cast<std::size_t>(layer - 1);
  return tr("<b>layer %1</b><br>%L2 neurons on %L3 qubits, %4 each")
      .arg(layer)
      .arg(neurons_[l])
      .arg(qubits_[l])
      .arg(static_cast<double>(qubits_[l]) / std::max(1, neurons_[l]), 0, 'f', 2);
}

QString LayerQubitsPlot::csv() const {
  QString text = QStringLiteral("layer,neurons,qubits\n");
  for (std::size_t l = 0; l < qubits_.size(); ++l)
    text += QStringLiteral("%1,%2,%3\n").arg(l + 1).arg(neurons_[l]).arg(qubits_[l]);
  return text;
}

}  // namespace nudge
