// What the kernels of tiles share; for their own files alone.
#pragma once

#include <cstddef>
#include <cstdint>

#include "core/kernels/BytePlanes.h"

#if defined(__x86_64__) && defined(__linux__) && !defined(NUDGE_SCALAR)
#define NUDGE_TILES 1
#include <immintrin.h>
#endif

namespace nudge::kernels {

constexpr int kPlanes = BytePlanes::kPlanes;
constexpr std::size_t kTileBytes = 64;     // of one position's taps in a tile
constexpr std::size_t kTileChannels = 16;  // above, of a tile
constexpr std::size_t kTile = kTileBytes * kTileChannels;

#if NUDGE_TILES

#define NUDGE_TILE_TARGET __attribute__((target("amx-tile,amx-int8,avx512f,avx512bw")))

/// What the processor is told about its eight tiles.
struct alignas(64) TileSizes {
  std::uint8_t palette = 1;
  std::uint8_t startRow = 0;
  std::uint8_t reserved[14] = {};
  std::uint16_t bytesOfRow[16] = {};
  std::uint8_t rows[16] = {};

  /// Tile 7 holds signs of 16 channels, the others values or sums of `positions` positions.
  explicit TileSizes(std::size_t positions) {
    for (int t = 0; t < 8; ++t) {
      bytesOfRow[t] = kTileBytes;
      rows[t] = t == 7 ? 16 : static_cast<std::uint8_t>(positions);
    }
  }
};

/// Sums of up to 16 positions by 16 channels, plane by plane.
using PlaneSums = std::int32_t[kPlanes][16 * kTileChannels];

/// The planes of a row of positions in one.
NUDGE_TILE_TARGET inline void joinPlanes(const PlaneSums& planes, std::size_t positions,
                                         std::size_t stride, float* sums) {
  for (std::size_t p = 0; p < positions; ++p, sums += stride) {
    for (std::size_t i = p * kTileChannels, c = 0; c < kTileChannels; ++i, ++c) {
      const auto low = static_cast<float>(256 * planes[1][i] + planes[2][i]);
      sums[c] = BytePlanes::kUnit * (0x1p16F * static_cast<float>(planes[0][i]) + low);
    }
  }
}

#endif

}  // namespace nudge::kernels
