#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/kernels/BopRow.cpp"
#include "core/kernels/BopRow.h"

#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include "core/kernels/Bits-inl.h"

HWY_BEFORE_NAMESPACE();
namespace nudge::kernels::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

BopResult bopRowTuned(const BopRule& rule, const float* HWY_RESTRICT gradient,
                      float* HWY_RESTRICT momentum, std::span<std::uint64_t> signs,
                      std::size_t count) {
  const hn::CappedTag<float, 16> d;
  const std::size_t lanes = hn::Lanes(d);
  const auto gain = hn::Set(d, rule.gain);
  const auto threshold = hn::Set(d, rule.threshold);
  auto alignment = hn::Zero(d);
  BopResult result;
  const std::size_t words = count / 64;
  for (std::size_t word = 0; word < words; ++word) {
    const std::uint64_t old = signs[word];
    std::uint64_t flips = 0;
    for (std::size_t k = 0; k < 64; k += lanes) {
      const std::size_t i = word * 64 + k;
      const auto g = hn::LoadU(d, gradient + i);
      // Inputs are mostly zero, and neighbours are so together.
      if (!rule.checkAll && hn::AllTrue(d, hn::Eq(g, hn::Zero(d)))) continue;
      const auto positive = maskAt(d, &old, k);
      const auto m = hn::MulAdd(gain, g, hn::LoadU(d, momentum + i));
      hn::StoreU(m, d, momentum + i);
      alignment = hn::Add(alignment, hn::IfThenElse(positive, g, hn::Neg(g)));
      const auto flip = hn::Gt(hn::IfThenElse(positive, hn::Neg(m), m), threshold);
      // Flips are rare: most vectors need none.
      if (!hn::AllFalse(d, flip)) {
        flips |= bitsOf(d, flip) << k;
        result.flips += hn::CountTrue(d, flip);
      }
    }
    signs[word] = old ^ flips;
  }
  const std::size_t done = words * 64;
  const BopResult rest =
      bopRowPlain(rule, gradient + done, momentum + done, signs.subspan(words), count - done);
  result.flips += rest.flips;
  result.alignment = hn::GetLane(hn::SumOfLanes(d, alignment)) + rest.alignment;
  return result;
}

}  // namespace nudge::kernels::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
#include <cmath>

namespace nudge::kernels {

HWY_EXPORT(bopRowTuned);

BopResult bopRow(const BopRule& rule, const float* gradient, float* momentum,
                 std::span<std::uint64_t> signs, std::size_t count) {
  return HWY_DYNAMIC_DISPATCH(bopRowTuned)(rule, gradient, momentum, signs, count);
}

BopResult bopRowPlain(const BopRule& rule, const float* gradient, float* momentum,
                      std::span<std::uint64_t> signs, std::size_t count) {
  BopResult result;
  for (std::size_t i = 0; i < count; ++i) {
    if (!rule.checkAll && gradient[i] == 0) continue;
    const std::uint64_t bit = std::uint64_t{1} << (i % 64);
    const float weight = (signs[i / 64] & bit) != 0 ? 1.0F : -1.0F;
    momentum[i] = std::fma(rule.gain, gradient[i], momentum[i]);
    result.alignment += gradient[i] * weight;
    if (-weight * momentum[i] > rule.threshold) {
      signs[i / 64] ^= bit;
      ++result.flips;
    }
  }
  return result;
}

}  // namespace nudge::kernels
#endif
