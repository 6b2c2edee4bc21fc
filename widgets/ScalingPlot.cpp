#include "widgets/ScalingPlot.h"

#include <algorithm>
#include <cmath>

#include "widgets/Theme.h"

namespace nudge {

namespace {

constexpr double kRoom = 1.05;  // above the highest, for its mark

}  // namespace

ScalingPlot::ScalingPlot(QWidget* parent) : EpochPlot(parent) {
  setObjectName(QStringLiteral("scaling-plot"));
  setTitle(tr("scaling factor α per layer"));
  setAxes(tr("epoch"), tr("scaling factor α"));
  yAxis->setRange(0, 0.1);
  setExplanation(tr(
      "<b>Scaling factor α</b><br>A binary weight is W = α·w with w = ±1; every layer has one α, "
      "which can be learnt."));
}

std::vector<EpochPlot::Curve> ScalingPlot::curves(std::size_t layers) const {
  std::vector<Curve> all;
  for (std::size_t n = 0; n < layers; ++n) {
    all.push_back(
        {tr("layer %1").arg(n + 1),
         [n](const EpochMetrics& e) {
           return n < e.layers.size() ? e.layers[n].scaling : std::nan("");
         },
         [n](const LivePoint& p) { return n < p.scaling.size() ? p.scaling[n] : std::nan(""); },
         [this, n] { return Theme::of(this).layerColour(static_cast<int>(n) + 1); }});
  }
  return all;
}

void ScalingPlot::fitValues(double low, double high) {
  yAxis->setRange(std::min(0.0, low), niceCeiling(kRoom * high));
}

}  // namespace nudge
