#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/kernels/AnnealCollapsed.cpp"
#include "core/kernels/AnnealCollapsed.h"

#include <algorithm>

#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include "core/kernels/AnnealLanes-inl.h"

HWY_BEFORE_NAMESPACE();
namespace nudge::kernels::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

/// Sums of a tile are made side by side.
constexpr std::size_t kChains = 4;

/// Σ |f_a + J_a·change|.
HWY_INLINE float sumOfSizes(const float* fields, const float* couplings, float change,
                            std::size_t count) {
  const RealTag d;
  const auto changes = hn::Set(d, change);
  Reals sums[kChains];
  for (Reals& sum : sums) sum = hn::Zero(d);
  for (std::size_t a = 0; a < count; a += kChains * kWordsAPart) {
    for (std::size_t c = 0; c < kChains; ++c) {
      const std::size_t at = a + c * kWordsAPart;
      sums[c] = hn::Add(sums[c], hn::Abs(hn::MulAdd(hn::LoadU(d, couplings + at), changes,
                                                    hn::LoadU(d, fields + at))));
    }
  }
  const auto sum = hn::Add(hn::Add(sums[0], sums[1]), hn::Add(sums[2], sums[3]));
  return hn::GetLane(hn::SumOfLanes(d, sum));
}

HWY_INLINE void addTo(float* fields, const float* couplings, float change, std::size_t count) {
  const RealTag d;
  const auto changes = hn::Set(d, change);
  for (std::size_t a = 0; a < count; a += kWordsAPart) {
    hn::StoreU(hn::MulAdd(hn::LoadU(d, couplings + a), changes, hn::LoadU(d, fields + a)), d,
               fields + a);
  }
}

void annealCollapsedTuned(const CollapsedGraph& graph, std::span<const float> scales,
                          RandomLanes& random, const CollapsedState& state) {
  static_assert(kCollapsedTile % (kChains * kWordsAPart) == 0);
  if (graph.kept == 0) return;
  const RealTag d;
  VectorRandom generators(random);
  float least[kRandomLanes];
  float sum = sumOfSizes(state.freeFields, graph.columns.data(), 0, graph.free);
  for (const float scale : scales) {
    for (std::size_t first = 0; first < graph.kept; first += kRandomLanes) {
      for (std::size_t p = 0; p < kParts; ++p) {
        hn::StoreU(hn::Mul(logOfRandom(generators.next(p)), hn::Set(d, scale)), d,
                   least + p * kWordsAPart);
      }
      const std::size_t last = std::min(first + kRandomLanes, graph.kept);
      for (std::size_t i = first; i < last; ++i) {
        const float* column = graph.columns.data() + i * graph.free;
        const float change = -2 * state.spins[i];
        const float flipped = sumOfSizes(state.freeFields, column, change, graph.free);
        const float gain = state.spins[i] * state.fields[i] + (flipped - sum) / 2;
        if (gain < least[i - first]) continue;
        state.spins[i] = -state.spins[i];
        sum = flipped;
        addTo(state.freeFields, column, change, graph.free);
        if (graph.between.empty()) continue;
        for (std::size_t j = 0; j < graph.kept; ++j)
          state.fields[j] += graph.between[i * graph.kept + j] * change;
      }
    }
  }
  generators.store(random);
}

}  // namespace nudge::kernels::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
#include <cmath>

namespace nudge::kernels {

HWY_EXPORT(annealCollapsedTuned);

void annealCollapsed(const CollapsedGraph& graph, std::span<const float> scales,
                     RandomLanes& random, const CollapsedState& state) {
  HWY_DYNAMIC_DISPATCH(annealCollapsedTuned)(graph, scales, random, state);
}

void annealCollapsedPlain(const CollapsedGraph& graph, std::span<const float> scales,
                          RandomLanes& random, const CollapsedState& state) {
  for (const float scale : scales) {
    float least[kRandomLanes] = {};
    for (std::size_t i = 0; i < graph.kept; ++i) {
      if (i % kRandomLanes == 0) {
        for (std::size_t r = 0; r < kRandomLanes; ++r)
          least[r] = LogOfRandom::of(random.next(r)) * scale;
      }
      const float* column = graph.columns.data() + i * graph.free;
      const float change = -2 * state.spins[i];
      float grown = 0;
      for (std::size_t a = 0; a < graph.free; ++a) {
        grown += std::abs(state.freeFields[a] + column[a] * change) - std::abs(state.freeFields[a]);
      }
      if (state.spins[i] * state.fields[i] + grown / 2 < least[i % kRandomLanes]) continue;
      state.spins[i] = -state.spins[i];
      for (std::size_t a = 0; a < graph.free; ++a) state.freeFields[a] += column[a] * change;
      for (std::size_t j = 0; !graph.between.empty() && j < graph.kept; ++j)
        state.fields[j] += graph.between[i * graph.kept + j] * change;
    }
  }
}

}  // namespace nudge::kernels
#endif
