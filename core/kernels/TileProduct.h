#pragma once

#include <cstddef>
#include <cstdint>

#include "core/kernels/BytePlanes.h"
#include "core/kernels/Tiles.h"

namespace nudge::kernels {

/// A matrix of signs, [to × from], that multiplies values in [0, 1], a column a sample. The signs
/// stay bits, which a core keeps in its own cache, until a tile takes them.
struct TileProduct {
  /// Values of a sample whose sums 32 bits hold.
  static constexpr std::size_t kMostValues = 32767;
  /// Rows of the matrix that are packed together.
  static constexpr std::size_t kBlock = 32;

  std::size_t from = 1;  ///< values of a sample
  std::size_t to = 1;    ///< sums of a sample

  /// Sixty-four values each.
  std::size_t pieces() const { return (from + 63) / 64; }
  /// Places from one sample to the next among the planes: an odd number of cache lines, so that
  /// the samples of a tile do not all compete for the same places in the cache. Those behind the
  /// values must be zero.
  std::size_t valueStride() const { return (pieces() | 1U) * 64; }
  std::size_t blocks() const { return (to + kBlock - 1) / kBlock; }
  /// Sums from one sample to the next; those behind `to` mean nothing.
  std::size_t sumStride() const { return blocks() * kBlock; }
  /// Words of a block of packed rows.
  std::size_t blockWords() const { return pieces() * kBlock; }
};

/// Packs rows 32·block … 32·block + 31 of a matrix of bits (a set bit is +1, rows of whole words)
/// into product.blockWords() words.
void packProduct(const TileProduct& product, const std::uint64_t* bits, std::size_t block,
                 std::uint64_t* packed);

/// sums = W·values, [samples × sumStride()], exact but for its last rounding. `packed` holds all
/// blocks. Fast where the processor multiplies tiles.
void multiplyTiles(const TileProduct& product, const std::uint64_t* packed,
                   const BytePlanes& values, std::size_t samples, float* sums);

/// The same in plain loops, from bits as they were packed: what the tuned kernel is tested against.
void multiplyTilesPlain(const TileProduct& product, const std::uint64_t* packed,
                        const BytePlanes& values, std::size_t samples, float* sums);

}  // namespace nudge::kernels
