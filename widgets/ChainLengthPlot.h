#pragma once

#include <vector>

#include "widgets/Plot.h"

namespace nudge {

/// How many chains have how many qubits, the layers upon each other in their hues.
class ChainLengthPlot : public Plot {
  Q_OBJECT
 public:
  explicit ChainLengthPlot(QWidget* parent = nullptr);

  /// How many chains of each layer have 1, 2, … qubits; empty: nothing to see.
  void setLengths(const std::vector<std::vector<int>>& lengths);

  QString csv() const override;

 protected:
  void restyle() override;
  void settleLayout() override;
  QString tipAt(const QPointF& position) const override;

 private:
  std::vector<std::vector<int>> lengths_;
  std::vector<QCPBars*> bars_;
};

}  // namespace nudge
