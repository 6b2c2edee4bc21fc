#include "widgets/LossPlot.h"

#include "widgets/Theme.h"

namespace nudge {

LossPlot::LossPlot(QWidget* parent) : EpochPlot(parent) {
  setObjectName(QStringLiteral("loss-plot"));
  setTitle(tr("loss on train and test images"));
  setAxes(tr("epoch"), tr("loss ℓ"));
  yAxis->setRange(0, 1);
  setExplanation(
      tr("<b>Loss</b><br>ℓ = ½|ŷ − s<sup>L</sup>|², the mean over images at the end of the free "
         "phase: "
         "what learning reduces."));
}

std::vector<EpochPlot::Curve> LossPlot::curves(std::size_t) const {
  return {
      {tr("train"), [](const EpochMetrics& e) { return e.trainLoss; },
       [](const LivePoint& p) { return p.trainLoss; }, [this] { return Theme::of(this).train; }},
      {tr("test"), [](const EpochMetrics& e) { return e.testLoss; }, nullptr,
       [this] { return Theme::of(this).test; }}};
}

void LossPlot::fitValues(double, double high) { yAxis->setRange(0, niceCeiling(high)); }

}  // namespace nudge
