#pragma once

#include "widgets/EpochPlot.h"

namespace nudge {

/// The scaling factor α of each layer's binary weights over the epochs.
class ScalingPlot : public EpochPlot {
  Q_OBJECT
 public:
  explicit ScalingPlot(QWidget* parent = nullptr);

 protected:
  std::vector<Curve> curves(std::size_t layers) const override;
  void fitValues(double low, double high) override;
};

}  // namespace nudge
