#include "core/machine/Settled.h"

namespace nudge {

Matrix targetsFor(const std::vector<int>& labels, int outputs, int perClass) {
  Matrix targets = Matrix::Zero(outputs, static_cast<Eigen::Index>(labels.size()));
  for (std::size_t i = 0; i < labels.size(); ++i) {
    targets.col(static_cast<Eigen::Index>(i)).segment(labels[i] * perClass, perClass).setOnes();
  }
  return targets;
}

}  // namespace nudge
