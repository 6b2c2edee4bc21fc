// A StateRule in vector form, shared by the kernels that apply it. Included once per target.
#if defined(NUDGE_STATE_RULE_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef NUDGE_STATE_RULE_INL_H
#undef NUDGE_STATE_RULE_INL_H
#else
#define NUDGE_STATE_RULE_INL_H
#endif

#include <hwy/highway.h>

#include "core/kernels/StateUpdate.h"

HWY_BEFORE_NAMESPACE();
namespace nudge::kernels::HWY_NAMESPACE {

template <class D>
class VectorRule {
  using V = hwy::HWY_NAMESPACE::Vec<D>;

 public:
  VectorRule(D d, const StateRule& rule)
      : d_(d),
        keep_(hwy::HWY_NAMESPACE::Set(d, rule.keep)),
        gain_(hwy::HWY_NAMESPACE::Set(d, rule.gain)),
        width_(hwy::HWY_NAMESPACE::Set(d, rule.pseudoWidth)),
        slope_(hwy::HWY_NAMESPACE::Set(d, rule.gain * (0.5F / rule.pseudoWidth))),
        tolerance_(hwy::HWY_NAMESPACE::Set(d, rule.tolerance)) {}

  template <bool kBinary>
  HWY_INLINE V step(V state, V input) const {
    namespace hn = hwy::HWY_NAMESPACE;
    V gain = gain_;
    if constexpr (kBinary) {
      const V distance = hn::Abs(hn::Sub(state, hn::Set(d_, 0.5F)));
      gain = hn::IfThenElseZero(hn::Le(distance, width_), slope_);
    }
    const V next = hn::MulAdd(keep_, state, hn::Mul(gain, input));
    return hn::Min(hn::Max(next, hn::Zero(d_)), hn::Set(d_, 1.0F));
  }

  HWY_INLINE hwy::HWY_NAMESPACE::Mask<D> isChange(V old, V next) const {
    namespace hn = hwy::HWY_NAMESPACE;
    return hn::Gt(hn::Abs(hn::Sub(next, old)), tolerance_);
  }

  HWY_INLINE V activation(V state) const {
    namespace hn = hwy::HWY_NAMESPACE;
    return hn::IfThenElseZero(hn::Ge(state, hn::Set(d_, 0.5F)), hn::Set(d_, 1.0F));
  }

 private:
  D d_;
  V keep_, gain_, width_, slope_, tolerance_;
};

}  // namespace nudge::kernels::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif
