#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/kernels/PoolMaps.h"

namespace nudge::kernels {

/// Values in [0, 1] as three bytes each, the highest first, in units of 2⁻⁷, 2⁻¹⁵ and 2⁻²³: what
/// tiles multiply. Zero at first.
class BytePlanes {
 public:
  static constexpr int kPlanes = 3;
  static constexpr float kUnit = 0x1p-23F;
  /// What may be read behind the last value.
  static constexpr std::size_t kSlack = 64;

  BytePlanes() = default;
  explicit BytePlanes(std::size_t values);

  const std::uint8_t* plane(int k) const { return bytes_.data() + offset(k); }
  std::uint8_t* plane(int k) { return bytes_.data() + offset(k); }
  std::size_t stride() const { return stride_; }

  /// To within 2⁻²⁴ of what was written.
  float value(std::size_t i) const;

 private:
  std::size_t offset(int k) const { return static_cast<std::size_t>(k) * stride_; }

  std::size_t stride_ = 0;
  std::vector<std::uint8_t> bytes_;
};

/// Writes `count` values side by side, the first at place `first`.
void splitBytes(const float* values, std::size_t count, std::size_t first, BytePlanes& planes);

/// Where the raw positions of some maps lie among padded ones.
struct PaddedPositions {
  std::size_t corner = 0;    ///< the first, in pixels
  std::size_t rowWidth = 0;  ///< pixels from one row to the next
};

/// The way back through a pooling window: writes scale·value to the place that `choice` names and
/// zero to the others, or with `choice` null a share of it to all. `maps` tells of the shape and
/// the scale, in [0, 1]; the padding is left alone.
void unpoolBytes(const RawMaps& maps, const float* values, const std::int32_t* choice,
                 const PaddedPositions& positions, BytePlanes& planes);

/// The same in plain loops: what the tuned kernels are tested against.
void splitBytesPlain(const float* values, std::size_t count, std::size_t first, BytePlanes& planes);
void unpoolBytesPlain(const RawMaps& maps, const float* values, const std::int32_t* choice,
                      const PaddedPositions& positions, BytePlanes& planes);

}  // namespace nudge::kernels
