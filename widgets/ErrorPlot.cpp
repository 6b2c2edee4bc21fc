#include "widgets/ErrorPlot.h"

#include <algorithm>

#include "widgets/Theme.h"

namespace nudge {

ErrorPlot::ErrorPlot(QWidget* parent) : EpochPlot(parent) {
  setObjectName(QStringLiteral("error-plot"));
  setTitle(tr("error on train and test images"));
  setAxes(tr("epoch"), tr("error %"));
  yAxis->setRange(0, 100);
  setExplanation(
      tr("<b>Error</b><br>The share of images whose predicted class (the largest mean of "
         "s<sup>L</sup> "
         "over a class's outputs) is not their label. Train images are those learnt from; test "
         "images were never seen. Thin: the running train error of the last mini-batches; grey: "
         "earlier runs."));
}

std::vector<EpochPlot::Curve> ErrorPlot::curves(std::size_t) const {
  return {
      {tr("train"), [](const EpochMetrics& e) { return e.trainError; },
       [](const LivePoint& p) { return p.trainError; }, [this] { return Theme::of(this).train; }},
      {tr("test"), [](const EpochMetrics& e) { return e.testError; }, nullptr,
       [this] { return Theme::of(this).test; }}};
}

void ErrorPlot::fitValues(double, double high) {
  yAxis->setRange(0, std::min(100.0, niceCeiling(high)));
}

}  // namespace nudge
