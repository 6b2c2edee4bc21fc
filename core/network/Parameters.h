#pragma once

#include <cstdint>
#include <vector>

#include "core/base/Matrix.h"
#include "core/base/Safetensors.h"
#include "core/network/NetworkSpec.h"
#include "core/network/SignMatrix.h"

namespace nudge {

/// What connects layer n − 1 to layer n: W^n = α^n·w^n and b^n. The matrix has a row per neuron of
/// a fully connected layer or per channel of a convolution, and a column per neuron below or per
/// value of a filter (in channels × kernel × kernel).
struct LayerParameters {
  Weights weights;   ///< W^n where weights are real; empty where they are binary
  SignMatrix signs;  ///< w^n where weights are binary; empty where they are real
  Vector biases;     ///< b^n, one per row
  Vector scaling;    ///< α^n: one value, or one per channel of a convolution; 1 for real weights

  bool binary() const { return signs.size() > 0; }
  Eigen::Index rows() const { return binary() ? signs.rows() : weights.rows(); }
  Eigen::Index cols() const { return binary() ? signs.cols() : weights.cols(); }
  /// Entry by entry.
  bool operator==(const LayerParameters& other) const;
  /// α of a row.
  float alpha(Eigen::Index row) const { return scaling.size() == 1 ? scaling[0] : scaling[row]; }
  /// One entry of W^n = α^n·w^n.
  float weight(Eigen::Index i, Eigen::Index j) const {
    return binary() ? alpha(i) * signs(i, j) : weights(i, j);
  }
  /// W^n = α^n·w^n as floats.
  Weights product() const;
  /// One row of it, to cols() floats.
  void unpackRow(Eigen::Index i, float* into) const;
};

/// All of a network's learnt values, nearest the input first.
struct Parameters {
  std::vector<LayerParameters> layers;

  const LayerParameters& layer(int n) const { return layers[static_cast<std::size_t>(n - 1)]; }

  /// Algorithm 7: w_init uniform in ±1/√fan_in, α = mean |w_init| per matrix or output channel
  /// (rounded to four decimals if the spec says so, or the spec's own), w = sign(w_init); real
  /// weights keep w_init. Biases uniform ±1/√fan_in or zero.
  static Parameters initial(const NetworkSpec& network, std::uint64_t seed);

  /// Tensors W1, b1, alpha1, …: W as ±1 with α beside it for binary weights, without α for real
  /// ones; convolutions [out, in, kernel, kernel] with an α per output channel.
  TensorFile toTensors(const NetworkSpec& network) const;

  /// Reads W1, b1, (alpha1,) … and ignores other names. Binary weights may come as ±1 with alpha or
  /// as the product ±α. Throws Error naming the tensor on shapes that do not fit the network,
  /// values that are not finite, or weights that are not binary where they should be.
  static Parameters fromTensors(const TensorFile& file, const NetworkSpec& network);
};

/// w_init of Algorithm 7: uniform in ±1/√fan_in, [rows × fan-in].
Weights initialRealWeights(const NetworkSpec& network, int n, std::uint64_t seed);

/// The shape of W^n in files: [out, in], or [out, in, kernel, kernel] for convolutions.
std::vector<std::int64_t> weightShape(const NetworkSpec& network, int n);

}  // namespace nudge
