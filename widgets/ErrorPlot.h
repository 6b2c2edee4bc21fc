#pragma once

#include "widgets/EpochPlot.h"

namespace nudge {

/// Train and test error in per cent over the epochs, with the running train error between them.
class ErrorPlot : public EpochPlot {
  Q_OBJECT
 public:
  explicit ErrorPlot(QWidget* parent = nullptr);

 protected:
  std::vector<Curve> curves(std::size_t layers) const override;
  void fitValues(double low, double high) override;
};

}  // namespace nudge
