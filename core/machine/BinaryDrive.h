#pragma once

#include "core/base/Matrix.h"
#include "core/network/Parameters.h"

namespace nudge {

/// W x + b of every sample, for a fully connected layer of binary weights: α(2P − Σx) + b with P
/// the sum of the inputs joined by +1. Only inputs that are not zero cost anything.
void binaryDrive(const LayerParameters& layer, const Matrix& inputs, Matrix& drive);

}  // namespace nudge
