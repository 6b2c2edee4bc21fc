#pragma once

#include "core/learning/Gradient.h"
#include "core/network/NetworkSpec.h"

namespace nudge {

/// Σ over samples of [unpool(s^n) ⋆ s^{n−1}]_plus − […]_minus of convolutional layer n, as a matrix
/// of weights [B.9]; `inputs` are those of the network. Tuned; Link::pairs is the plain form.
Weights convolutionContrast(const NetworkSpec& network, int n, const Settled& plus,
                            const Settled& minus, const Matrix& inputs);

}  // namespace nudge
