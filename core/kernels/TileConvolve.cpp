#include "core/kernels/TileConvolve.h"

#include <algorithm>

#include "core/kernels/Tiles-inl.h"

namespace nudge::kernels {

namespace {

/// How many tiles take up one row of a filter.
std::size_t blocksOfRow(const TileShape& shape) {
  return (shape.kernel * shape.below + kTileBytes - 1) / kTileBytes;
}

/// Where a sign lies among the packed ones: tiles by channels above, rows of the filter and blocks
/// of such a row; in a tile four taps of every channel side by side.
std::size_t packedPlace(const TileShape& shape, std::size_t channel, std::size_t tap) {
  const std::size_t row = shape.kernel * shape.below;
  const std::size_t q = tap % row % kTileBytes;
  const std::size_t tile =
      (channel / kTileChannels * shape.kernel + tap / row) * blocksOfRow(shape) +
      tap % row / kTileBytes;
  return tile * kTile + q / 4 * 64 + channel % kTileChannels * 4 + q % 4;
}

}  // namespace

std::vector<std::int8_t> packTiles(const TileShape& shape, const std::int8_t* signs) {
  std::vector<std::int8_t> tiles(shape.stride() / kTileChannels * shape.kernel *
                                 blocksOfRow(shape) * kTile);
  for (std::size_t c = 0; c < shape.above; ++c) {
    for (std::size_t tap = 0; tap < shape.taps(); ++tap)
      tiles[packedPlace(shape, c, tap)] = signs[c * shape.taps() + tap];
  }
  return tiles;
}

void convolveTilesPlain(const TileShape& shape, const BytePlanes& maps, const std::int8_t* tiles,
                        float* sums) {
  const std::size_t row = shape.kernel * shape.below;
  for (std::size_t p = 0; p < shape.rawHeight * shape.rawWidth; ++p) {
    for (std::size_t c = 0; c < shape.above; ++c) {
      double sum = 0;
      for (std::size_t tap = 0; tap < shape.taps(); ++tap) {
        const std::size_t y = p / shape.rawWidth + tap / row;
        const std::size_t at =
            (y * shape.paddedWidth() + p % shape.rawWidth) * shape.below + tap % row;
        sum += static_cast<double>(maps.value(at)) * tiles[packedPlace(shape, c, tap)];
      }
      sums[p * shape.stride() + c] = static_cast<float>(sum);
    }
  }
}

#if NUDGE_TILES

namespace {

/// Adds tile 7 times the maps that begin at `upper` and at `lower` to two tiles.
#define NUDGE_MULTIPLY(first, second, plane)                \
  _tile_loadd(6, upper + (plane)*planeStride, shape.below); \
  _tile_dpbusd(first, 6, 7);                                \
  _tile_loadd(6, lower + (plane)*planeStride, shape.below); \
  _tile_dpbusd(second, 6, 7)

/// The sums of two rows of positions, [2][3 planes][16 × 16].
struct alignas(64) RowSums {
  PlaneSums values[2];
};

NUDGE_TILE_TARGET void multiplyRows(const TileShape& shape, const std::uint8_t* upper,
                                    const std::uint8_t* lower, std::size_t planeStride,
                                    const std::int8_t* tiles, RowSums& sums) {
  const std::size_t blocks = blocksOfRow(shape);
  const std::size_t rowStride = shape.paddedWidth() * shape.below;
  _tile_zero(0);
  _tile_zero(1);
  _tile_zero(2);
  _tile_zero(3);
  _tile_zero(4);
  _tile_zero(5);
  for (std::size_t ky = 0; ky < shape.kernel; ++ky) {
    for (std::size_t block = 0; block < blocks; ++block) {
      _tile_loadd(7, tiles, kTileBytes);
      NUDGE_MULTIPLY(0, 1, 0);
      NUDGE_MULTIPLY(2, 3, 1);
      NUDGE_MULTIPLY(4, 5, 2);
      tiles += kTile;
      upper += kTileBytes;
      lower += kTileBytes;
    }
    upper += rowStride - blocks * kTileBytes;
    lower += rowStride - blocks * kTileBytes;
  }
  _tile_stored(0, sums.values[0][0], kTileBytes);
  _tile_stored(1, sums.values[1][0], kTileBytes);
  _tile_stored(2, sums.values[0][1], kTileBytes);
  _tile_stored(3, sums.values[1][1], kTileBytes);
  _tile_stored(4, sums.values[0][2], kTileBytes);
  _tile_stored(5, sums.values[1][2], kTileBytes);
}

#undef NUDGE_MULTIPLY

NUDGE_TILE_TARGET void convolveTilesTuned(const TileShape& shape, const BytePlanes& maps,
                                          const std::int8_t* tiles, float* sums) {
  const std::size_t width = std::min<std::size_t>(16, shape.rawWidth);
  const TileSizes sizes(width);
  _tile_loadconfig(&sizes);
  const std::size_t stride = shape.stride();
  const std::size_t filter = shape.kernel * blocksOfRow(shape) * kTile;
  const auto planeStride = static_cast<std::size_t>(maps.plane(1) - maps.plane(0));
  RowSums rows;
  for (std::size_t c = 0; c < stride; c += kTileChannels, tiles += filter) {
    for (std::size_t top = 0; top < shape.rawHeight; top += 2) {
      const std::size_t ys[2] = {top, std::min(top + 1, shape.rawHeight - 1)};
      for (std::size_t left = 0; left < shape.rawWidth; left += width) {
        // The last tile of a row overlaps the one before rather than the row's end.
        const std::size_t x = std::min(left, shape.rawWidth - width);
        const std::uint8_t* from[2];
        for (int k = 0; k < 2; ++k)
          from[k] = maps.plane(0) + (ys[k] * shape.paddedWidth() + x) * shape.below;
        multiplyRows(shape, from[0], from[1], planeStride, tiles, rows);
        for (int k = 0; k < 2; ++k) {
          joinPlanes(rows.values[k], width, stride,
                     sums + (ys[k] * shape.rawWidth + x) * stride + c);
        }
      }
    }
  }
  _tile_release();
}

}  // namespace

#endif

void convolveTiles(const TileShape& shape, const BytePlanes& maps, const std::int8_t* tiles,
                   float* sums) {
#if NUDGE_TILES
  if (multipliesTiles()) return convolveTilesTuned(shape, maps, tiles, sums);
#endif
  convolveTilesPlain(shape, maps, tiles, sums);
}

}  // namespace nudge::kernels
