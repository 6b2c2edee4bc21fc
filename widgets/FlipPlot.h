#pragma once

#include "widgets/EpochPlot.h"

namespace nudge {

/// The flip metric π of each layer over the epochs, in front of the zone in which healthy
/// training starts, and the line of −5 below which it sinks [4.1].
class FlipPlot : public EpochPlot {
  Q_OBJECT
 public:
  explicit FlipPlot(QWidget* parent = nullptr);

 protected:
  std::vector<Curve> curves(std::size_t layers) const override;
  void fitValues(double low, double high) override;
  void restyle() override;

 private:
  QCPItemRect* zone_;
  QCPItemStraightLine* line_;
  QCPItemText* zoneLabel_;
  QCPItemText* lineLabel_;
};

}  // namespace nudge
