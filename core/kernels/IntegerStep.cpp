#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/kernels/IntegerStep.cpp"
#include "core/kernels/IntegerStep.h"

#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include "core/kernels/Bits-inl.h"

HWY_BEFORE_NAMESPACE();
namespace nudge::kernels::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

// Integers in doubles, which hold them exactly up to 2^53: vectors of 64-bit integers cannot be
// multiplied everywhere.
using Doubles = hn::CappedTag<double, 8>;
using DoubleVector = hn::Vec<Doubles>;

class VectorSums {
 public:
  VectorSums(const IntegerRule& rule, const BitInput& input)
      : input_(input),
        factor_(static_cast<double>(std::int64_t{rule.unit} << IntegerRule::kMoreBits)),
        below_(static_cast<double>(rule.fixed(input.below.scale))),
        above_(static_cast<double>(rule.fixed(input.above.scale))) {}

  HWY_INLINE DoubleVector at(std::size_t j) const {
    const Doubles d;
    const DoubleVector base =
        hn::PromoteTo(d, hn::LoadU(hn::Rebind<float, Doubles>(), input_.base + j));
    const DoubleVector scaled = hn::Mul(base, hn::Set(d, factor_));
    DoubleVector sum = hn::Trunc(hn::Add(scaled, hn::CopySign(hn::Set(d, 0.5), scaled)));
    sum = addTo(sum, input_.below, below_, j);
    return addTo(sum, input_.above, above_, j);
  }

 private:
  static HWY_INLINE DoubleVector addTo(DoubleVector sum, const BitSource& source, double scale,
                                       std::size_t j) {
    if (source.counts == nullptr) return sum;
    const Doubles d;
    const hn::Rebind<std::int32_t, Doubles> ints;
    const hn::Rebind<std::int16_t, Doubles> shorts;
    const auto count = hn::PromoteTo(ints, hn::LoadU(shorts, source.counts + j));
    const auto signs = hn::Sub(hn::Add(count, count), hn::Set(ints, source.active));
    return hn::MulAdd(hn::Set(d, scale), hn::PromoteTo(d, signs), sum);
  }

  BitInput input_;
  double factor_, below_, above_;
};

bool stepIntegersTuned(const IntegerRule& rule, const BitInput& input, float* HWY_RESTRICT states,
                       std::uint64_t* HWY_RESTRICT bits, std::size_t count) {
  const Doubles d;
  const hn::Rebind<float, Doubles> floats;
  constexpr std::size_t kLanes = hn::MaxLanes(Doubles());
  const VectorSums sums(rule, input);
  const double one = rule.unit;
  const DoubleVector unit = hn::Set(d, one);
  const DoubleVector half = hn::Set(d, 0.5);
  const DoubleVector behind = hn::Set(d, 1.0 / (1 << IntegerRule::kMoreBits));
  auto changed = hn::FirstN(d, 0);
  const std::size_t words = count / 64;
  for (std::size_t word = 0; word < words; ++word) {
    std::uint64_t active = 0;
    for (std::size_t part = 0; part < 64; part += kLanes) {
      const std::size_t j = word * 64 + part;
      const DoubleVector whole = hn::Floor(hn::MulAdd(sums.at(j), behind, half));
      const DoubleVector in =
          hn::Min(hn::Max(whole, hn::Set(d, -2 * one)), hn::Set(d, 2 * one - 1));
      const DoubleVector old = hn::Mul(hn::PromoteTo(d, hn::LoadU(floats, states + j)), unit);
      const DoubleVector sum = hn::Add(hn::Add(old, in), hn::Set(d, 1.0));
      const DoubleVector moved = hn::Min(hn::Max(hn::Floor(hn::Mul(sum, half)), hn::Zero(d)), unit);
      changed = hn::Or(changed, hn::Ne(old, moved));
      hn::StoreU(hn::DemoteTo(floats, hn::Mul(moved, hn::Set(d, 1.0 / one))), floats, states + j);
      active |= bitsOf(d, hn::Ge(moved, hn::Set(d, 0.5 * one))) << part;
    }
    bits[word] = active;
  }
  bool any = !hn::AllFalse(d, changed);
  if (const std::size_t done = words * 64; done < count) {
    BitInput rest = input;
    rest.base += done;
    if (rest.below.counts != nullptr) rest.below.counts += done;
    if (rest.above.counts != nullptr) rest.above.counts += done;
    any |= stepIntegersPlain(rule, rest, states + done, bits + words, count - done);
  }
  return any;
}

}  // namespace nudge::kernels::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
#include <algorithm>

namespace nudge::kernels {

HWY_EXPORT(stepIntegersTuned);

bool stepIntegers(const IntegerRule& rule, const BitInput& input, float* states,
                  std::uint64_t* bits, std::size_t count) {
  return HWY_DYNAMIC_DISPATCH(stepIntegersTuned)(rule, input, states, bits, count);
}

bool stepIntegersPlain(const IntegerRule& rule, const BitInput& input, float* states,
                       std::uint64_t* bits, std::size_t count) {
  const IntegerSums sums(rule, input);
  bool changed = false;
  std::fill_n(bits, (count + 63) / 64, 0);
  for (std::size_t j = 0; j < count; ++j) {
    const int old = rule.integer(states[j]);
    const int moved = rule.next(old, sums(j));
    changed |= moved != old;
    states[j] = rule.state(moved);
    bits[j / 64] |= static_cast<std::uint64_t>(2 * moved >= rule.unit) << (j % 64);
  }
  return changed;
}

}  // namespace nudge::kernels
#endif
