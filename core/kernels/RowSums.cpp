#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/kernels/RowSums.cpp"
#include "core/kernels/RowSums.h"

#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace nudge::kernels::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

void sumRowsTuned(const float* HWY_RESTRICT rows, std::size_t stride,
                  std::span<const std::int32_t> which, const float* HWY_RESTRICT values,
                  float* HWY_RESTRICT sums, std::size_t count) {
  const hn::ScalableTag<float> d;
  const std::size_t lanes = hn::Lanes(d);
  std::size_t j = 0;
  // Eight sums at once hide how long an addition takes.
  for (; j + 8 * lanes <= count; j += 8 * lanes) {
    auto a0 = hn::Zero(d), a1 = a0, a2 = a0, a3 = a0, a4 = a0, a5 = a0, a6 = a0, a7 = a0;
    for (std::size_t k = 0; k < which.size(); ++k) {
      const auto value = hn::Set(d, values[k]);
      const float* row = rows + static_cast<std::size_t>(which[k]) * stride + j;
      a0 = hn::MulAdd(value, hn::LoadU(d, row), a0);
      a1 = hn::MulAdd(value, hn::LoadU(d, row + lanes), a1);
      a2 = hn::MulAdd(value, hn::LoadU(d, row + 2 * lanes), a2);
      a3 = hn::MulAdd(value, hn::LoadU(d, row + 3 * lanes), a3);
      a4 = hn::MulAdd(value, hn::LoadU(d, row + 4 * lanes), a4);
      a5 = hn::MulAdd(value, hn::LoadU(d, row + 5 * lanes), a5);
      a6 = hn::MulAdd(value, hn::LoadU(d, row + 6 * lanes), a6);
      a7 = hn::MulAdd(value, hn::LoadU(d, row + 7 * lanes), a7);
    }
    hn::StoreU(a0, d, sums + j);
    hn::StoreU(a1, d, sums + j + lanes);
    hn::StoreU(a2, d, sums + j + 2 * lanes);
    hn::StoreU(a3, d, sums + j + 3 * lanes);
    hn::StoreU(a4, d, sums + j + 4 * lanes);
    hn::StoreU(a5, d, sums + j + 5 * lanes);
    hn::StoreU(a6, d, sums + j + 6 * lanes);
    hn::StoreU(a7, d, sums + j + 7 * lanes);
  }
  for (; j + lanes <= count; j += lanes) {
    auto sum = hn::Zero(d);
    for (std::size_t k = 0; k < which.size(); ++k) {
      const float* row = rows + static_cast<std::size_t>(which[k]) * stride + j;
      sum = hn::MulAdd(hn::Set(d, values[k]), hn::LoadU(d, row), sum);
    }
    hn::StoreU(sum, d, sums + j);
  }
  if (j < count) sumRowsPlain(rows + j, stride, which, values, sums + j, count - j);
}

std::size_t gatherNonZeroTuned(const float* HWY_RESTRICT row, std::size_t count,
                               std::int32_t* HWY_RESTRICT which, float* HWY_RESTRICT values) {
  const hn::ScalableTag<float> d;
  const hn::RebindToSigned<decltype(d)> places;
  const std::size_t lanes = hn::Lanes(d);
  std::size_t found = 0;
  std::size_t k = 0;
  // What a store writes beyond the entries it found is written over by the next, and lies inside:
  // no more have been found than looked at.
  for (; k + lanes <= count; k += lanes) {
    const auto entries = hn::LoadU(d, row + k);
    const auto some = hn::Ne(entries, hn::Zero(d));
    const auto place = hn::Iota(places, static_cast<std::int32_t>(k));
    // Stored whole: a store of some lanes alone takes a Zen 4 a hundred cycles.
    hn::StoreU(hn::Compress(place, hn::RebindMask(places, some)), places, which + found);
    hn::StoreU(hn::Compress(entries, some), d, values + found);
    found += hn::CountTrue(d, some);
  }
  const std::size_t before = found;
  found += gatherNonZeroPlain(row + k, count - k, which + found, values + found);
  for (std::size_t i = before; i < found; ++i) which[i] += static_cast<std::int32_t>(k);
  return found;
}

}  // namespace nudge::kernels::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
#include <algorithm>
#include <cmath>

namespace nudge::kernels {

HWY_EXPORT(sumRowsTuned);
HWY_EXPORT(gatherNonZeroTuned);

void sumRows(const float* rows, std::size_t stride, std::span<const std::int32_t> which,
             const float* values, float* sums, std::size_t count) {
  HWY_DYNAMIC_DISPATCH(sumRowsTuned)(rows, stride, which, values, sums, count);
}

void sumRowsPlain(const float* rows, std::size_t stride, std::span<const std::int32_t> which,
                  const float* values, float* sums, std::size_t count) {
  std::fill_n(sums, count, 0.0F);
  for (std::size_t k = 0; k < which.size(); ++k) {
    const float* row = rows + static_cast<std::size_t>(which[k]) * stride;
    for (std::size_t j = 0; j < count; ++j) sums[j] = std::fma(values[k], row[j], sums[j]);
  }
}

std::size_t gatherNonZero(const float* row, std::size_t count, std::int32_t* which, float* values) {
  return HWY_DYNAMIC_DISPATCH(gatherNonZeroTuned)(row, count, which, values);
}

std::size_t gatherNonZeroPlain(const float* row, std::size_t count, std::int32_t* which,
                               float* values) {
  std::size_t found = 0;
  for (std::size_t k = 0; k < count; ++k) {
    if (row[k] == 0) continue;
    which[found] = static_cast<std::int32_t>(k);
    values[found++] = row[k];
  }
  return found;
}

}  // namespace nudge::kernels
#endif
