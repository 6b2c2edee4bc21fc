#include "core/learning/Optimizer.h"

#include "core/learning/Bop.h"
#include "core/learning/Sgd.h"

namespace nudge {

std::unique_ptr<Optimizer> makeOptimizer(const NetworkSpec& network,
                                         const LearningSettings& settings) {
  switch (settings.optimizer) {
    case OptimizerKind::Bop:
      return std::make_unique<Bop>(network, settings);
    case OptimizerKind::Sgd:
      return std::make_unique<Sgd>(settings);
  }
  return nullptr;
}

}  // namespace nudge
