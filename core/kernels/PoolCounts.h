#pragma once

#include <cstddef>
#include <cstdint>

namespace nudge::kernels {

/// A convolution of binary maps by binary weights before pooling, as counts.
struct CountedMaps {
  const std::int16_t* counts = nullptr;  ///< [raw positions × stride]: active and joined by +1
  const std::int32_t* active = nullptr;  ///< [raw positions]: active, whatever the sign
  std::size_t stride = 0;                ///< channels, rounded up to a multiple of 64
  std::size_t channels = 0;
  std::size_t rawWidth = 0;           ///< positions of a row before pooling
  std::size_t pool = 1;               ///< height, width and stride of a pooling window
  std::size_t height = 0, width = 0;  ///< after pooling
  const float* scale = nullptr;       ///< α, [stride]
  const float* biases = nullptr;      ///< [stride]
};

/// Max pooling: α·(2·count − active) + b of the largest position of each window and, in `choice`,
/// the first place where it lies, row·rawWidth + column. Both are [height × width × channels].
void poolCounts(const CountedMaps& maps, float* pooled, std::int32_t* choice);

/// The same in plain loops: what the tuned kernel is tested against.
void poolCountsPlain(const CountedMaps& maps, float* pooled, std::int32_t* choice);

}  // namespace nudge::kernels
