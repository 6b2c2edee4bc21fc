#pragma once

#include <cstddef>
#include <cstdint>

#include "core/kernels/BytePlanes.h"
#include "core/kernels/Tiles.h"

namespace nudge::kernels {

/// A matrix of signs, [to × from], that multiplies values in [0, 1], a column a sample. The signs
/// stay bits, which a core keeps in its own cache, until shortly before a tile takes them.
struct TileProduct {
  /// Values of a sample whose sums 32 bits hold.
  static constexpr std::size_t kMostValues = 32767;
  /// Rows of the matrix that are packed together.
  static constexpr std::size_t kBlock = 32;

  std::size_t from = 1;  ///< values of a sample
  std::size_t to = 1;    ///< sums of a sample

  /// Sixty-four values each.
  std::size_t pieces() const { return (from + 63) / 64; }
  std::size_t blocks() const { return (to + kBlock - 1) / kBlock; }
  /// Sums from one sample to the next; those behind `to` mean nothing.
  std::size_t sumStride() const { return blocks() * kBlock; }
  /// Words of a block of packed rows.
  std::size_t blockWords() const { return pieces() * kBlock; }
};

/// Values of some samples in the order in which tiles take them: samples in groups of as equal size
/// as can be, and of a group piece after piece, so that what a tile holds lies together.
class TileValues {
 public:
  /// The most samples that a tile takes.
  static constexpr std::size_t kMostTogether = 16;

  /// Takes `samples` columns, at least one, of product.from values in [0, 1], in place of those
  /// before.
  void set(const TileProduct& product, const float* values, std::size_t samples);

  std::size_t samples() const { return samples_; }
  std::size_t groups() const { return (samples_ + groupSize_ - 1) / groupSize_; }
  /// Samples of a group; the last may have fewer.
  std::size_t groupSize() const { return groupSize_; }
  /// Where a group's tile for sixty-four values lies in each of the planes.
  std::size_t place(std::size_t group, std::size_t piece) const {
    return (group * pieces_ + piece) * kMostTogether * 64;
  }
  const BytePlanes& planes() const { return planes_; }
  /// To within 2⁻²⁴ of what was set.
  float value(std::size_t sample, std::size_t i) const;

 private:
  std::size_t samples_ = 0, groupSize_ = 1, pieces_ = 0;
  BytePlanes planes_;
};

/// Packs rows 32·block … 32·block + 31 of a matrix of bits (a set bit is +1, rows of whole words)
/// into product.blockWords() words.
void packProduct(const TileProduct& product, const std::uint64_t* bits, std::size_t block,
                 std::uint64_t* packed);

/// sums = W·values, [values.samples() × sumStride()], exact but for its last rounding. `packed`
/// holds all blocks. Fast where the processor multiplies tiles.
void multiplyTiles(const TileProduct& product, const std::uint64_t* packed,
                   const TileValues& values, float* sums);

/// The same in plain loops, from bits as they were packed: what the tuned kernel is tested against.
void multiplyTilesPlain(const TileProduct& product, const std::uint64_t* packed,
                        const TileValues& values, float* sums);

}  // namespace nudge::kernels
