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

}  // namespace nudge::kernels
