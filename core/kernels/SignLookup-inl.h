// Sums of four values by their signs, looked up sixteen at a time: shared by the kernels that do.
// Included once per target; there is something in it for those of AVX-512 alone.
#if defined(NUDGE_SIGN_LOOKUP_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef NUDGE_SIGN_LOOKUP_INL_H
#undef NUDGE_SIGN_LOOKUP_INL_H
#else
#define NUDGE_SIGN_LOOKUP_INL_H
#endif

#include <algorithm>

#include <hwy/highway.h>

#include "core/kernels/SignLookup.h"

#if HWY_TARGET <= HWY_AVX3

HWY_BEFORE_NAMESPACE();
namespace nudge::kernels::HWY_NAMESPACE {

using SumTag = hwy::HWY_NAMESPACE::FixedTag<float, 16>;
using SignTag = hwy::HWY_NAMESPACE::FixedTag<std::int32_t, 16>;
using Sums = hwy::HWY_NAMESPACE::Vec<SumTag>;
using Signs = hwy::HWY_NAMESPACE::Vec<SignTag>;

/// Makes tables of values.
class TableWriter {
 public:
  HWY_INLINE TableWriter() {
    namespace hn = hwy::HWY_NAMESPACE;
    const hn::FixedTag<std::uint32_t, 16> d;
    const auto entries = hn::Iota(d, 0);
    for (std::uint32_t bit = 0; bit < 4; ++bit) {
      const auto clear = hn::Eq(hn::And(entries, hn::Set(d, 1U << bit)), hn::Zero(d));
      turn_[bit] = hn::BitCast(SumTag(), hn::ShiftLeft<31>(hn::VecFromMask(d, clear)));
    }
  }

  HWY_INLINE void writeFour(const float* four, SumTable& table) const {
    namespace hn = hwy::HWY_NAMESPACE;
    const SumTag d;
    const auto turned = [&](std::size_t i)
                            HWY_ATTR { return hn::Xor(hn::Set(d, four[i]), turn_[i]); };
    const auto sums = hn::Add(hn::Add(turned(0), turned(1)), hn::Add(turned(2), turned(3)));
    hn::Store(sums, d, table.sums.data());
  }

  /// As many tables as `count` values need; zeros stand behind the last.
  HWY_INLINE void write(const float* values, std::size_t count, SumTable* tables) const {
    for (; count >= 4; count -= 4, values += 4) writeFour(values, *tables++);
    if (count == 0) return;
    float four[4] = {};
    std::copy_n(values, count, four);
    writeFour(four, *tables);
  }

 private:
  Sums turn_[4];  ///< what turns a value's sign in the entries where its bit is clear
};

HWY_INLINE Signs loadSigns(const RowSigns& rows) {
  namespace hn = hwy::HWY_NAMESPACE;
  return hn::BitCast(SignTag(), hn::Load(hn::FixedTag<std::uint32_t, 16>(), rows.bits.data()));
}

/// Adds sixteen entries of a table, each by the low four bits of its sign word: what lies above
/// them is left alone, so that words need only be shifted from one table to the next.
HWY_INLINE Sums addLookedUp(Sums sum, const SumTable& table, Signs signs) {
  namespace hn = hwy::HWY_NAMESPACE;
  const Sums entries = hn::Load(SumTag(), table.sums.data());
  const Sums looked{_mm512_permutexvar_ps(signs.raw, entries.raw)};
  // Times one, because processors whose additions share a unit with lookups have others for
  // products.
  return hn::MulAdd(hn::Set(SumTag(), 1.0F), looked, sum);
}

}  // namespace nudge::kernels::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif
#endif
