#pragma once

#include <cstddef>
#include <cstdint>

namespace nudge::kernels {

/// Exchanges rows and columns of a matrix of bits: `from` has `rows` rows of `words` words each,
/// `into` 64·words rows of ⌈rows/64⌉ words each; bits without a source become zero. Rows of `into`
/// from `columns` on are not written.
void transposeBits(const std::uint64_t* from, std::size_t rows, std::size_t words,
                   std::size_t columns, std::uint64_t* into);

/// The same, bit by bit: what the tuned kernel is tested against.
void transposeBitsPlain(const std::uint64_t* from, std::size_t rows, std::size_t words,
                        std::size_t columns, std::uint64_t* into);

}  // namespace nudge::kernels
