#pragma once

#include <cmath>

#include <qcustomplot.h>

namespace nudge {

/// Ticks at whole numbers only, for steps and epochs.
class IntegerTicker : public QCPAxisTicker {
 protected:
  double getTickStep(const QCPRange& range) override {
    return std::max(1.0, std::round(QCPAxisTicker::getTickStep(range)));
  }
  int getSubTickCount(double) override { return 0; }
};

}  // namespace nudge
