#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/kernels/BopRow.cpp"
#include "core/kernels/BopRow.h"

#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace nudge::kernels::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

BopResult bopRowTuned(const BopRule& rule, const float* HWY_RESTRICT gradient,
                      float* HWY_RESTRICT momentum, float* HWY_RESTRICT weights,
                      std::size_t count) {
  const hn::ScalableTag<float> d;
  const auto gain = hn::Set(d, rule.gain);
  const auto threshold = hn::Set(d, rule.threshold);
  auto alignment = hn::Zero(d);
  BopResult result;
  std::size_t i = 0;
  for (; i + hn::Lanes(d) <= count; i += hn::Lanes(d)) {
    const auto g = hn::LoadU(d, gradient + i);
    const auto w = hn::LoadU(d, weights + i);
    const auto m = hn::MulAdd(gain, g, hn::LoadU(d, momentum + i));
    hn::StoreU(m, d, momentum + i);
    alignment = hn::MulAdd(g, w, alignment);
    const auto opposition = hn::Neg(hn::Mul(w, m));
    const auto flip = hn::Gt(opposition, threshold);
    // Flips are rare: most vectors need no store.
    if (!hn::AllFalse(d, flip)) {
      result.flips += hn::CountTrue(d, flip);
      hn::StoreU(hn::IfThenElse(flip, hn::Neg(w), w), d, weights + i);
    }
  }
  const BopResult rest = bopRowPlain(rule, gradient + i, momentum + i, weights + i, count - i);
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

BopResult bopRow(const BopRule& rule, const float* gradient, float* momentum, float* weights,
                 std::size_t count) {
  return HWY_DYNAMIC_DISPATCH(bopRowTuned)(rule, gradient, momentum, weights, count);
}

BopResult bopRowPlain(const BopRule& rule, const float* gradient, float* momentum, float* weights,
                      std::size_t count) {
  BopResult result;
  for (std::size_t i = 0; i < count; ++i) {
    momentum[i] = std::fma(rule.gain, gradient[i], momentum[i]);
    result.alignment += gradient[i] * weights[i];
    if (-weights[i] * momentum[i] > rule.threshold) {
      weights[i] = -weights[i];
      ++result.flips;
    }
  }
  return result;
}

}  // namespace nudge::kernels
#endif
