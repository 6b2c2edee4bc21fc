#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/kernels/PoolMaps.cpp"
#include "core/kernels/PoolMaps.h"

#include <algorithm>
#include <array>
#include <limits>

#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace nudge::kernels::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

/// `load` reads the sums of a position for the channels from one on.
template <bool kMax, class D, class Load>
HWY_INLINE void poolMaps(D d, const RawMaps& maps, const Load& load, float* pooled,
                         std::int32_t* choice) {
  const hn::RebindToSigned<D> di;
  const std::size_t lanes = hn::Lanes(d);
  const std::size_t count = maps.pool * maps.pool;
  const auto share = hn::Set(d, 1.0F / static_cast<float>(count));
  alignas(64) std::array<float, hn::MaxLanes(d)> values;
  alignas(64) std::array<std::int32_t, hn::MaxLanes(d)> places;
  for (std::size_t pixel = 0; pixel < maps.height * maps.width; ++pixel) {
    const std::size_t corner =
        pixel / maps.width * maps.pool * maps.rawWidth + pixel % maps.width * maps.pool;
    for (std::size_t c = 0; c < maps.channels; c += lanes) {
      const auto scale = hn::LoadU(d, maps.scale + c);
      const auto bias = hn::LoadU(d, maps.biases + c);
      auto best = kMax ? hn::Set(d, -std::numeric_limits<float>::infinity()) : hn::Zero(d);
      auto place = hn::Zero(di);
      for (std::size_t k = 0; k < count; ++k) {
        const std::size_t p = corner + k / maps.pool * maps.rawWidth + k % maps.pool;
        const auto sum = hn::Add(hn::Mul(scale, load(p, c)), bias);
        if constexpr (kMax) {
          const auto larger = hn::Gt(sum, best);
          best = hn::IfThenElse(larger, sum, best);
          place = hn::IfThenElse(hn::RebindMask(di, larger),
                                 hn::Set(di, static_cast<std::int32_t>(p)), place);
        } else {
          best = hn::MulAdd(sum, share, best);
        }
      }
      const std::size_t real = std::min(lanes, maps.channels - c);
      hn::StoreU(best, d, values.data());
      std::copy_n(values.data(), real, pooled + pixel * maps.channels + c);
      if constexpr (kMax) {
        hn::StoreU(place, di, places.data());
        std::copy_n(places.data(), real, choice + pixel * maps.channels + c);
      }
    }
  }
}

void poolSumsTuned(const RawMaps& maps, const float* sums, float* pooled, std::int32_t* choice) {
  const hn::CappedTag<float, 16> d;
  const auto load = [&](std::size_t p, std::size_t c)
                        HWY_ATTR { return hn::LoadU(d, sums + p * maps.stride + c); };
  if (choice != nullptr) {
    poolMaps<true>(d, maps, load, pooled, choice);
  } else {
    poolMaps<false>(d, maps, load, pooled, choice);
  }
}

void poolCountsTuned(const RawMaps& maps, const std::int16_t* counts, const std::int32_t* active,
                     float* pooled, std::int32_t* choice) {
  using D = hn::CappedTag<float, 16>;
  const D d;
  const hn::RebindToSigned<D> di;
  const hn::Rebind<std::int16_t, D> shorts;
  const auto load = [&](std::size_t p, std::size_t c) HWY_ATTR {
    const auto count = hn::PromoteTo(di, hn::LoadU(shorts, counts + p * maps.stride + c));
    return hn::ConvertTo(d, hn::Sub(hn::Add(count, count), hn::Set(di, active[p])));
  };
  poolMaps<true>(d, maps, load, pooled, choice);
}

}  // namespace nudge::kernels::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE

namespace nudge::kernels {

HWY_EXPORT(poolSumsTuned);
HWY_EXPORT(poolCountsTuned);

void poolSums(const RawMaps& maps, const float* sums, float* pooled, std::int32_t* choice) {
  HWY_DYNAMIC_DISPATCH(poolSumsTuned)(maps, sums, pooled, choice);
}

void poolCounts(const RawMaps& maps, const std::int16_t* counts, const std::int32_t* active,
                float* pooled, std::int32_t* choice) {
  HWY_DYNAMIC_DISPATCH(poolCountsTuned)(maps, counts, active, pooled, choice);
}

namespace {

/// sumAt(position, channel) reads a sum.
template <class SumAt>
void poolPlain(const RawMaps& maps, const SumAt& sumAt, float* pooled, std::int32_t* choice) {
  for (std::size_t i = 0; i < maps.height * maps.width * maps.channels; ++i) {
    const std::size_t pixel = i / maps.channels;
    const std::size_t c = i % maps.channels;
    pooled[i] = choice != nullptr ? -std::numeric_limits<float>::infinity() : 0;
    for (std::size_t k = 0; k < maps.pool * maps.pool; ++k) {
      const std::size_t y = pixel / maps.width * maps.pool + k / maps.pool;
      const std::size_t x = pixel % maps.width * maps.pool + k % maps.pool;
      const std::size_t p = y * maps.rawWidth + x;
      const float sum = maps.scale[c] * sumAt(p, c) + maps.biases[c];
      if (choice == nullptr) {
        pooled[i] += sum / static_cast<float>(maps.pool * maps.pool);
      } else if (sum > pooled[i]) {
        pooled[i] = sum;
        choice[i] = static_cast<std::int32_t>(p);
      }
    }
  }
}

}  // namespace

void poolSumsPlain(const RawMaps& maps, const float* sums, float* pooled, std::int32_t* choice) {
  poolPlain(
      maps, [&](std::size_t p, std::size_t c) { return sums[p * maps.stride + c]; }, pooled,
      choice);
}

void poolCountsPlain(const RawMaps& maps, const std::int16_t* counts, const std::int32_t* active,
                     float* pooled, std::int32_t* choice) {
  const auto sumAt = [&](std::size_t p, std::size_t c) {
    return static_cast<float>(2 * counts[p * maps.stride + c] - active[p]);
  };
  poolPlain(maps, sumAt, pooled, choice);
}

}  // namespace nudge::kernels
#endif
