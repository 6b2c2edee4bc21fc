#pragma once

#include <cstddef>
#include <cstdint>

#include "core/kernels/Convolve.h"

namespace nudge::kernels {

/// A convolution by ±α before pooling: sums of signs, and what makes inputs of them. Positions lie
/// row by row, the channels of each side by side.
struct RawMaps {
  std::size_t stride = 0;  ///< channels, rounded up to a multiple of 16
  std::size_t channels = 0;
  std::size_t rawWidth = 0;           ///< positions of a row before pooling
  std::size_t pool = 1;               ///< height, width and stride of a pooling window
  std::size_t height = 0, width = 0;  ///< after pooling
  const float* scale = nullptr;       ///< α, [stride]
  const float* biases = nullptr;      ///< [stride]
};

/// Of a convolution by ±scale, whose sums have `stride` channels.
inline RawMaps rawMapsOf(const ConvolveShape& shape, std::size_t stride, const float* scale,
                         const float* biases) {
  return {stride,       shape.above, shape.rawWidth, shape.pool,
          shape.height, shape.width, scale,          biases};
}

/// Max pooling: α·sum + b of the largest position of each window and, in `choice`, the first place
/// where it lies, row·rawWidth + column. Both are [height × width × channels]. With `choice` null
/// the mean of the window. `sums` are [raw positions × stride].
void poolSums(const RawMaps& maps, const float* sums, float* pooled, std::int32_t* choice);

/// Max pooling of binary maps, where a sum is 2·count − active: `counts` of the active and joined
/// by +1 are [raw positions × stride], `active` of either sign [raw positions].
void poolCounts(const RawMaps& maps, const std::int16_t* counts, const std::int32_t* active,
                float* pooled, std::int32_t* choice);

/// The same in plain loops: what the tuned kernels are tested against.
void poolSumsPlain(const RawMaps& maps, const float* sums, float* pooled, std::int32_t* choice);
void poolCountsPlain(const RawMaps& maps, const std::int16_t* counts, const std::int32_t* active,
                     float* pooled, std::int32_t* choice);

}  // namespace nudge::kernels
