#pragma once

#include "core/machine/Settled.h"
#include "core/network/PaddedMaps.h"
#include "core/network/Parameters.h"

namespace nudge {

/// A convolution in floating point with its weights as the kernels want them.
struct PackedConvolution {
  PaddedMaps maps;
  std::vector<float> up, biases;
  std::vector<float> down;   ///< of real weights
  SignMatrix signs;          ///< of binary weights, [channels above × taps]
  std::vector<float> scale;  ///< of binary weights, a factor per channel above

  void pack(const LayerParameters& layer);
  /// Adds what the values above send down to the padded maps below.
  void spread(const float* values, const std::int32_t* choice, float* padded) const;
};

/// Fills `drive` with the pooled W^1 ⋆ x + b^1 of every sample, and the choices of the first layer
/// where it is max-pooled.
void convolutionDrive(const NetworkSpec& network, const Parameters& parameters,
                      const Matrix& inputs, Settled& into);

}  // namespace nudge
