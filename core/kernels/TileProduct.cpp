#include "core/kernels/TileProduct.h"

#include <algorithm>
#include <vector>

#include "core/kernels/Tiles-inl.h"

namespace nudge::kernels {

namespace {

// A piece of a block: two tiles of signs, of 16 rows and 64 columns each, as words. Word q of a
// tile holds columns 4q … 4q + 3 of every row, four bits side by side.
constexpr std::size_t kTileWords = 16;
constexpr std::size_t kPieceWords = 2 * kTileWords;

bool packedSign(const TileProduct& product, const std::uint64_t* packed, std::size_t row,
                std::size_t column) {
  const std::size_t tile =
      (row / TileProduct::kBlock * product.pieces() + column / 64) * 2 + row % 32 / 16;
  const std::uint64_t word = packed[tile * kTileWords + column % 64 / 4];
  return (word >> (row % 16 * 4 + column % 4) & 1U) != 0;
}

}  // namespace

void packProduct(const TileProduct& product, const std::uint64_t* bits, std::size_t block,
                 std::uint64_t* packed) {
  std::fill_n(packed, product.blockWords(), std::uint64_t{0});
  const std::size_t first = block * TileProduct::kBlock;
  const std::size_t rows = std::min(TileProduct::kBlock, product.to - first);
  for (std::size_t row = 0; row < rows; ++row) {
    const std::uint64_t* from = bits + (first + row) * product.pieces();
    for (std::size_t piece = 0; piece < product.pieces(); ++piece) {
      std::uint64_t* tile = packed + piece * kPieceWords + row / 16 * kTileWords;
      std::uint64_t rest = from[piece];
      for (std::size_t q = 0; q < kTileWords; ++q, rest >>= 4U)
        tile[q] |= (rest & 15U) << (row % 16 * 4);
    }
  }
}

void multiplyTilesPlain(const TileProduct& product, const std::uint64_t* packed,
                        const BytePlanes& values, std::size_t samples, float* sums) {
  for (std::size_t sample = 0; sample < samples; ++sample) {
    for (std::size_t row = 0; row < product.to; ++row) {
      double sum = 0;
      for (std::size_t column = 0; column < product.from; ++column) {
        const double value = values.value(sample * product.valueStride() + column);
        sum += packedSign(product, packed, row, column) ? value : -value;
      }
      sums[sample * product.sumStride() + row] = static_cast<float>(sum);
    }
  }
}

#if NUDGE_TILES

namespace {

/// Signs as bytes of ±1, tile by tile.
struct alignas(64) SignTile {
  std::int8_t bytes[kTile];
};

NUDGE_TILE_TARGET void unpackSigns(const std::uint64_t* words, std::size_t count,
                                   std::int8_t* signs) {
  const __m512i plus = _mm512_set1_epi8(1), minus = _mm512_set1_epi8(-1);
  for (std::size_t q = 0; q < count; ++q, signs += kTileBytes)
    _mm512_store_si512(signs, _mm512_mask_blend_epi8(_cvtu64_mask64(words[q]), minus, plus));
}

/// Adds what one tile of signs makes of a piece of some samples' values, plane by plane.
#define NUDGE_MULTIPLY(tile, first, second, third)  \
  _tile_loadd(7, signs + (tile)*kTile, kTileBytes); \
  _tile_loadd(6, values, stride);                   \
  _tile_dpbusd(first, 6, 7);                        \
  _tile_loadd(6, values + planeStride, stride);     \
  _tile_dpbusd(second, 6, 7);                       \
  _tile_loadd(6, values + 2 * planeStride, stride); \
  _tile_dpbusd(third, 6, 7)

/// 32 rows of the matrix times up to 16 samples.
NUDGE_TILE_TARGET void multiplyBlock(const TileProduct& product, const std::int8_t* signs,
                                     const std::uint8_t* values, std::size_t planeStride,
                                     PlaneSums (&sums)[2]) {
  const std::size_t stride = product.valueStride();
  _tile_zero(0);
  _tile_zero(1);
  _tile_zero(2);
  _tile_zero(3);
  _tile_zero(4);
  _tile_zero(5);
  for (std::size_t piece = 0; piece < product.pieces(); ++piece) {
    NUDGE_MULTIPLY(0, 0, 1, 2);
    NUDGE_MULTIPLY(1, 3, 4, 5);
    signs += 2 * kTile;
    values += kTileBytes;
  }
  _tile_stored(0, sums[0][0], kTileBytes);
  _tile_stored(1, sums[0][1], kTileBytes);
  _tile_stored(2, sums[0][2], kTileBytes);
  _tile_stored(3, sums[1][0], kTileBytes);
  _tile_stored(4, sums[1][1], kTileBytes);
  _tile_stored(5, sums[1][2], kTileBytes);
}

#undef NUDGE_MULTIPLY

NUDGE_TILE_TARGET void multiplyTilesTuned(const TileProduct& product, const std::uint64_t* packed,
                                          const BytePlanes& values, std::size_t samples,
                                          float* sums) {
  const std::size_t width = std::min<std::size_t>(16, samples);
  const TileSizes sizes(width);
  _tile_loadconfig(&sizes);
  const auto planeStride = static_cast<std::size_t>(values.plane(1) - values.plane(0));
  const std::size_t stride = product.sumStride();
  alignas(64) PlaneSums planes[2];
  thread_local std::vector<SignTile> signs;
  signs.resize(product.blockWords() / kTileWords);
  for (std::size_t block = 0; block < product.blocks(); ++block) {
    unpackSigns(packed + block * product.blockWords(), product.blockWords(), signs.front().bytes);
    for (std::size_t first = 0; first < samples; first += width) {
      // The last samples overlap those before rather than the end.
      const std::size_t sample = std::min(first, samples - width);
      multiplyBlock(product, signs.front().bytes, values.plane(0) + sample * product.valueStride(),
                    planeStride, planes);
      float* into = sums + sample * stride + block * TileProduct::kBlock;
      joinPlanes(planes[0], width, stride, into);
      joinPlanes(planes[1], width, stride, into + kTileChannels);
    }
  }
  _tile_release();
}

}  // namespace

#endif

void multiplyTiles(const TileProduct& product, const std::uint64_t* packed,
                   const BytePlanes& values, std::size_t samples, float* sums) {
#if NUDGE_TILES
  if (multipliesTiles()) return multiplyTilesTuned(product, packed, values, samples, sums);
#endif
  multiplyTilesPlain(product, packed, values, samples, sums);
}

}  // namespace nudge::kernels
