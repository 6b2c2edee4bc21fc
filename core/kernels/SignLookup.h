#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace nudge::kernels {

/// Whether this processor looks sixteen numbers up in sixteen at once (AVX-512). Where not, the
/// tuned kernels of lookups must not be called.
bool looksUpSixteen();

/// A matrix of signs, [to × from], that multiplies any values, a column a sample: for every four
/// values all that they can add up to is written down once, and every row looks its four signs up
/// there (the method of the four Russians: Arlazarov et al., 1970).
struct SignLookup {
  /// Rows of the matrix that one call packs.
  static constexpr std::size_t kBlock = 64;

  std::size_t from = 0;
  std::size_t to = 0;

  /// Thirty-two values each.
  std::size_t pieces() const { return (from + 31) / 32; }
  std::size_t blocks() const { return (to + kBlock - 1) / kBlock; }
  /// Sums from one sample to the next; those behind `to` mean nothing.
  std::size_t sumStride() const { return blocks() * kBlock; }
  /// What a block of rows packs to.
  std::size_t blockSigns() const { return pieces() * (kBlock / 16); }
  /// Tables that multiplyLookup needs, however many samples it has.
  std::size_t tables() const { return kTogether * sampleTables(); }

  /// Samples whose tables are held at a time.
  static constexpr std::size_t kTogether = 6;
  std::size_t sampleTables() const { return pieces() * 8; }
};

/// Sixteen rows' signs of thirty-two values: a set bit is +1.
struct alignas(64) RowSigns {
  std::array<std::uint32_t, 16> bits{};
};

/// What four values add up to: entry p takes those whose bit of p is set with +1, others with −1.
struct alignas(64) SumTable {
  std::array<float, 16> sums{};
};

/// Packs rows 64·block … 64·block + 63 of a matrix of bits (a set bit is +1, rows of whole
/// 64-bit words) into lookup.blockSigns().
void packLookup(const SignLookup& lookup, const std::uint64_t* bits, std::size_t block,
                RowSigns* packed);

/// sums = W·values, [samples × sumStride()], in single precision; a sample's do not depend on the
/// others. `values` are [samples × from], `packed` holds all blocks, `tables` is scratch memory.
void multiplyLookup(const SignLookup& lookup, const RowSigns* packed, const float* values,
                    std::size_t samples, SumTable* tables, float* sums);

/// The same in plain loops, from bits as they were packed: what the tuned kernel is tested against.
void multiplyLookupPlain(const SignLookup& lookup, const RowSigns* packed, const float* values,
                         std::size_t samples, float* sums);

}  // namespace nudge::kernels
