#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/kernels/TransposeBits.cpp"
#include "core/kernels/TransposeBits.h"

#include <algorithm>

#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace nudge::kernels::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

/// Halves, quarters, … of a block of 64 × 64 bits swap across its diagonal (Warren, Hacker's
/// Delight, section 7-3), for as many blocks at once as a vector has lanes.
template <unsigned kStep, class V>
HWY_INLINE void swapAcross(V* HWY_RESTRICT block, std::uint64_t mask) {
  const auto low = hn::Set(hn::DFromV<V>(), mask);
  for (unsigned k = 0; k < 64; k = ((k | kStep) + 1) & ~kStep) {
    const V swapped = hn::And(hn::Xor(hn::ShiftRight<kStep>(block[k]), block[k | kStep]), low);
    block[k] = hn::Xor(block[k], hn::ShiftLeft<kStep>(swapped));
    block[k | kStep] = hn::Xor(block[k | kStep], swapped);
  }
}

/// The blocks that begin at a row and a word, as many as D has lanes.
template <class D>
HWY_INLINE void transposeBlocks(D d, const std::uint64_t* from, std::size_t high, std::size_t words,
                                std::size_t columns, std::size_t rowWords, std::uint64_t* into) {
  constexpr std::size_t kLanes = hn::MaxLanes(D());
  hn::Vec<D> block[64];
  for (std::size_t i = 0; i < 64; ++i)
    block[i] = i < high ? hn::LoadU(d, from + i * words) : hn::Zero(d);
  swapAcross<32>(block, 0x00000000FFFFFFFFULL);
  swapAcross<16>(block, 0x0000FFFF0000FFFFULL);
  swapAcross<8>(block, 0x00FF00FF00FF00FFULL);
  swapAcross<4>(block, 0x0F0F0F0F0F0F0F0FULL);
  swapAcross<2>(block, 0x3333333333333333ULL);
  swapAcross<1>(block, 0x5555555555555555ULL);
  for (std::size_t j = 0; j < 64; ++j) {
    HWY_ALIGN std::uint64_t lanes[kLanes];
    hn::Store(block[j], d, lanes);
    for (std::size_t lane = 0; lane < kLanes && 64 * lane + j < columns; ++lane)
      into[(64 * lane + j) * rowWords] = lanes[lane];
  }
}

void transposeBitsTuned(const std::uint64_t* from, std::size_t rows, std::size_t words,
                        std::size_t columns, std::uint64_t* into) {
  const hn::CappedTag<std::uint64_t, 8> wide;
  const hn::CappedTag<std::uint64_t, 1> one;
  const std::size_t rowWords = (rows + 63) / 64;
  for (std::size_t top = 0; top < rows; top += 64) {
    const std::size_t high = std::min<std::size_t>(64, rows - top);
    std::size_t word = 0;
    const auto blocks = [&](auto d) HWY_ATTR {
      transposeBlocks(d, from + top * words + word, high, words, columns - 64 * word, rowWords,
                      into + 64 * word * rowWords + top / 64);
      word += hn::MaxLanes(d);
    };
    while (word + hn::MaxLanes(wide) <= words) blocks(wide);
    while (word < words) blocks(one);
  }
}

}  // namespace nudge::kernels::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE

namespace nudge::kernels {

HWY_EXPORT(transposeBitsTuned);

void transposeBits(const std::uint64_t* from, std::size_t rows, std::size_t words,
                   std::size_t columns, std::uint64_t* into) {
  HWY_DYNAMIC_DISPATCH(transposeBitsTuned)(from, rows, words, columns, into);
}

void transposeBitsPlain(const std::uint64_t* from, std::size_t rows, std::size_t words,
                        std::size_t columns, std::uint64_t* into) {
  const std::size_t rowWords = (rows + 63) / 64;
  std::fill_n(into, columns * rowWords, 0);
  for (std::size_t i = 0; i < rows; ++i) {
    for (std::size_t j = 0; j < columns; ++j) {
      const std::uint64_t bit = from[i * words + j / 64] >> (j % 64) & 1U;
      into[j * rowWords + i / 64] |= bit << (i % 64);
    }
  }
}

}  // namespace nudge::kernels
#endif
