#pragma once

#include <vector>

#include "core/kernels/Convolve.h"
#include "core/network/NetworkSpec.h"

namespace nudge {

/// Copies neurons numbered [channel, pixel], as layers are, to [pixel, channel], as convolutions
/// are computed.
template <class T>
void toPixels(const MapShape& shape, const T* from, T* to) {
  const int area = shape.height * shape.width;
  for (int c = 0; c < shape.channels; ++c) {
    for (int p = 0; p < area; ++p) to[p * shape.channels + c] = from[c * area + p];
  }
}

/// Copies [pixel, channel] to [channel, pixel].
template <class T>
void toChannels(const MapShape& shape, const T* from, T* to) {
  const int area = shape.height * shape.width;
  for (int c = 0; c < shape.channels; ++c) {
    for (int p = 0; p < area; ++p) to[c * area + p] = from[p * shape.channels + c];
  }
}

/// How the maps below a convolution lie in memory for the kernels: [pixel, channel] with the
/// padding as a border of zeros around them.
class PaddedMaps {
 public:
  PaddedMaps() = default;
  explicit PaddedMaps(const Convolution& convolution);

  const Convolution& convolution() const { return convolution_; }
  const kernels::ConvolveShape& kernel() const { return kernel_; }
  std::size_t size() const;

  /// Copies maps in pixel order inside the border, which is left alone.
  void pad(const float* maps, float* padded) const;
  /// Adds what lies inside the border to maps in pixel order.
  void addInside(const float* padded, float* maps) const;
  /// Maps in channel order, padded anew.
  std::vector<float> padded(const float* channels) const;

  /// Where a row inside the border begins, and how many values it has.
  std::size_t rowOffset(int y) const;
  std::size_t rowLength() const;

 private:
  Convolution convolution_;
  kernels::ConvolveShape kernel_;
};

}  // namespace nudge
