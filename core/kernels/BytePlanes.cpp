#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/kernels/BytePlanes.cpp"
#include "core/kernels/BytePlanes.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace nudge::kernels::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

using Floats = hn::CappedTag<float, 16>;

/// Values of [0, 1] in units.
template <class V>
HWY_INLINE auto inUnits(V values) {
  const hn::DFromV<V> d;
  const auto within = hn::Min(hn::Max(values, hn::Zero(d)), hn::Set(d, 1));
  return hn::NearestInt(hn::Mul(within, hn::Set(d, 1 / BytePlanes::kUnit)));
}

/// A vector of units, byte by byte; `real` of them where not all.
template <class V>
HWY_INLINE void storeBytes(V units, std::size_t real, std::size_t at, BytePlanes& planes) {
  const hn::RebindToUnsigned<hn::DFromV<V>> du;
  const hn::Rebind<std::uint8_t, decltype(du)> bytes;
  const auto low = hn::Set(du, 255);
  const auto bits = hn::BitCast(du, units);
  const auto store = [&](int k, auto part) HWY_ATTR {
    const auto narrow = hn::TruncateTo(bytes, part);
    std::uint8_t* out = planes.plane(k) + at;
    if (real == hn::Lanes(du)) return hn::StoreU(narrow, bytes, out);
    std::array<std::uint8_t, hn::MaxLanes(bytes)> some;
    hn::StoreU(narrow, bytes, some.data());
    std::copy_n(some.data(), real, out);
  };
  store(0, hn::ShiftRight<16>(bits));
  store(1, hn::And(hn::ShiftRight<8>(bits), low));
  store(2, hn::And(bits, low));
}

/// The first `real` of a vector's worth of values, zeros behind them.
HWY_INLINE hn::Vec<Floats> loadSome(const float* values, std::size_t real) {
  const Floats d;
  if (real == hn::Lanes(d)) return hn::LoadU(d, values);
  std::array<float, hn::MaxLanes(d)> some{};
  std::copy_n(values, real, some.data());
  return hn::LoadU(d, some.data());
}

void splitBytesTuned(const float* values, std::size_t count, std::size_t first,
                     BytePlanes& planes) {
  const std::size_t lanes = hn::Lanes(Floats());
  for (std::size_t i = 0; i < count; i += lanes) {
    const std::size_t real = std::min(lanes, count - i);
    storeBytes(inUnits(loadSome(values + i, real)), real, first + i, planes);
  }
}

void unpoolBytesTuned(const RawMaps& maps, const float* values, const std::int32_t* choice,
                      const PaddedPositions& positions, BytePlanes& planes) {
  const Floats d;
  const hn::RebindToSigned<Floats> di;
  const std::size_t lanes = hn::Lanes(d);
  const std::size_t window = maps.pool * maps.pool;
  const float share = choice != nullptr ? 1.0F : 1.0F / static_cast<float>(window);
  alignas(64) std::array<std::int32_t, hn::MaxLanes(d)> places{};
  for (std::size_t pixel = 0; pixel < maps.height * maps.width; ++pixel) {
    const std::size_t top = pixel / maps.width * maps.pool;
    const std::size_t left = pixel % maps.width * maps.pool;
    for (std::size_t c = 0; c < maps.channels; c += lanes) {
      const std::size_t real = std::min(lanes, maps.channels - c);
      const std::size_t from = pixel * maps.channels + c;
      const auto scale = hn::Mul(hn::LoadU(d, maps.scale + c), hn::Set(d, share));
      const auto units = inUnits(hn::Mul(scale, loadSome(values + from, real)));
      if (choice != nullptr) std::copy_n(choice + from, real, places.data());
      const auto chosen = hn::Load(di, places.data());
      for (std::size_t k = 0; k < window; ++k) {
        const std::size_t y = top + k / maps.pool, x = left + k % maps.pool;
        const auto here = hn::Set(di, static_cast<std::int32_t>(y * maps.rawWidth + x));
        const auto sent =
            choice != nullptr ? hn::IfThenElseZero(hn::Eq(chosen, here), units) : units;
        storeBytes(sent, real, (positions.corner + y * positions.rowWidth + x) * maps.channels + c,
                   planes);
      }
    }
  }
}

}  // namespace nudge::kernels::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE

namespace nudge::kernels {

HWY_EXPORT(splitBytesTuned);
HWY_EXPORT(unpoolBytesTuned);

BytePlanes::BytePlanes(std::size_t values)
    : linesOfPlane_((values + kSlack + sizeof(Line) - 1) / sizeof(Line)),
      lines_(kPlanes * linesOfPlane_) {}

void BytePlanes::clear(std::size_t first, std::size_t end) {
  for (int k = 0; k < kPlanes; ++k) std::fill(plane(k) + first, plane(k) + end, std::uint8_t{0});
}

float BytePlanes::value(std::size_t i) const {
  const int units = (plane(0)[i] << 16) + (plane(1)[i] << 8) + plane(2)[i];
  return kUnit * static_cast<float>(units);
}

void splitBytes(const float* values, std::size_t count, std::size_t first, BytePlanes& planes) {
  HWY_DYNAMIC_DISPATCH(splitBytesTuned)(values, count, first, planes);
}

void unpoolBytes(const RawMaps& maps, const float* values, const std::int32_t* choice,
                 const PaddedPositions& positions, BytePlanes& planes) {
  HWY_DYNAMIC_DISPATCH(unpoolBytesTuned)(maps, values, choice, positions, planes);
}

void splitBytesPlain(const float* values, std::size_t count, std::size_t first,
                     BytePlanes& planes) {
  for (std::size_t i = 0; i < count; ++i) {
    const float within = std::clamp(values[i], 0.0F, 1.0F);
    const auto units = static_cast<std::uint32_t>(std::lrint(within * (1 / BytePlanes::kUnit)));
    planes.plane(0)[first + i] = static_cast<std::uint8_t>(units >> 16U);
    planes.plane(1)[first + i] = static_cast<std::uint8_t>(units >> 8U);
    planes.plane(2)[first + i] = static_cast<std::uint8_t>(units);
  }
}

void unpoolBytesPlain(const RawMaps& maps, const float* values, const std::int32_t* choice,
                      const PaddedPositions& positions, BytePlanes& planes) {
  const float share = choice != nullptr ? 1.0F : 1.0F / static_cast<float>(maps.pool * maps.pool);
  for (std::size_t i = 0; i < maps.height * maps.width * maps.channels; ++i) {
    const std::size_t pixel = i / maps.channels;
    const std::size_t c = i % maps.channels;
    for (std::size_t k = 0; k < maps.pool * maps.pool; ++k) {
      const std::size_t y = pixel / maps.width * maps.pool + k / maps.pool;
      const std::size_t x = pixel % maps.width * maps.pool + k % maps.pool;
      const auto place = static_cast<std::int32_t>(y * maps.rawWidth + x);
      const bool sends = choice == nullptr || choice[i] == place;
      const float value = sends ? maps.scale[c] * share * values[i] : 0;
      const std::size_t to = (positions.corner + y * positions.rowWidth + x) * maps.channels + c;
      splitBytesPlain(&value, 1, to, planes);
    }
  }
}

}  // namespace nudge::kernels
#endif
