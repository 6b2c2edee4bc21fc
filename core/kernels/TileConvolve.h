#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/kernels/BytePlanes.h"
#include "core/kernels/Tiles.h"

namespace nudge::kernels {

/// A convolution with stride 1 of values in [0, 1] by signs, before any pooling. Maps lie channel
/// by channel within a pixel, pixel by pixel within a row; those below carry their padding.
struct TileShape {
  /// Taps whose sums 32 bits hold.
  static constexpr std::size_t kMostTaps = 32767;

  std::size_t below = 1;                    ///< channels below
  std::size_t above = 1;                    ///< channels above
  std::size_t kernel = 1;                   ///< height and width of a filter
  std::size_t rawHeight = 1, rawWidth = 1;  ///< positions

  std::size_t taps() const { return kernel * kernel * below; }
  std::size_t paddedWidth() const { return rawWidth + kernel - 1; }
  /// Values of the maps below with their padding.
  std::size_t paddedSize() const { return (rawHeight + kernel - 1) * paddedWidth() * below; }
  /// Channels above, rounded up to what a tile holds.
  std::size_t stride() const { return (above + 15) / 16 * 16; }
};

/// Signs in the order in which tiles take them. `signs` are −1, 0 or 1, [above × taps], taps as
/// [kernel row, kernel column, channel below].
std::vector<std::int8_t> packTiles(const TileShape& shape, const std::int8_t* signs);

/// sums = W ⋆ maps, [rawHeight × rawWidth × stride()]: exact, but for its last rounding. Fast where
/// the processor multiplies tiles.
void convolveTiles(const TileShape& shape, const BytePlanes& maps, const std::int8_t* tiles,
                   float* sums);

/// The same in plain loops, from signs as they were packed: what the tuned kernel is tested
/// against.
void convolveTilesPlain(const TileShape& shape, const BytePlanes& maps, const std::int8_t* tiles,
                        float* sums);

}  // namespace nudge::kernels
