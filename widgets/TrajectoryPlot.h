#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "widgets/NeuronId.h"
#include "widgets/PhasePlot.h"

namespace nudge {

/// The states s(t) of a few neurons through both phases, with the threshold of binary activations.
class TrajectoryPlot : public PhasePlot {
  Q_OBJECT
 public:
  explicit TrajectoryPlot(QWidget* parent = nullptr);

  /// @param sample which column of the trajectory's states
  void setTrajectory(std::shared_ptr<const Trajectory> trajectory, int sample = 0);
  /// Whose curves are drawn, at most eight; neurons that the network does not have are left out.
  void setNeurons(const std::vector<NeuronId>& neurons);
  /// A line at ρ's threshold, ½ for Heaviside; nothing: no line.
  void setThreshold(std::optional<double> threshold);

 protected:
  void restyle() override;

 private:
  void rebuild();
  QPen penOf(std::size_t curve) const;

  std::shared_ptr<const Trajectory> trajectory_;
  int sample_ = 0;
  std::vector<NeuronId> neurons_;
  std::vector<QCPGraph*> curves_;
  QCPItemStraightLine* threshold_;
  QCPItemText* thresholdLabel_;
};

}  // namespace nudge
