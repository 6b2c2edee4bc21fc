#pragma once

#include <cstdint>
#include <vector>

#include "core/base/Matrix.h"
#include "core/base/Safetensors.h"
#include "core/network/NetworkSpec.h"

namespace nudge {

/// What connects layer n − 1 to layer n: W^n = α^n·w^n and b^n.
struct LayerParameters {
  Weights weights;    ///< w^n, [layer n × layer n − 1]; binary weights are exactly ±1
  Vector biases;      ///< b^n, [layer n]
  float scaling = 1;  ///< α^n; 1 for real weights
};

/// All of a network's learnt values, nearest the input first.
struct Parameters {
  std::vector<LayerParameters> layers;

  /// Algorithm 7: w_init uniform in ±1/√fan_in, α = mean |w_init| (rounded to four decimals if the
  /// spec says so), w = sign(w_init); real weights keep w_init. Biases uniform ±1/√fan_in or zero.
  static Parameters initial(const NetworkSpec& network, std::uint64_t seed);

  /// Tensors W1, b1, alpha1, …: W as ±1 with α beside it for binary weights, without α for real
  /// ones.
  TensorFile toTensors(const NetworkSpec& network) const;

  /// Reads W1, b1, (alpha1,) … and ignores other names. Binary weights may come as ±1 with alpha or
  /// as the product ±α. Throws Error naming the tensor on shapes that do not fit the network,
  /// values that are not finite, or weights that are not binary where they should be.
  static Parameters fromTensors(const TensorFile& file, const NetworkSpec& network);
};

}  // namespace nudge
