#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/kernels/BitSums.cpp"
#include "core/kernels/BitSums.h"

#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include "core/kernels/Bits-inl.h"

HWY_BEFORE_NAMESPACE();
namespace nudge::kernels::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

/// Runs `add` over the listed rows for kWords words of columns at once, whose sums stay in
/// registers: `add(k, mask, sum)` returns what row rows[k] makes of them.
template <std::size_t kWords, class D, class T, class Add>
HWY_INLINE void sumBlock(D d, const BitRows& bits, std::span<const std::int32_t> rows,
                         std::size_t word, T* HWY_RESTRICT sums, const Add& add) {
  constexpr std::size_t kLanes = hn::MaxLanes(d);
  constexpr std::size_t kVectors = 64 / kLanes;
  hn::Vec<D> acc[kWords * kVectors];
  for (std::size_t i = 0; i < kWords * kVectors; ++i) acc[i] = hn::LoadU(d, sums + i * kLanes);
  // Words lie at constant distances from a row's: no register is spent on where each of them is.
  const std::uint64_t* const first = bits.row(0) + word;
  for (std::size_t k = 0; k < rows.size(); ++k) {
    const std::uint64_t* row = first + static_cast<std::size_t>(rows[k]) * bits.wordsPerRow;
    for (std::size_t w = 0; w < kWords; ++w) {
      for (std::size_t part = 0; part < kVectors; ++part) {
        auto& sum = acc[w * kVectors + part];
        sum = add(k, maskAt(d, row + w, part * kLanes), sum);
      }
    }
  }
  for (std::size_t i = 0; i < kWords * kVectors; ++i) hn::StoreU(acc[i], d, sums + i * kLanes);
}

template <std::size_t kWords, class D, class T, class Add>
HWY_INLINE void sumAll(D d, const BitRows& bits, std::span<const std::int32_t> rows, T* sums,
                       const Add& add) {
  std::size_t word = 0;
  for (; word + kWords <= bits.wordsPerRow; word += kWords)
    sumBlock<kWords>(d, bits, rows, word, sums + 64 * word, add);
  for (; word < bits.wordsPerRow; ++word) sumBlock<1>(d, bits, rows, word, sums + 64 * word, add);
}

template <class T>
void sumValues(const BitRows& bits, std::span<const std::int32_t> rows, const T* values, T* sums) {
  const hn::CappedTag<T, 16> d;
  const auto add = [&](std::size_t k, auto mask, auto sum) HWY_ATTR {
    return hn::IfThenElse(mask, hn::Add(sum, hn::Set(d, values[k])), sum);
  };
  // Eight or sixteen sums hide how long an addition takes, and still fit the registers.
  sumAll<hn::MaxLanes(d) == 16 ? 4 : 1>(d, bits, rows, sums, add);
}

void sumFloats(const BitRows& bits, std::span<const std::int32_t> rows, const float* values,
               float* sums) {
  sumValues(bits, rows, values, sums);
}

void sumInts(const BitRows& bits, std::span<const std::int32_t> rows, const std::int32_t* values,
             std::int32_t* sums) {
  sumValues(bits, rows, values, sums);
}

void countWhereSetTuned(const BitRows& bits, std::span<const std::int32_t> rows, std::int16_t step,
                        std::int16_t* counts) {
  const hn::CappedTag<std::int16_t, 32> d;
  const auto one = hn::Set(d, step);
  const auto add = [&](std::size_t, auto mask, auto sum)
                       HWY_ATTR { return hn::IfThenElse(mask, hn::Add(sum, one), sum); };
  sumAll<hn::MaxLanes(d) == 32 ? 4 : 2>(d, bits, rows, counts, add);
}

void countCommonTuned(const BitRows& bits, std::size_t rows, const std::uint64_t* mask,
                      std::int16_t* counts) {
  const hn::CappedTag<std::uint64_t, 8> d;
  const std::size_t lanes = hn::Lanes(d);
  const std::size_t whole = bits.wordsPerRow / lanes * lanes;
  for (std::size_t i = 0; i < rows; ++i) {
    const std::uint64_t* row = bits.row(i);
    auto common = hn::Zero(d);
    for (std::size_t w = 0; w < whole; w += lanes) {
      common = hn::Add(common,
                       hn::PopulationCount(hn::And(hn::LoadU(d, row + w), hn::LoadU(d, mask + w))));
    }
    std::uint64_t count = whole > 0 ? hn::GetLane(hn::SumOfLanes(d, common)) : 0;
    for (std::size_t w = whole; w < bits.wordsPerRow; ++w) count += hwy::PopCount(row[w] & mask[w]);
    counts[i] = static_cast<std::int16_t>(count);
  }
}

}  // namespace nudge::kernels::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
#include <algorithm>
#include <bit>

namespace nudge::kernels {

HWY_EXPORT(sumFloats);
HWY_EXPORT(sumInts);
HWY_EXPORT(countWhereSetTuned);
HWY_EXPORT(countCommonTuned);

void sumWhereSet(const BitRows& bits, std::span<const std::int32_t> rows, const float* values,
                 float* sums) {
  HWY_DYNAMIC_DISPATCH(sumFloats)(bits, rows, values, sums);
}

void sumWhereSet(const BitRows& bits, std::span<const std::int32_t> rows,
                 const std::int32_t* values, std::int32_t* sums) {
  HWY_DYNAMIC_DISPATCH(sumInts)(bits, rows, values, sums);
}

void countWhereSet(const BitRows& bits, std::span<const std::int32_t> rows, std::int16_t step,
                   std::int16_t* counts) {
  HWY_DYNAMIC_DISPATCH(countWhereSetTuned)(bits, rows, step, counts);
}

void countCommon(const BitRows& bits, std::size_t rows, const std::uint64_t* mask,
                 std::int16_t* counts) {
  HWY_DYNAMIC_DISPATCH(countCommonTuned)(bits, rows, mask, counts);
}

namespace {

bool isSet(const std::uint64_t* row, std::size_t j) { return (row[j / 64] >> (j % 64) & 1U) != 0; }

template <class T>
void sumPlain(const BitRows& bits, std::span<const std::int32_t> rows, const T* values, T* sums) {
  for (std::size_t k = 0; k < rows.size(); ++k) {
    for (std::size_t j = 0; j < 64 * bits.wordsPerRow; ++j) {
      if (isSet(bits.row(static_cast<std::size_t>(rows[k])), j)) sums[j] += values[k];
    }
  }
}

}  // namespace

void sumWhereSetPlain(const BitRows& bits, std::span<const std::int32_t> rows, const float* values,
                      float* sums) {
  sumPlain(bits, rows, values, sums);
}

void sumWhereSetPlain(const BitRows& bits, std::span<const std::int32_t> rows,
                      const std::int32_t* values, std::int32_t* sums) {
  sumPlain(bits, rows, values, sums);
}

void countWhereSetPlain(const BitRows& bits, std::span<const std::int32_t> rows, std::int16_t step,
                        std::int16_t* counts) {
  for (const std::int32_t row : rows) {
    for (std::size_t j = 0; j < 64 * bits.wordsPerRow; ++j) {
      if (isSet(bits.row(static_cast<std::size_t>(row)), j))
        counts[j] = static_cast<std::int16_t>(counts[j] + step);
    }
  }
}

void countCommonPlain(const BitRows& bits, std::size_t rows, const std::uint64_t* mask,
                      std::int16_t* counts) {
  for (std::size_t i = 0; i < rows; ++i) {
    int count = 0;
    for (std::size_t w = 0; w < bits.wordsPerRow; ++w)
      count += std::popcount(bits.row(i)[w] & mask[w]);
    counts[i] = static_cast<std::int16_t>(count);
  }
}

}  // namespace nudge::kernels
#endif
