// Bits of a word as vector masks and back, shared by the kernels that work on bits. Included once
// per target.
#if defined(NUDGE_BITS_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef NUDGE_BITS_INL_H
#undef NUDGE_BITS_INL_H
#else
#define NUDGE_BITS_INL_H
#endif

#include <cstdint>
#include <cstring>
#include <type_traits>

#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace nudge::kernels::HWY_NAMESPACE {

/// The lanes whose bit is set, of the bits from number `first` on, which must be a multiple of the
/// lanes. Words keep their lowest bits in their first byte.
template <class D>
HWY_INLINE hwy::HWY_NAMESPACE::Mask<D> maskAt(D d, const std::uint64_t* words, std::size_t first) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(words) + first / 8;
  if constexpr (hwy::HWY_NAMESPACE::MaxLanes(D()) >= 8) {
    return hwy::HWY_NAMESPACE::LoadMaskBits(d, bytes);
  } else {
    const auto byte = static_cast<std::uint8_t>(*bytes >> (first % 8));
    return hwy::HWY_NAMESPACE::LoadMaskBits(d, &byte);
  }
}

/// The other way: a bit for each lane, beginning with the lowest.
template <class D>
HWY_INLINE std::uint64_t bitsOf(D d, hwy::HWY_NAMESPACE::Mask<D> mask) {
  constexpr std::size_t kLanes = hwy::HWY_NAMESPACE::MaxLanes(D());
  using Part = std::conditional_t<
      kLanes <= 8, std::uint8_t,
      std::conditional_t<kLanes <= 16, std::uint16_t,
                         std::conditional_t<kLanes <= 32, std::uint32_t, std::uint64_t>>>;
  std::uint8_t bytes[8];  // StoreMaskBits may write eight
  hwy::HWY_NAMESPACE::StoreMaskBits(d, mask, bytes);
  Part part = 0;
  std::memcpy(&part, bytes, sizeof part);
  return part;
}

}  // namespace nudge::kernels::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#endif
