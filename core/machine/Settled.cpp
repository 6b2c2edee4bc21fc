#include "core/machine/Settled.h"

namespace nudge {

Matrix targetsFor(const std::vector<int>& labels, const NetworkSpec& network) {
  Matrix targets = Matrix::Constant(network.outputs(), static_cast<Eigen::Index>(labels.size()),
                                    network.lowest());
  for (std::size_t i = 0; i < labels.size(); ++i) {
    targets.col(static_cast<Eigen::Index>(i))
        .segment(labels[i] * network.perClass, network.perClass)
        .setOnes();
  }
  return targets;
}

Matrix meanOutputs(const Settled& settled) {
  const Matrix& outputs = settled.outputs();
  Matrix means = Matrix::Zero(outputs.rows(), outputs.cols() / settled.reads);
  for (Eigen::Index i = 0; i < outputs.cols(); ++i)
    means.col(i / settled.reads) += outputs.col(i) / static_cast<float>(settled.reads);
  return means;
}

}  // namespace nudge
