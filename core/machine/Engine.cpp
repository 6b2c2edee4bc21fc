#include "core/machine/Engine.h"

namespace nudge {

std::unique_ptr<Engine> makeEngine(const NetworkSpec& network, const Dynamics& dynamics) {
  return canFlip(network) ? makeFlipEngine(network, dynamics) : makeFloatEngine(network, dynamics);
}

std::unique_ptr<Engine> makeFloatEngine(const NetworkSpec& network, const Dynamics& dynamics) {
  return network.convolutional() ? makeConvolutionEngine(network, dynamics)
                                 : makeDenseEngine(network, dynamics);
}

}  // namespace nudge
