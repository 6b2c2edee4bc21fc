#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/kernels/StateUpdate.cpp"
#include "core/kernels/StateUpdate.h"

#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include "core/kernels/StateRule-inl.h"

HWY_BEFORE_NAMESPACE();
namespace nudge::kernels::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

template <bool kBinary>
bool updateAll(const StateRule& rule, const float* HWY_RESTRICT input, float* HWY_RESTRICT states,
               float* HWY_RESTRICT activations, std::size_t count) {
  const hn::ScalableTag<float> d;
  const VectorRule<decltype(d)> vectorRule(d, rule);
  auto changed = hn::FirstN(d, 0);
  const std::size_t lanes = hn::Lanes(d);
  std::size_t i = 0;
  for (; i + lanes <= count; i += lanes) {
    const auto old = hn::LoadU(d, states + i);
    const auto next = vectorRule.template step<kBinary>(old, hn::LoadU(d, input + i));
    changed = hn::Or(changed, vectorRule.isChange(old, next));
    hn::StoreU(next, d, states + i);
    if constexpr (kBinary) hn::StoreU(vectorRule.activation(next), d, activations + i);
  }
  bool any = !hn::AllFalse(d, changed);
  if (i < count) {
    any |= updateStatesPlain(rule, input + i, states + i, kBinary ? activations + i : nullptr,
                             count - i);
  }
  return any;
}

bool updateStatesTuned(const StateRule& rule, const float* input, float* states, float* activations,
                       std::size_t count) {
  return rule.binary ? updateAll<true>(rule, input, states, activations, count)
                     : updateAll<false>(rule, input, states, activations, count);
}

}  // namespace nudge::kernels::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
#include <algorithm>
#include <cmath>

namespace nudge::kernels {

HWY_EXPORT(updateStatesTuned);

bool updateStates(const StateRule& rule, const float* input, float* states, float* activations,
                  std::size_t count) {
  return HWY_DYNAMIC_DISPATCH(updateStatesTuned)(rule, input, states, activations, count);
}

bool updateStatesPlain(const StateRule& rule, const float* input, float* states, float* activations,
                       std::size_t count) {
  bool changed = false;
  for (std::size_t i = 0; i < count; ++i) {
    const float old = states[i];
    const float next =
        std::clamp(std::fma(rule.keep, old, rule.gain * rule.slope(old) * input[i]), 0.0F, 1.0F);
    changed |= rule.isChange(old, next);
    states[i] = next;
    if (rule.binary) activations[i] = next >= 0.5F ? 1.0F : 0.0F;
  }
  return changed;
}

}  // namespace nudge::kernels
#endif
