#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/kernels/NarrowTop.cpp"
#include "core/kernels/NarrowTop.h"

#include <algorithm>
#include <array>

#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include "core/kernels/StateRule-inl.h"

HWY_BEFORE_NAMESPACE();
namespace nudge::kernels::HWY_NAMESPACE {

namespace hn = hwy::HWY_NAMESPACE;

/// What a few samples share while the hidden layer streams by.
template <int kOutputs, int kSamples>
struct Columns {
  std::array<const float*, kSamples> drive;
  std::array<float*, kSamples> states;
  std::array<float, kOutputs * kSamples> above;  ///< ρ(s^L)
  std::array<float, kOutputs * kSamples> up;     ///< W·ρ(s)
};

// Samples two at a time: each weight that is loaded serves both directions of both samples, and the
// sums of ten outputs still fit the registers.
template <int kOutputs, int kSamples>
bool stepColumns(const NarrowTop& top, const StateRule& rule, Columns<kOutputs, kSamples>& c) {
  const hn::ScalableTag<float> d;
  using V = hn::Vec<decltype(d)>;
  const VectorRule<decltype(d)> vectorRule(d, rule);
  const std::size_t lanes = hn::Lanes(d);
  V sums[kOutputs * kSamples];
  for (V& sum : sums) sum = hn::Zero(d);
  auto changed = hn::FirstN(d, 0);
  std::size_t i = 0;
  for (; i + lanes <= top.hidden; i += lanes) {
    V input[kSamples];
    V active[kSamples];
    for (int b = 0; b < kSamples; ++b) {
      input[b] = hn::LoadU(d, c.drive[b] + i);
      active[b] = hn::LoadU(d, c.states[b] + i);
    }
    HWY_UNROLL(16)
    for (int o = 0; o < kOutputs; ++o) {
      const V weight = hn::LoadU(d, top.weights + static_cast<std::size_t>(o) * top.hidden + i);
      for (int b = 0; b < kSamples; ++b) {
        sums[o * kSamples + b] = hn::MulAdd(weight, active[b], sums[o * kSamples + b]);
        input[b] = hn::MulAdd(weight, hn::Set(d, c.above[o * kSamples + b]), input[b]);
      }
    }
    for (int b = 0; b < kSamples; ++b) {
      const V next = vectorRule.template step<false>(active[b], input[b]);
      changed = hn::Or(changed, vectorRule.isChange(active[b], next));
      hn::StoreU(next, d, c.states[b] + i);
    }
  }
  for (int k = 0; k < kOutputs * kSamples; ++k) c.up[k] = hn::GetLane(hn::SumOfLanes(d, sums[k]));
  bool any = !hn::AllFalse(d, changed);
  for (; i < top.hidden; ++i) {
    for (int b = 0; b < kSamples; ++b) {
      float input = c.drive[b][i];
      for (int o = 0; o < kOutputs; ++o) {
        const float weight = top.weights[static_cast<std::size_t>(o) * top.hidden + i];
        c.up[o * kSamples + b] += weight * c.states[b][i];
        input += weight * c.above[o * kSamples + b];
      }
      any |= updateStatesPlain(rule, &input, c.states[b] + i, nullptr, 1);
    }
  }
  return any;
}

template <int kOutputs, int kSamples>
bool stepSome(const NarrowTop& top, const StateRule& rule, float* states, float* up,
              std::size_t first) {
  Columns<kOutputs, kSamples> c;
  for (int b = 0; b < kSamples; ++b) {
    const std::size_t offset = (first + static_cast<std::size_t>(b)) * top.hidden;
    c.drive[b] = top.drive + offset;
    c.states[b] = states + offset;
    const float* above = top.above + (first + static_cast<std::size_t>(b)) * kOutputs;
    for (int o = 0; o < kOutputs; ++o) c.above[o * kSamples + b] = above[o];
  }
  const bool changed = stepColumns(top, rule, c);
  for (int b = 0; b < kSamples; ++b) {
    float* above = up + (first + static_cast<std::size_t>(b)) * kOutputs;
    for (int o = 0; o < kOutputs; ++o) above[o] = c.up[o * kSamples + b];
  }
  return changed;
}

template <int kOutputs>
bool stepAll(const NarrowTop& top, const StateRule& rule, float* states, float* up) {
  bool changed = false;
  std::size_t sample = 0;
  for (; sample + 2 <= top.samples; sample += 2) {
    changed |= stepSome<kOutputs, 2>(top, rule, states, up, sample);
  }
  if (sample < top.samples) changed |= stepSome<kOutputs, 1>(top, rule, states, up, sample);
  return changed;
}

bool stepNarrowTopTuned(const NarrowTop& top, const StateRule& rule, float* states, float* up) {
  switch (top.outputs) {
    case 2:
      return stepAll<2>(top, rule, states, up);
    case 3:
      return stepAll<3>(top, rule, states, up);
    case 4:
      return stepAll<4>(top, rule, states, up);
    case 5:
      return stepAll<5>(top, rule, states, up);
    case 8:
      return stepAll<8>(top, rule, states, up);
    case 10:
      return stepAll<10>(top, rule, states, up);
    case 16:
      return stepAll<16>(top, rule, states, up);
    default:
      HWY_ABORT("stepNarrowTop: %zu outputs are not narrow", top.outputs);
  }
}

}  // namespace nudge::kernels::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE

namespace nudge::kernels {

HWY_EXPORT(stepNarrowTopTuned);

bool isNarrow(int outputs) {
  constexpr std::array kWidths{2, 3, 4, 5, 8, 10, 16};
  return std::find(kWidths.begin(), kWidths.end(), outputs) != kWidths.end();
}

bool stepNarrowTop(const NarrowTop& top, const StateRule& rule, float* states, float* up) {
  return HWY_DYNAMIC_DISPATCH(stepNarrowTopTuned)(top, rule, states, up);
}

bool stepNarrowTopPlain(const NarrowTop& top, const StateRule& rule, float* states, float* up) {
  std::fill_n(up, top.outputs * top.samples, 0.0F);
  bool changed = false;
  for (std::size_t b = 0; b < top.samples; ++b) {
    const float* above = top.above + b * top.outputs;
    for (std::size_t i = 0; i < top.hidden; ++i) {
      float input = top.drive[b * top.hidden + i];
      float* state = states + b * top.hidden + i;
      for (std::size_t o = 0; o < top.outputs; ++o) {
        const float weight = top.weights[o * top.hidden + i];
        up[b * top.outputs + o] += weight * *state;
        input += weight * above[o];
      }
      changed |= updateStatesPlain(rule, &input, state, nullptr, 1);
    }
  }
  return changed;
}

}  // namespace nudge::kernels
#endif
