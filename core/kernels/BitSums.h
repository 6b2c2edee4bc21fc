#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace nudge::kernels {

/// Rows of bits that start at whole words; the bits behind the last column are zero.
struct BitRows {
  const std::uint64_t* words = nullptr;
  std::size_t wordsPerRow = 0;

  const std::uint64_t* row(std::size_t i) const { return words + i * wordsPerRow; }
};

/// sums[j] += Σ_k values[k] over the k with bit j of row rows[k] set, for all 64·wordsPerRow
/// columns, in the order of k.
void sumWhereSet(const BitRows& bits, std::span<const std::int32_t> rows, const float* values,
                 float* sums);
void sumWhereSet(const BitRows& bits, std::span<const std::int32_t> rows,
                 const std::int32_t* values, std::int32_t* sums);

/// The same in plain loops: what the tuned kernel is tested against.
void sumWhereSetPlain(const BitRows& bits, std::span<const std::int32_t> rows, const float* values,
                      float* sums);
void sumWhereSetPlain(const BitRows& bits, std::span<const std::int32_t> rows,
                      const std::int32_t* values, std::int32_t* sums);

/// counts[j] += step for every listed row with bit j set, for all 64·wordsPerRow columns.
void countWhereSet(const BitRows& bits, std::span<const std::int32_t> rows, std::int16_t step,
                   std::int16_t* counts);

/// The same in plain loops: what the tuned kernel is tested against.
void countWhereSetPlain(const BitRows& bits, std::span<const std::int32_t> rows, std::int16_t step,
                        std::int16_t* counts);

/// counts[i] = how many bits row i and `mask` have in common, for the first `rows` rows.
void countCommon(const BitRows& bits, std::size_t rows, const std::uint64_t* mask,
                 std::int16_t* counts);

/// The same in plain loops: what the tuned kernel is tested against.
void countCommonPlain(const BitRows& bits, std::size_t rows, const std::uint64_t* mask,
                      std::int16_t* counts);

}  // namespace nudge::kernels
