#include "core/kernels/TileProduct.h"

#include <algorithm>
#include <atomic>

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

void TileValues::set(const TileProduct& product, const float* values, std::size_t samples) {
  samples_ = samples;
  pieces_ = product.pieces();
  const std::size_t fewest = (samples + kMostTogether - 1) / kMostTogether;
  groupSize_ = (samples + fewest - 1) / fewest;
  const std::size_t needed = place(groups(), 0);
  if (planes_.stride() < needed + BytePlanes::kSlack) planes_ = BytePlanes(needed);
  for (std::size_t sample = 0; sample < samples; ++sample, values += product.from) {
    for (std::size_t piece = 0; piece < pieces_; ++piece) {
      const std::size_t at = place(sample / groupSize_, piece) + sample % groupSize_ * 64;
      const std::size_t count = std::min<std::size_t>(64, product.from - piece * 64);
      splitBytes(values + piece * 64, count, at, planes_);
      if (count < 64) planes_.clear(at + count, at + 64);
    }
  }
}

float TileValues::value(std::size_t sample, std::size_t i) const {
  return planes_.value(place(sample / groupSize_, i / 64) + sample % groupSize_ * 64 + i % 64);
}

void multiplyTilesPlain(const TileProduct& product, const std::uint64_t* packed,
                        const TileValues& values, float* sums) {
  for (std::size_t sample = 0; sample < values.samples(); ++sample) {
    for (std::size_t row = 0; row < product.to; ++row) {
      double sum = 0;
      for (std::size_t column = 0; column < product.from; ++column) {
        const double value = values.value(sample, column);
        sum += packedSign(product, packed, row, column) ? value : -value;
      }
      sums[sample * product.sumStride() + row] = static_cast<float>(sum);
    }
  }
}

#if NUDGE_TILES

namespace {

/// The signs of a few pieces as bytes of ±1, unpacked shortly before they are multiplied: so few
/// that they stay in the first cache, so early that they have got there.
class SignRing {
 public:
  static constexpr std::size_t kAhead = 2;

  NUDGE_TILE_TARGET void unpack(const std::uint64_t* words, std::size_t piece) {
    const __m512i plus = _mm512_set1_epi8(1), minus = _mm512_set1_epi8(-1);
    std::int8_t* signs = pieces_[piece % kPieces];
#pragma GCC unroll 8
    for (std::size_t q = 0; q < kPieceWords; ++q, signs += kTileBytes)
      _mm512_store_si512(signs, _mm512_mask_blend_epi8(_cvtu64_mask64(words[q]), minus, plus));
  }
  const std::int8_t* piece(std::size_t piece) const { return pieces_[piece % kPieces]; }

 private:
  static constexpr std::size_t kPieces = 4;
  alignas(64) std::int8_t pieces_[kPieces][2 * kTile];
};

/// Adds what one tile of signs makes of a piece of some samples' values, plane by plane.
#define NUDGE_MULTIPLY(signs, first, second, third) \
  _tile_loadd(7, signs, kTileBytes);                \
  _tile_loadd(6, planes, kTileBytes);               \
  _tile_dpbusd(first, 6, 7);                        \
  _tile_loadd(6, planes + stride, kTileBytes);      \
  _tile_dpbusd(second, 6, 7);                       \
  _tile_loadd(6, planes + 2 * stride, kTileBytes);  \
  _tile_dpbusd(third, 6, 7)

/// 32 rows of the matrix times a group of samples.
NUDGE_TILE_TARGET void multiplyBlock(const TileProduct& product, const std::uint64_t* packed,
                                     const TileValues& values, std::size_t group, SignRing& ring,
                                     PlaneSums (&sums)[2]) {
  const std::size_t pieces = product.pieces();
  const std::size_t stride = values.planes().stride();
  const std::uint8_t* planes = values.planes().plane(0) + values.place(group, 0);
  _tile_zero(0);
  _tile_zero(1);
  _tile_zero(2);
  _tile_zero(3);
  _tile_zero(4);
  _tile_zero(5);
  for (std::size_t piece = 0; piece < pieces + SignRing::kAhead; ++piece) {
    if (piece < pieces) ring.unpack(packed + piece * kPieceWords, piece);
    if (piece < SignRing::kAhead) continue;
    // Compilers do not know that tiles read memory.
    std::atomic_signal_fence(std::memory_order_seq_cst);
    const std::int8_t* const signs = ring.piece(piece - SignRing::kAhead);
    NUDGE_MULTIPLY(signs, 0, 1, 2);
    NUDGE_MULTIPLY(signs + kTile, 3, 4, 5);
    planes += TileValues::kMostTogether * kTileBytes;
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
                                          const TileValues& values, float* sums) {
  const TileSizes sizes(values.groupSize());
  _tile_loadconfig(&sizes);
  const std::size_t stride = product.sumStride();
  alignas(64) PlaneSums planes[2];
  SignRing ring;
  for (std::size_t block = 0; block < product.blocks(); ++block) {
    for (std::size_t group = 0; group < values.groups(); ++group) {
      multiplyBlock(product, packed + block * product.blockWords(), values, group, ring, planes);
      const std::size_t first = group * values.groupSize();
      const std::size_t count = std::min(values.groupSize(), values.samples() - first);
      float* into = sums + first * stride + block * TileProduct::kBlock;
      joinPlanes(planes[0], count, stride, into);
      joinPlanes(planes[1], count, stride, into + kTileChannels);
    }
  }
  _tile_release();
}

}  // namespace

#endif

void multiplyTiles(const TileProduct& product, const std::uint64_t* packed,
                   const TileValues& values, float* sums) {
#if NUDGE_TILES
  if (multipliesTiles()) return multiplyTilesTuned(product, packed, values, sums);
#endif
  multiplyTilesPlain(product, packed, values, sums);
}

}  // namespace nudge::kernels
