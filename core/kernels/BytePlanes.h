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

  /// Begins at a cache line.
  const std::uint8_t* plane(int k) const { return lines_[offset(k)].bytes; }
  std::uint8_t* plane(int k) { return lines_[offset(k)].bytes; }
  /// Bytes from one plane to the next.
  std::size_t stride() const { return linesOfPlane_ * sizeof(Line); }

  /// Zeros at places first … end − 1.
  void clear(std::size_t first, std::size_t end);
  /// To within 2⁻²⁴ of what was written.
  float value(std::size_t i) const;

 private:
  struct alignas(64) Line {
    std::uint8_t bytes[64];
  };

  std::size_t offset(int k) const { return static_cast<std::size_t>(k) * linesOfPlane_; }

  std::size_t linesOfPlane_ = 0;
  std::vector<Line> lines_;
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
