#pragma once

#include "core/kernels/TileConvolve.h"
#include "core/network/PaddedMaps.h"
#include "core/network/Parameters.h"

namespace nudge {

/// A convolution with binary weights between activations in [0, 1], both ways, as products of
/// tiles of bytes: for processors that have them.
class TileConvolution {
 public:
  /// What one sample needs.
  struct Buffers {
    kernels::BytePlanes below;  ///< padded
    kernels::BytePlanes above;  ///< un-pooled and padded
    std::vector<float> sums;
  };

  /// Whether this processor has such products and the convolution is not too large for them.
  static bool serves(const Convolution& convolution);

  TileConvolution(const PaddedMaps& maps, const LayerParameters& layer);

  Buffers buffers() const;
  /// pooled = pool(W ⋆ below + b), maps in pixel order; `choice` as for `convolvePooled`.
  void gather(const float* below, Buffers& buffers, float* pooled, std::int32_t* choice) const;
  /// Adds what the values above send down to the inputs below, in pixel order.
  void send(const float* above, const std::int32_t* choice, Buffers& buffers, float* inputs) const;

 private:
  kernels::RawMaps rawMaps(const std::vector<float>& scale) const;

  PaddedMaps maps_;
  kernels::TileShape up_, down_;
  std::vector<std::int8_t> upTiles_, downTiles_;
  std::vector<float> alpha_, biases_;
  std::vector<float> shares_;  ///< |α| of every channel by the largest
  float largest_ = 0;          ///< |α|
};

}  // namespace nudge
