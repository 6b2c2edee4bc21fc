#pragma once

#include "core/base/Lease.h"
#include "core/base/Matrix.h"
#include "core/machine/TileMatrix.h"
#include "core/network/Parameters.h"

namespace nudge {

/// W x + b of every sample, for a fully connected layer of binary weights.
class BinaryDrive {
 public:
  /// `layer` and `inputs`, [inputs × samples], give `drive`, [neurons × samples]. Keeps what it has
  /// packed of the weights for the next time.
  void compute(const LayerParameters& layer, const Matrix& inputs, Matrix& drive);

 private:
  void byTiles(const LayerParameters& layer, const Matrix& inputs, Matrix& drive);

  TileMatrix tiles_;
  LeasePool<SignProduct::Buffers> buffers_;
};

/// The same as α(2P − Σx) + b with P the sum of the inputs joined by +1: for every processor and
/// all inputs, of which only those that are not zero cost anything.
void binaryDrive(const LayerParameters& layer, const Matrix& inputs, Matrix& drive);

}  // namespace nudge
