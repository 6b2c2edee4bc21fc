#include "widgets/ChainLengthPlot.h"

#include <algorithm>
#include <cmath>

#include "widgets/IntegerTicker.h"
#include "widgets/Theme.h"

namespace nudge {

namespace {
constexpr double kWidth = 0.8;
}  // namespace

ChainLengthPlot::ChainLengthPlot(QWidget* parent) : Plot(parent) {
  setObjectName(QStringLiteral("chain-lengths"));
  setTitle(tr("chain lengths"));
  setAccessibleName(tr("Chain lengths"));
  setAxes(tr("qubits of a chain ℓ"), tr("chains"));
  setHint(tr("Embed the network to see how long its chains are."));
  setExplanation(
      tr("<b>Chain lengths</b><br>ℓ qubits stand for one neuron. A qubit has few couplers, so that "
         "a neuron with many neighbours needs a chain of them. Long chains break more easily, and "
         "then their neuron has no spin."));
  xAxis->setTicker(QSharedPointer<IntegerTicker>::create());
  yAxis->setTicker(QSharedPointer<IntegerTicker>::create());
  setEmpty(true);
}

void ChainLengthPlot::setLengths(const std::vector<std::vector<int>>& lengths) {
  lengths_ = lengths;
  for (QCPBars* bars : bars_) removePlottable(bars);
  bars_.clear();
  std::vector<int> totals;
  for (std::size_t l = 0; l < lengths.size(); ++l) {
    auto* bars = new QCPBars(xAxis, yAxis);
    bars->setName(tr("layer %1").arg(l + 1));
    bars->setWidth(kWidth);
    bars->setStackingGap(0);
    if (l > 0) bars->moveAbove(bars_.back());
    totals.resize(std::max(totals.size(), lengths[l].size()), 0);
    for (std::size_t i = 0; i < lengths[l].size(); ++i) {
      bars->addData(static_cast<double>(i) + 1, lengths[l][i]);
      totals[i] += lengths[l][i];
    }
    bars_.push_back(bars);
  }
  const int most = totals.empty() ? 1 : *std::max_element(totals.begin(), totals.end());
  xAxis->setRange(0.4, std::max<double>(2, static_cast<double>(totals.size())) + 0.6);
  yAxis->setRange(0, std::max(1, most) * 1.06);
  setEmpty(lengths.empty());
  restyle();
}

void ChainLengthPlot::restyle() {
  const Theme& theme = Theme::of(this);
  for (std::size_t l = 0; l < bars_.size(); ++l) {
    const QColor colour = theme.layerColour(static_cast<int>(l) + 1);
    bars_[l]->setPen(Qt::NoPen);
    bars_[l]->setBrush(colour);
  }
  Plot::restyle();
  settleLayout();
}

void ChainLengthPlot::settleLayout() {
  keepTailsWhole();
  refresh();
}

QString ChainLengthPlot::tipAt(const QPointF& position) const {
  if (lengths_.empty() || !axisRect()->rect().contains(position.toPoint())) return {};
  const auto length =
      static_cast<std::size_t>(std::max(0L, std::lround(xAxis->pixelToCoord(position.x()))));
  QString text;
  for (std::size_t l = 0; l < lengths_.size(); ++l) {
    if (length < 1 || length > lengths_[l].size() || lengths_[l][length - 1] == 0) continue;
    text += tr("<br>layer %1: %L2 chains").arg(l + 1).arg(lengths_[l][length - 1]);
  }
  return text.isEmpty() ? text : tr("<b>%1 qubits</b>").arg(length) + text;
}

QString ChainLengthPlot::csv() const {
  QString text = QStringLiteral("layer,qubits,chains\n");
  for (std::size_t l = 0; l < lengths_.size(); ++l) {
    for (std::size_t i = 0; i < lengths_[l].size(); ++i)
      text += QStringLiteral("%1,%2,%3\n").arg(l + 1).arg(i + 1).arg(lengths_[l][i]);
  }
  return text;
}

}  // namespace nudge
