// Random numbers of annealing kernels in vectors. Included once per target.
#if defined(NUDGE_ANNEAL_LANES_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef NUDGE_ANNEAL_LANES_INL_H
#undef NUDGE_ANNEAL_LANES_INL_H
#else
#define NUDGE_ANNEAL_LANES_INL_H
#endif

#include <hwy/highway.h>

#include "core/kernels/AnnealLanes.h"

HWY_BEFORE_NAMESPACE();
namespace nudge::kernels::HWY_NAMESPACE {

using WordTag = hwy::HWY_NAMESPACE::CappedTag<std::uint32_t, kRandomLanes>;
using RealTag = hwy::HWY_NAMESPACE::CappedTag<float, kRandomLanes>;
using Words = hwy::HWY_NAMESPACE::Vec<WordTag>;
using Reals = hwy::HWY_NAMESPACE::Vec<RealTag>;

/// Vectors that make up the lanes of one draw.
constexpr std::size_t kParts = kRandomLanes / hwy::HWY_NAMESPACE::MaxLanes(WordTag());
constexpr std::size_t kWordsAPart = kRandomLanes / kParts;

/// The generators in registers; store() puts them back.
class VectorRandom {
 public:
  explicit VectorRandom(const RandomLanes& lanes) {
    const WordTag d;
    for (std::size_t p = 0; p < kParts; ++p) {
      for (std::size_t w = 0; w < 4; ++w) {
        state_[p][w] =
            hwy::HWY_NAMESPACE::LoadU(d, lanes.words + w * kRandomLanes + p * kWordsAPart);
      }
    }
  }

  void store(RandomLanes& lanes) const {
    const WordTag d;
    for (std::size_t p = 0; p < kParts; ++p) {
      for (std::size_t w = 0; w < 4; ++w) {
        hwy::HWY_NAMESPACE::StoreU(state_[p][w], d,
                                   lanes.words + w * kRandomLanes + p * kWordsAPart);
      }
    }
  }

  HWY_INLINE Words next(std::size_t part) {
    namespace hn = hwy::HWY_NAMESPACE;
    Words& a = state_[part][0];
    Words& b = state_[part][1];
    Words& c = state_[part][2];
    Words& d = state_[part][3];
    const Words result = hn::Add(hn::RotateRight<32 - 7>(hn::Add(a, d)), a);
    const Words shifted = hn::ShiftLeft<9>(b);
    c = hn::Xor(c, a);
    d = hn::Xor(d, b);
    b = hn::Xor(b, c);
    a = hn::Xor(a, d);
    c = hn::Xor(c, shifted);
    d = hn::RotateRight<32 - 11>(d);
    return result;
  }

 private:
  Words state_[kParts][4];
};

/// LogOfRandom::of in every lane.
HWY_INLINE Reals logOfRandom(Words random) {
  namespace hn = hwy::HWY_NAMESPACE;
  const RealTag d;
  const WordTag dw;
  const hn::RebindToSigned<RealTag> di;
  using Log = LogOfRandom;
  const auto odd =
      hn::ConvertTo(d, hn::BitCast(di, hn::Or(hn::ShiftRight<7>(random), hn::Set(dw, 1))));
  const auto bits = hn::BitCast(di, odd);
  const auto mantissa = hn::Or(hn::And(bits, hn::Set(di, 0x7FFFFF)), hn::Set(di, 0x3F800000));
  const auto m = hn::Sub(hn::BitCast(d, mantissa), hn::Set(d, 1.0F));
  const auto line =
      hn::MulAdd(hn::ConvertTo(d, bits), hn::Set(d, 0x1p-23F), hn::Set(d, -(127.0F + 25.0F)));
  const auto bump = hn::NegMulAdd(m, m, m);
  auto inner = hn::MulAdd(hn::Set(d, Log::c3), m, hn::Set(d, Log::c2));
  inner = hn::MulAdd(inner, m, hn::Set(d, Log::c1));
  inner = hn::MulAdd(inner, m, hn::Set(d, Log::c0));
  return hn::MulAdd(bump, inner, line);
}

}  // namespace nudge::kernels::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif
