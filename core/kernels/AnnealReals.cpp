#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/kernels/AnnealReals.cpp"
#include "core/kernels/AnnealReals.h"

#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include "core/kernels/AnnealLanes-inl.h"

HWY_BEFORE_NAMESPACE();
namespace nudge::kernels::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

/// A row of all reads.
HWY_INLINE float* partOf(float* rows, std::size_t row, std::size_t part) {
  return rows + row * kRealReads + part * kWordsAPart;
}

/// Adds what `count` flips of a block did to the fields outside it.
HWY_INLINE void applyOuter(const RealGraph& graph, const RealBlock& block, std::size_t count,
                           const RealLanes& lanes) {
  const RealTag d;
  for (std::size_t t = 0; t < block.targetCount; t += kTargetTile) {
    const std::int32_t* targets = graph.targets.data() + block.targetFirst + t;
    const float* outer = graph.outer.data() + block.outerFirst + t;
    for (std::size_t p = 0; p < kParts; ++p) {
      Reals sums[kTargetTile];
      for (std::size_t k = 0; k < kTargetTile; ++k) {
        sums[k] = hn::LoadU(d, partOf(lanes.fields, static_cast<std::size_t>(targets[k]), p));
      }
      for (std::size_t c = 0; c < count; ++c) {
        const float* row = outer + static_cast<std::size_t>(lanes.flipped[c]) * block.targetCount;
        const Reals change = hn::LoadU(d, partOf(lanes.changes, c, p));
        for (std::size_t k = 0; k < kTargetTile; ++k) {
          sums[k] = hn::MulAdd(hn::Set(d, row[k]), change, sums[k]);
        }
      }
      for (std::size_t k = 0; k < kTargetTile; ++k) {
        hn::StoreU(sums[k], d, partOf(lanes.fields, static_cast<std::size_t>(targets[k]), p));
      }
    }
  }
}

HWY_INLINE void applyLinks(const RealGraph& graph, std::size_t i, const Reals* change,
                           float* fields) {
  const RealTag d;
  for (std::uint32_t k = graph.linkFirst[i]; k < graph.linkFirst[i + 1]; ++k) {
    const RealLink link = graph.links[k];
    const auto value = hn::Set(d, link.value);
    for (std::size_t p = 0; p < kParts; ++p) {
      float* field = partOf(fields, static_cast<std::size_t>(link.spin), p);
      hn::StoreU(hn::MulAdd(value, change[p], hn::LoadU(d, field)), d, field);
    }
  }
}

/// Tries to flip spin i in all reads. Returns whether any did, with 2·(the new spins), or zero
/// where they stay, in `change`.
HWY_INLINE bool attempt(std::size_t i, Reals scale, Reals frozen, VectorRandom& random,
                        const RealLanes& lanes, Reals* change) {
  const RealTag d;
  Reals spins[kParts], gains[kParts];
  bool stuck = true;
  for (std::size_t p = 0; p < kParts; ++p) {
    spins[p] = hn::LoadU(d, partOf(lanes.spins, i, p));
    gains[p] = hn::Mul(spins[p], hn::LoadU(d, partOf(lanes.fields, i, p)));
    stuck = stuck && hn::AllFalse(d, hn::Ge(gains[p], frozen));
  }
  if (stuck) return false;
  bool any = false;
  for (std::size_t p = 0; p < kParts; ++p) {
    const auto flips = hn::Ge(gains[p], hn::Mul(logOfRandom(random.next(p)), scale));
    any = any || !hn::AllFalse(d, flips);
    change[p] = hn::IfThenElseZero(flips, hn::Mul(hn::Set(d, -2.0F), spins[p]));
    hn::StoreU(hn::Add(spins[p], change[p]), d, partOf(lanes.spins, i, p));
  }
  return any;
}

void annealRealsTuned(const RealGraph& graph, std::span<const float> scales, RandomLanes& random,
                      const RealLanes& lanes) {
  const RealTag d;
  VectorRandom generators(random);
  for (const float scale : scales) {
    const Reals scales16 = hn::Set(d, scale);
    const Reals frozen = hn::Set(d, LogOfRandom::kLeast * scale);
    for (const RealBlock& block : graph.blocks) {
      std::size_t count = 0;
      for (std::int32_t member = block.first; member < block.last; ++member) {
        const auto i = static_cast<std::size_t>(member);
        Reals change[kParts];
        if (!attempt(i, scales16, frozen, generators, lanes, change)) continue;
        applyLinks(graph, i, change, lanes.fields);
        for (std::size_t p = 0; p < kParts; ++p) {
          hn::StoreU(change[p], d, partOf(lanes.changes, count, p));
        }
        lanes.flipped[count++] = member - block.first;
        if (block.targetCount == 0) count = 0;
      }
      if (count > 0) applyOuter(graph, block, count, lanes);
    }
  }
  generators.store(random);
}

void fieldsOfRealsTuned(const RealGraph& graph, const float* own, const RealLanes& lanes) {
  const RealTag d;
  for (std::size_t i = 0; i < graph.spins; ++i) {
    for (std::size_t p = 0; p < kParts; ++p) {
      hn::StoreU(hn::Set(d, own[i]), d, partOf(lanes.fields, i, p));
    }
  }
  for (const RealBlock& block : graph.blocks) {
    std::size_t count = 0;
    for (std::int32_t member = block.first; member < block.last; ++member) {
      const auto i = static_cast<std::size_t>(member);
      Reals spins[kParts];
      for (std::size_t p = 0; p < kParts; ++p) {
        spins[p] = hn::LoadU(d, partOf(lanes.spins, i, p));
        hn::StoreU(spins[p], d, partOf(lanes.changes, count, p));
      }
      applyLinks(graph, i, spins, lanes.fields);
      lanes.flipped[count++] = member - block.first;
      if (block.targetCount == 0) count = 0;
    }
    if (count > 0) applyOuter(graph, block, count, lanes);
  }
}

}  // namespace nudge::kernels::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
#include <cmath>

namespace nudge::kernels {

HWY_EXPORT(annealRealsTuned);
HWY_EXPORT(fieldsOfRealsTuned);

void annealReals(const RealGraph& graph, std::span<const float> scales, RandomLanes& random,
                 const RealLanes& lanes) {
  HWY_DYNAMIC_DISPATCH(annealRealsTuned)(graph, scales, random, lanes);
}

void fieldsOfReals(const RealGraph& graph, const float* own, const RealLanes& lanes) {
  HWY_DYNAMIC_DISPATCH(fieldsOfRealsTuned)(graph, own, lanes);
}

namespace {

void flipPlain(const RealGraph& graph, const RealBlock& block, std::size_t i, std::size_t read,
               const RealLanes& lanes) {
  float& spin = lanes.spins[i * kRealReads + read];
  const float change = -2 * spin;
  spin += change;
  for (std::uint32_t k = graph.linkFirst[i]; k < graph.linkFirst[i + 1]; ++k) {
    const RealLink& link = graph.links[k];
    float& field = lanes.fields[static_cast<std::size_t>(link.spin) * kRealReads + read];
    field = std::fma(link.value, change, field);
  }
  const float* row = graph.outer.data() + block.outerFirst +
                     (i - static_cast<std::size_t>(block.first)) * block.targetCount;
  for (std::size_t t = 0; t < block.targetCount; ++t) {
    const auto target = static_cast<std::size_t>(graph.targets[block.targetFirst + t]);
    float& field = lanes.fields[target * kRealReads + read];
    field = std::fma(row[t], change, field);
  }
}

}  // namespace

void annealRealsPlain(const RealGraph& graph, std::span<const float> scales, RandomLanes& random,
                      const RealLanes& lanes) {
  for (const float scale : scales) {
    const float frozen = LogOfRandom::kLeast * scale;
    for (const RealBlock& block : graph.blocks) {
      for (auto i = static_cast<std::size_t>(block.first); i < static_cast<std::size_t>(block.last);
           ++i) {
        const std::size_t row = i * kRealReads;
        bool stuck = true;
        for (std::size_t r = 0; r < kRealReads; ++r) {
          stuck = stuck && lanes.spins[row + r] * lanes.fields[row + r] < frozen;
        }
        if (stuck) continue;
        for (std::size_t r = 0; r < kRealReads; ++r) {
          const float least = LogOfRandom::of(random.next(r)) * scale;
          if (lanes.spins[row + r] * lanes.fields[row + r] >= least) {
            flipPlain(graph, block, i, r, lanes);
          }
        }
      }
    }
  }
}

}  // namespace nudge::kernels
#endif
