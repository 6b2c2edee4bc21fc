#pragma once

#include <vector>

#include "widgets/Plot.h"

namespace nudge {

/// How many qubits each layer takes, in its hue; behind, how many neurons it has.
class LayerQubitsPlot : public Plot {
  Q_OBJECT
 public:
  explicit LayerQubitsPlot(QWidget* parent = nullptr);

  /// For each layer; of the same length, or empty: nothing to see.
  void setQubits(const std::vector<int>& qubits, const std::vector<int>& neurons);

  QString csv() const override;

 protected:
  void restyle() override;
  void settleLayout() override;
  QString tipAt(const QPointF& position) const override;

 private:
  std::vector<int> qubits_, neurons_;
  std::vector<QCPBars*> bars_;  ///< qubits of each layer
  std::vector<QCPBars*> inner_;
};

}  // namespace nudge
