#pragma once

#include <cmath>

#include <qcustomplot.h>

namespace nudge {

/// Ticks at whole numbers only, for steps and epochs.
class IntegerTicker : public QCPAxisTicker {
 protected:
  double getTickStep(const QCPRange& range) override {
    // 2.5 is no step of whole numbers; 5 is the next that is easily counted.
    const double step = std::max(1.0, QCPAxisTicker::getTickStep(range));
    return step == std::floor(step) ? step : 2 * step;
  }
  int getSubTickCount(double) override { return 0; }
};

}  // namespace nudge
