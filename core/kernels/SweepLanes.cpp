#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/kernels/SweepLanes.cpp"
#include "core/kernels/SweepLanes.h"

// Each needs the one before.
// clang-format off
#include <hwy/foreach_target.h>
#include <hwy/highway.h>
#include <hwy/contrib/math/math-inl.h>
#include "core/kernels/AnnealLanes-inl.h"
// clang-format on

HWY_BEFORE_NAMESPACE();
namespace nudge::kernels::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

// The logarithm of what is too unlikely to happen.
constexpr float kLeastLikely = -16.0F;

using Floats = RealTag;

/// Adds J times what a spin has changed by to the fields of its neighbours in the same slice.
HWY_INLINE void spread(const SweepLanes& lanes, std::size_t spin, float* HWY_RESTRICT fields,
                       const float* HWY_RESTRICT changes) {
  const Floats d;
  const std::size_t width = hn::Lanes(d);
  for (std::size_t k = 0; k < kSweepLanes; k += width) {
    const auto change = hn::Load(d, changes + k);
    for (std::uint32_t n = lanes.first[spin]; n < lanes.first[spin + 1]; ++n) {
      float* HWY_RESTRICT field = fields + lanes.neighbour[n] * kSweepLanes + k;
      hn::Store(hn::MulAdd(hn::Set(d, lanes.coupling[n]), change, hn::Load(d, field)), d, field);
    }
  }
}

/// Which of some reads flip, given the logarithms of how likely that is.
HWY_INLINE hn::Mask<Floats> flipping(hn::Vec<Floats> x, Words random) {
  const Floats d;
  const auto bits = hn::Or(hn::ShiftRight<9>(random), hn::Set(WordTag(), 0x3F800000U));
  const auto uniform = hn::Sub(hn::BitCast(d, bits), hn::Set(d, 1.0F));
  const auto likely = hn::Lt(uniform, hn::Exp(d, hn::Min(x, hn::Zero(d))));
  return hn::And(likely, hn::Gt(x, hn::Set(d, kLeastLikely)));
}

/// Flips some spins where `accept` says so; `changes` gets what they changed by.
HWY_INLINE void flip(hn::Mask<Floats> accept, float* HWY_RESTRICT state,
                     float* HWY_RESTRICT changes) {
  const Floats d;
  const auto old = hn::Load(d, state);
  hn::Store(hn::IfThenElse(accept, hn::Neg(old), old), d, state);
  hn::Store(hn::IfThenElseZero(accept, hn::Mul(hn::Set(d, -2.0F), old)), d, changes);
}

/// A sweep over the spins of one slice; `before` and `after` are the states of its neighbours in
/// the ring, null where there is one slice only.
HWY_INLINE void sweepSlice(const SweepLanes& lanes, const SweepWeight& weight, float* states,
                           float* fields, const float* before, const float* after,
                           VectorRandom& random) {
  const Floats d;
  const std::size_t width = hn::Lanes(d);
  HWY_ALIGN float exponents[kSweepLanes];
  HWY_ALIGN float changes[kSweepLanes];
  const auto twice = hn::Set(d, 2 * weight.beta), join = hn::Set(d, 2 * weight.join);
  const auto least = hn::Set(d, kLeastLikely);
  for (std::size_t i = 0; i < lanes.spins; ++i) {
    const std::size_t at = i * kSweepLanes;
    bool possible = false;
    for (std::size_t k = at; k < at + kSweepLanes; k += width) {
      const auto state = hn::Load(d, states + k);
      auto pull = hn::Mul(twice, hn::Load(d, fields + k));
      if (before != nullptr) {
        pull = hn::NegMulAdd(join, hn::Add(hn::Load(d, before + k), hn::Load(d, after + k)), pull);
      }
      const auto x = hn::Mul(state, pull);
      possible |= !hn::AllFalse(d, hn::Gt(x, least));
      hn::Store(x, d, exponents + (k - at));
    }
    if (!possible) continue;
    bool flips = false;
    for (std::size_t k = 0; k < kSweepLanes; k += width) {
      const auto accept = flipping(hn::Load(d, exponents + k), random.next(k / width));
      flip(accept, states + at + k, changes + k);
      flips |= !hn::AllFalse(d, accept);
    }
    if (flips) spread(lanes, i, fields, changes);
  }
}

/// A sweep in which every spin may flip in all slices at once, which joins do not hinder.
HWY_INLINE void sweepLines(const SweepLanes& lanes, const SweepWeight& weight,
                           VectorRandom& random) {
  const Floats d;
  const std::size_t width = hn::Lanes(d), slice = lanes.spins * kSweepLanes;
  HWY_ALIGN float changes[kSweepLanes];
  const auto twice = hn::Set(d, 2 * weight.beta);
  hn::Mask<Floats> accepted[kSweepLanes];
  for (std::size_t i = 0; i < lanes.spins; ++i) {
    const std::size_t at = i * kSweepLanes;
    bool flips = false;
    for (std::size_t k = 0; k < kSweepLanes; k += width) {
      auto x = hn::Zero(d);
      for (std::size_t p = 0; p < lanes.slices; ++p) {
        const std::size_t place = p * slice + at + k;
        x = hn::MulAdd(hn::Load(d, lanes.state + place), hn::Load(d, lanes.field + place), x);
      }
      accepted[k / width] = flipping(hn::Mul(twice, x), random.next(k / width));
      flips |= !hn::AllFalse(d, accepted[k / width]);
    }
    if (!flips) continue;
    for (std::size_t p = 0; p < lanes.slices; ++p) {
      for (std::size_t k = 0; k < kSweepLanes; k += width)
        flip(accepted[k / width], lanes.state + p * slice + at + k, changes + k);
      spread(lanes, i, lanes.field + p * slice, changes);
    }
  }
}

void annealSweepsTuned(const SweepLanes& lanes, const SweepWeight* weights, std::size_t sweeps) {
  const std::size_t slice = lanes.spins * kSweepLanes, slices = lanes.slices;
  VectorRandom random(*lanes.random);
  for (std::size_t sweep = 0; sweep < sweeps; ++sweep) {
    for (std::size_t p = 0; p < slices; ++p) {
      const float* const before =
          slices == 1 ? nullptr : lanes.state + (p + slices - 1) % slices * slice;
      sweepSlice(lanes, weights[sweep], lanes.state + p * slice, lanes.field + p * slice, before,
                 lanes.state + (p + 1) % slices * slice, random);
    }
    if (slices > 1) sweepLines(lanes, weights[sweep], random);
  }
  random.store(*lanes.random);
}

}  // namespace nudge::kernels::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

namespace nudge::kernels {

HWY_EXPORT(annealSweepsTuned);

void annealSweeps(const SweepLanes& lanes, const SweepWeight* weights, std::size_t sweeps) {
  HWY_DYNAMIC_DISPATCH(annealSweepsTuned)(lanes, weights, sweeps);
}

namespace {

constexpr float kLeastLikely = -16.0F;

using Exponents = std::array<float, kSweepLanes>;

bool flipsPlain(float x, std::uint32_t random) {
  const float uniform = std::bit_cast<float>(random >> 9 | 0x3F800000U) - 1.0F;
  const bool likely = uniform < std::exp(std::min(x, 0.0F));
  return likely && x > kLeastLikely;
}

/// Flips one spin of one read.
void flipPlain(const SweepLanes& lanes, std::size_t slice, std::size_t spin, std::size_t read) {
  const std::size_t first = slice * lanes.spins;
  float& state = lanes.state[(first + spin) * kSweepLanes + read];
  state = -state;
  for (std::uint32_t n = lanes.first[spin]; n < lanes.first[spin + 1]; ++n) {
    float& field = lanes.field[(first + lanes.neighbour[n]) * kSweepLanes + read];
    field = std::fma(lanes.coupling[n], 2 * state, field);
  }
}

void sweepSlicePlain(const SweepLanes& lanes, const SweepWeight& weight, std::size_t slice) {
  const std::size_t slices = lanes.slices;
  const auto state = [&](std::size_t p, std::size_t i, std::size_t k) {
    return lanes.state[(p % slices * lanes.spins + i) * kSweepLanes + k];
  };
  for (std::size_t i = 0; i < lanes.spins; ++i) {
    Exponents x{};
    for (std::size_t k = 0; k < kSweepLanes; ++k) {
      float pull = 2 * weight.beta * lanes.field[(slice * lanes.spins + i) * kSweepLanes + k];
      if (slices > 1)
        pull -= 2 * weight.join * (state(slice + slices - 1, i, k) + state(slice + 1, i, k));
      x[k] = state(slice, i, k) * pull;
    }
    if (std::none_of(x.begin(), x.end(), [](float one) { return one > kLeastLikely; })) continue;
    for (std::size_t k = 0; k < kSweepLanes; ++k) {
      if (flipsPlain(x[k], lanes.random->next(k))) flipPlain(lanes, slice, i, k);
    }
  }
}

void sweepLinesPlain(const SweepLanes& lanes, const SweepWeight& weight) {
  for (std::size_t i = 0; i < lanes.spins; ++i) {
    for (std::size_t k = 0; k < kSweepLanes; ++k) {
      float sum = 0;
      for (std::size_t p = 0; p < lanes.slices; ++p) {
        const std::size_t place = (p * lanes.spins + i) * kSweepLanes + k;
        sum = std::fma(lanes.state[place], lanes.field[place], sum);
      }
      if (!flipsPlain(2 * weight.beta * sum, lanes.random->next(k))) continue;
      for (std::size_t p = 0; p < lanes.slices; ++p) flipPlain(lanes, p, i, k);
    }
  }
}

}  // namespace

void annealSweepsPlain(const SweepLanes& lanes, const SweepWeight* weights, std::size_t sweeps) {
  for (std::size_t sweep = 0; sweep < sweeps; ++sweep) {
    for (std::size_t p = 0; p < lanes.slices; ++p) sweepSlicePlain(lanes, weights[sweep], p);
    if (lanes.slices > 1) sweepLinesPlain(lanes, weights[sweep]);
  }
}

}  // namespace nudge::kernels
#endif
