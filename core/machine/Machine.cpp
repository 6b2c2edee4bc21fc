#include "core/machine/Machine.h"

#include "core/machine/AnnealingMachine.h"
#include "core/machine/ChipMachine.h"
#include "core/machine/LayeredMachine.h"

namespace nudge {

std::unique_ptr<Machine> makeMachine(const NetworkSpec& network, const MachineSettings& settings) {
  if (settings.onChip()) return std::make_unique<ChipMachine>(network, settings);
  if (settings.anneals()) return std::make_unique<AnnealingMachine>(network, settings);
  return std::make_unique<LayeredMachine>(network, settings);
}

Eigen::VectorXd losses(const Matrix& outputs, const Matrix& targets) {
  return 0.5 * (targets - outputs).cast<double>().colwise().squaredNorm().transpose();
}

Eigen::VectorXd nudgeEnergies(const Nudge& nudge, const Matrix& outputs, const Matrix& targets,
                              const Matrix& free) {
  const auto beta = static_cast<double>(nudge.beta);
  switch (nudge.kind) {
    case NudgeKind::Elastic:
      return beta * losses(outputs, targets);
    case NudgeKind::Constant:
      return -beta *
             (targets - free).cwiseProduct(outputs).cast<double>().colwise().sum().transpose();
    case NudgeKind::Clamped:
      break;
  }
  return Eigen::VectorXd::Zero(outputs.cols());
}

}  // namespace nudge
