#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/kernels/PoolCounts.cpp"
#include "core/kernels/PoolCounts.h"

#include <algorithm>
#include <array>
#include <limits>

#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace nudge::kernels::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

void poolCountsTuned(const CountedMaps& maps, float* pooled, std::int32_t* choice) {
  using D = hn::CappedTag<float, 16>;
  const D d;
  const hn::RebindToSigned<D> di;
  const hn::Rebind<std::int16_t, D> shorts;
  const std::size_t lanes = hn::Lanes(d);
  alignas(64) std::array<float, hn::MaxLanes(d)> values;
  alignas(64) std::array<std::int32_t, hn::MaxLanes(d)> places;
  for (std::size_t pixel = 0; pixel < maps.height * maps.width; ++pixel) {
    const std::size_t corner =
        pixel / maps.width * maps.pool * maps.rawWidth + pixel % maps.width * maps.pool;
    for (std::size_t c = 0; c < maps.channels; c += lanes) {
      const auto scale = hn::LoadU(d, maps.scale + c);
      const auto bias = hn::LoadU(d, maps.biases + c);
      auto best = hn::Set(d, -std::numeric_limits<float>::infinity());
      auto place = hn::Zero(di);
      for (std::size_t k = 0; k < maps.pool * maps.pool; ++k) {
        const std::size_t p = corner + k / maps.pool * maps.rawWidth + k % maps.pool;
        const auto count = hn::PromoteTo(di, hn::LoadU(shorts, maps.counts + p * maps.stride + c));
        const auto signs = hn::Sub(hn::Add(count, count), hn::Set(di, maps.active[p]));
        const auto sum = hn::Add(hn::Mul(scale, hn::ConvertTo(d, signs)), bias);
        const auto larger = hn::Gt(sum, best);
        best = hn::IfThenElse(larger, sum, best);
        place = hn::IfThenElse(hn::RebindMask(di, larger),
                               hn::Set(di, static_cast<std::int32_t>(p)), place);
      }
      const std::size_t real = std::min(lanes, maps.channels - c);
      hn::StoreU(best, d, values.data());
      hn::StoreU(place, di, places.data());
      std::copy_n(values.data(), real, pooled + pixel * maps.channels + c);
      std::copy_n(places.data(), real, choice + pixel * maps.channels + c);
    }
  }
}

}  // namespace nudge::kernels::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE

namespace nudge::kernels {

HWY_EXPORT(poolCountsTuned);

void poolCounts(const CountedMaps& maps, float* pooled, std::int32_t* choice) {
  HWY_DYNAMIC_DISPATCH(poolCountsTuned)(maps, pooled, choice);
}

void poolCountsPlain(const CountedMaps& maps, float* pooled, std::int32_t* choice) {
  for (std::size_t i = 0; i < maps.height * maps.width * maps.channels; ++i) {
    const std::size_t pixel = i / maps.channels;
    const std::size_t c = i % maps.channels;
    pooled[i] = -std::numeric_limits<float>::infinity();
    for (std::size_t k = 0; k < maps.pool * maps.pool; ++k) {
      const std::size_t y = pixel / maps.width * maps.pool + k / maps.pool;
      const std::size_t x = pixel % maps.width * maps.pool + k % maps.pool;
      const std::size_t p = y * maps.rawWidth + x;
      const float signs = static_cast<float>(2 * maps.counts[p * maps.stride + c] - maps.active[p]);
      const float sum = maps.scale[c] * signs + maps.biases[c];
      if (sum <= pooled[i]) continue;
      pooled[i] = sum;
      choice[i] = static_cast<std::int32_t>(p);
    }
  }
}

}  // namespace nudge::kernels
#endif
