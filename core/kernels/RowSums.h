#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace nudge::kernels {

/// sums[j] = Σ_k values[k]·rows[which[k]·stride + j] for j < count, in the order of k: a product
/// with a vector that is mostly zero.
void sumRows(const float* rows, std::size_t stride, std::span<const std::int32_t> which,
             const float* values, float* sums, std::size_t count);

/// The same in plain loops: what the tuned kernel is tested against.
void sumRowsPlain(const float* rows, std::size_t stride, std::span<const std::int32_t> which,
                  const float* values, float* sums, std::size_t count);

/// Finds the entries of a row that are not zero: their places to `which` and themselves to
/// `values`, in order. Both have room for `count`. Returns how many there are.
std::size_t gatherNonZero(const float* row, std::size_t count, std::int32_t* which, float* values);

/// The same in plain loops: what the tuned kernel is tested against.
std::size_t gatherNonZeroPlain(const float* row, std::size_t count, std::int32_t* which,
                               float* values);

}  // namespace nudge::kernels
