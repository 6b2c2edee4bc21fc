#include "widgets/FlipPlot.h"

#include <algorithm>
#include <cmath>

#include "widgets/Theme.h"

namespace nudge {

namespace {
constexpr double kHealthy = -5;
constexpr double kNoFlip = -20;
}  // namespace

FlipPlot::FlipPlot(QWidget* parent) : EpochPlot(parent) {
  setObjectName(QStringLiteral("flip-plot"));
  setTitle(tr("flip metric π per layer"));
  setAxes(tr("epoch"), tr("flip metric π"));
  yAxis->setRange(-8, 0);
  setExplanation(
      tr("<b>Flip metric π</b><br>π = ln(flips / weights + 10<sup>−9</sup>): how many of a layer's "
         "binary weights change sign in an epoch.<br>Healthy training starts between 0 and −5 and "
         "sinks below −5. Near 0 the weights are thrown about; far below −5 from the start "
         "nothing is learnt."));
  addLayer(QStringLiteral("zones"), layer(QStringLiteral("grid")), limBelow);
  zone_ = new QCPItemRect(this);
  zone_->setLayer(QStringLiteral("zones"));
  zone_->setPen(Qt::NoPen);
  for (QCPItemPosition* corner : {zone_->topLeft, zone_->bottomRight}) {
    corner->setTypeX(QCPItemPosition::ptAxisRectRatio);
    corner->setTypeY(QCPItemPosition::ptPlotCoords);
  }
  zone_->topLeft->setCoords(0, 0);
  zone_->bottomRight->setCoords(1, kHealthy);
  line_ = new QCPItemStraightLine(this);
  line_->point1->setCoords(0, kHealthy);
  line_->point2->setCoords(1, kHealthy);
  const auto label = [this](double at, Qt::Alignment alignment, const QString& text) {
    auto* item = new QCPItemText(this);
    item->position->setTypeX(QCPItemPosition::ptAxisRectRatio);
    item->position->setTypeY(QCPItemPosition::ptPlotCoords);
    item->position->setCoords(1, at);
    item->setPositionAlignment(alignment | Qt::AlignRight);
    item->setPadding(QMargins(4, 2, 6, 2));
    item->setText(text);
    return item;
  };
  zoneLabel_ = label(0, Qt::AlignTop, tr("healthy start: 0 to −5"));
  lineLabel_ = label(kHealthy, Qt::AlignTop, tr("then sinks below −5"));
}

std::vector<EpochPlot::Curve> FlipPlot::curves(std::size_t layers) const {
  std::vector<Curve> all;
  for (std::size_t n = 0; n < layers; ++n) {
    all.push_back({tr("layer %1").arg(n + 1),
                   [n](const EpochMetrics& e) {
                     return n < e.layers.size() ? e.layers[n].flipMetric : std::nan("");
                   },
                   [n](const LivePoint& p) {
                     // A stretch without any flip would pull the axis down to ln 10⁻⁹.
                     const bool some = n < p.flipMetric.size() && p.flipMetric[n] > kNoFlip;
                     return some ? p.flipMetric[n] : std::nan("");
                   },
                   [this, n] { return Theme::of(this).layerColour(static_cast<int>(n) + 1); }});
  }
  return all;
}

void FlipPlot::fitValues(double low, double high) {
  // In steps of two, so that the axis rarely moves; π cannot be below ln(1e−9) = −20.7.
  yAxis->setRange(std::min(-8.0, 2 * std::floor(low / 2)), std::max(0.0, high));
}

void FlipPlot::restyle() {
  const Theme& theme = Theme::of(this);
  QColor soft = theme.right;
  soft.setAlphaF(theme.dark() ? 0.16F : 0.10F);
  zone_->setBrush(soft);
  line_->setPen(QPen(theme.right, Theme::stroke(1.2), Qt::DashLine));
  for (QCPItemText* label : {zoneLabel_, lineLabel_}) {
    label->setFont(Theme::small(font()));
    label->setColor(theme.right);
  }
  EpochPlot::restyle();
}

}  // namespace nudge
