#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/kernels/BitStep.cpp"
#include "core/kernels/BitStep.h"

#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include "core/kernels/Bits-inl.h"
#include "core/kernels/StateRule-inl.h"

HWY_BEFORE_NAMESPACE();
namespace nudge::kernels::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

using Floats = hn::CappedTag<float, 16>;

template <bool kPresent>
class VectorSource {
  using V = hn::Vec<Floats>;

 public:
  explicit VectorSource(const BitSource& source)
      : counts_(source.counts),
        active_(hn::Set(hn::RebindToSigned<Floats>(), source.active)),
        scale_(hn::Set(Floats(), source.scale)) {}

  HWY_INLINE V addTo(V sum, std::size_t j) const {
    if constexpr (!kPresent) return sum;
    const hn::RebindToSigned<Floats> ints;
    const hn::Rebind<std::int16_t, Floats> shorts;
    const auto count = hn::PromoteTo(ints, hn::LoadU(shorts, counts_ + j));
    const auto signs = hn::Sub(hn::Add(count, count), active_);
    return hn::Add(sum, hn::Mul(scale_, hn::ConvertTo(Floats(), signs)));
  }

 private:
  const std::int16_t* counts_;
  hn::Vec<hn::RebindToSigned<Floats>> active_;
  V scale_;
};

/// With the widest pseudo-derivative the slope is the same at every state: kBinary is then false.
template <bool kBinary, bool kBelow, bool kAbove>
bool stepAll(const StateRule& rule, const BitInput& input, float* HWY_RESTRICT states,
             std::uint64_t* HWY_RESTRICT bits, std::size_t count) {
  const Floats d;
  constexpr std::size_t kLanes = hn::MaxLanes(Floats());
  StateRule same = rule;
  if (!kBinary) same.gain = rule.gain * rule.slope(0);
  const VectorRule<Floats> vectorRule(d, same);
  const VectorSource<kBelow> below(input.below);
  const VectorSource<kAbove> above(input.above);
  auto changed = hn::FirstN(d, 0);
  const std::size_t words = count / 64;
  for (std::size_t word = 0; word < words; ++word) {
    std::uint64_t active = 0;
    for (std::size_t part = 0; part < 64; part += kLanes) {
      const std::size_t j = word * 64 + part;
      const auto in = above.addTo(below.addTo(hn::LoadU(d, input.base + j), j), j);
      const auto old = hn::LoadU(d, states + j);
      const auto next = vectorRule.template step<kBinary>(old, in);
      changed = hn::Or(changed, vectorRule.isChange(old, next));
      hn::StoreU(next, d, states + j);
      active |= bitsOf(d, hn::Ge(next, hn::Set(d, 0.5F))) << part;
    }
    bits[word] = active;
  }
  bool any = !hn::AllFalse(d, changed);
  if (const std::size_t done = words * 64; done < count) {
    BitInput rest = input;
    rest.base += done;
    if (kBelow) rest.below.counts += done;
    if (kAbove) rest.above.counts += done;
    any |= stepBitsPlain(rule, rest, states + done, bits + words, count - done);
  }
  return any;
}

template <bool kBinary>
bool stepSources(const StateRule& rule, const BitInput& input, float* states, std::uint64_t* bits,
                 std::size_t count) {
  const bool below = input.below.counts != nullptr;
  const bool above = input.above.counts != nullptr;
  if (below && above) return stepAll<kBinary, true, true>(rule, input, states, bits, count);
  if (below) return stepAll<kBinary, true, false>(rule, input, states, bits, count);
  if (above) return stepAll<kBinary, false, true>(rule, input, states, bits, count);
  return stepAll<kBinary, false, false>(rule, input, states, bits, count);
}

bool stepBitsTuned(const StateRule& rule, const BitInput& input, float* states, std::uint64_t* bits,
                   std::size_t count) {
  return rule.pseudoWidth >= 0.5F ? stepSources<false>(rule, input, states, bits, count)
                                  : stepSources<true>(rule, input, states, bits, count);
}

void thresholdBitsTuned(const float* states, std::uint64_t* bits, std::size_t count) {
  const Floats d;
  const std::size_t words = count / 64;
  for (std::size_t word = 0; word < words; ++word) {
    bits[word] = 0;
    for (std::size_t part = 0; part < 64; part += hn::Lanes(d)) {
      const auto active = hn::Ge(hn::LoadU(d, states + word * 64 + part), hn::Set(d, 0.5F));
      bits[word] |= bitsOf(d, active) << part;
    }
  }
  if (words * 64 == count) return;
  bits[words] = 0;
  for (std::size_t j = words * 64; j < count; ++j)
    bits[words] |= std::uint64_t{states[j] >= 0.5F} << (j % 64);
}

void expandBitsTuned(const std::uint64_t* bits, float* values, std::size_t count) {
  const Floats d;
  const std::size_t words = count / 64;
  for (std::size_t word = 0; word < words; ++word) {
    for (std::size_t part = 0; part < 64; part += hn::Lanes(d)) {
      const auto active = maskAt(d, bits + word, part);
      hn::StoreU(hn::IfThenElseZero(active, hn::Set(d, 1.0F)), d, values + word * 64 + part);
    }
  }
  for (std::size_t j = words * 64; j < count; ++j)
    values[j] = static_cast<float>(bits[words] >> (j % 64) & 1U);
}

}  // namespace nudge::kernels::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
#include <algorithm>

namespace nudge::kernels {

HWY_EXPORT(stepBitsTuned);
HWY_EXPORT(thresholdBitsTuned);
HWY_EXPORT(expandBitsTuned);

void gatherBitInput(const BitInput& input, float* into, std::size_t count) {
  for (std::size_t j = 0; j < count; ++j) {
    into[j] = input.base[j];
    if (input.below.counts != nullptr) into[j] += input.below.input(j);
    if (input.above.counts != nullptr) into[j] += input.above.input(j);
  }
}

bool stepBits(const StateRule& rule, const BitInput& input, float* states, std::uint64_t* bits,
              std::size_t count) {
  return HWY_DYNAMIC_DISPATCH(stepBitsTuned)(rule, input, states, bits, count);
}

bool stepBitsPlain(const StateRule& rule, const BitInput& input, float* states, std::uint64_t* bits,
                   std::size_t count) {
  bool changed = false;
  std::fill_n(bits, (count + 63) / 64, 0);
  for (std::size_t j = 0; j < count; ++j) {
    BitInput one = input;
    one.base += j;
    if (one.below.counts != nullptr) one.below.counts += j;
    if (one.above.counts != nullptr) one.above.counts += j;
    float sum = 0, active = 0;
    gatherBitInput(one, &sum, 1);
    changed |= updateStatesPlain(rule, &sum, states + j, &active, 1);
    bits[j / 64] |= std::uint64_t{active > 0} << (j % 64);
  }
  return changed;
}

void thresholdBits(const float* states, std::uint64_t* bits, std::size_t count) {
  HWY_DYNAMIC_DISPATCH(thresholdBitsTuned)(states, bits, count);
}

void expandBits(const std::uint64_t* bits, float* values, std::size_t count) {
  HWY_DYNAMIC_DISPATCH(expandBitsTuned)(bits, values, count);
}

}  // namespace nudge::kernels
#endif
