#pragma once

#include <memory>

#include "widgets/PhasePlot.h"

namespace nudge {

/// What the settling minimises: the energy E(t) in the free phase, the total F = E + βℓ in the
/// nudge phase, with E dashed beneath.
class EnergyPlot : public PhasePlot {
  Q_OBJECT
 public:
  explicit EnergyPlot(QWidget* parent = nullptr);

  /// @param sample which entry of the frames' energies
  void setTrajectory(const std::shared_ptr<const Trajectory>& trajectory, int sample = 0);

 protected:
  void restyle() override;

 private:
  QCPGraph* energy_;
  QCPGraph* total_;
  QCPGraph* energyNudged_;
};

}  // namespace nudge
