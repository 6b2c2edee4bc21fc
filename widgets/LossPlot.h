#pragma once

#include "widgets/EpochPlot.h"

namespace nudge {

/// Train and test loss over the epochs, with the running train loss between them.
class LossPlot : public EpochPlot {
  Q_OBJECT
 public:
  explicit LossPlot(QWidget* parent = nullptr);

 protected:
  std::vector<Curve> curves(std::size_t layers) const override;
  void fitValues(double low, double high) override;
};

}  // namespace nudge
