#include "core/machine/Engine.h"

namespace nudge {

std::unique_ptr<Engine> makeEngine(const NetworkSpec& network, const Dynamics& dynamics) {
  if (network.convolutional()) return makeConvolutionEngine(network, dynamics);
  return canFlip(network) ? makeFlipEngine(network, dynamics) : makeDenseEngine(network, dynamics);
}

}  // namespace nudge
