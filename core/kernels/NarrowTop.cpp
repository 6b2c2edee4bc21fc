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

// Samples two at a time: each weight that is loaded serves both directions of both samples, and the
// sums of ten outputs still fit the registers.
template <int kOutputs, int kSamples>
void stepColumns(const NarrowTop& top, const StateRule& rule, NarrowSample* samples) {
  const hn::ScalableTag<float> d;
  using V = hn::Vec<decltype(d)>;
  const VectorRule<decltype(d)> vectorRule(d, rule);
  const std::size_t lanes = hn::Lanes(d);
  // Copies that no store to the states can change.
  std::array<const float*, kSamples> drive;
  std::array<float*, kSamples> states;
  std::array<float, kOutputs * kSamples> above;
  for (int b = 0; b < kSamples; ++b) {
    drive[b] = samples[b].drive;
    states[b] = samples[b].states;
    for (int o = 0; o < kOutputs; ++o) above[o * kSamples + b] = samples[b].above[o];
  }
  V sums[kOutputs * kSamples];
  for (V& sum : sums) sum = hn::Zero(d);
  hn::Mask<decltype(d)> changed[kSamples];
  for (auto& mask : changed) mask = hn::FirstN(d, 0);
  std::size_t i = 0;
  for (; i + lanes <= top.hidden; i += lanes) {
    V input[kSamples];
    V active[kSamples];
    for (int b = 0; b < kSamples; ++b) {
      input[b] = hn::LoadU(d, drive[b] + i);
      active[b] = hn::LoadU(d, states[b] + i);
    }
    HWY_UNROLL(16)
    for (int o = 0; o < kOutputs; ++o) {
      const V weight = hn::LoadU(d, top.weights + static_cast<std::size_t>(o) * top.hidden + i);
      for (int b = 0; b < kSamples; ++b) {
        sums[o * kSamples + b] = hn::MulAdd(weight, active[b], sums[o * kSamples + b]);
        input[b] = hn::MulAdd(weight, hn::Set(d, above[o * kSamples + b]), input[b]);
      }
    }
    for (int b = 0; b < kSamples; ++b) {
      const V next = vectorRule.template step<false>(active[b], input[b]);
      changed[b] = hn::Or(changed[b], vectorRule.isChange(active[b], next));
      hn::StoreU(next, d, states[b] + i);
    }
  }
  for (int b = 0; b < kSamples; ++b) {
    NarrowSample& sample = samples[b];
    for (int o = 0; o < kOutputs; ++o)
      sample.up[o] = hn::GetLane(hn::SumOfLanes(d, sums[o * kSamples + b]));
    sample.changed = !hn::AllFalse(d, changed[b]);
    for (std::size_t k = i; k < top.hidden; ++k) {
      float input = sample.drive[k];
      for (int o = 0; o < kOutputs; ++o) {
        const float weight = top.weights[static_cast<std::size_t>(o) * top.hidden + k];
        sample.up[o] += weight * sample.states[k];
        input += weight * above[o * kSamples + b];
      }
      sample.changed |= updateStatesPlain(rule, &input, sample.states + k, nullptr, 1);
    }
  }
}

template <int kOutputs>
void stepAll(const NarrowTop& top, const StateRule& rule, std::span<NarrowSample> samples) {
  std::size_t i = 0;
  for (; i + 2 <= samples.size(); i += 2) stepColumns<kOutputs, 2>(top, rule, &samples[i]);
  if (i < samples.size()) stepColumns<kOutputs, 1>(top, rule, &samples[i]);
}

void stepNarrowTopTuned(const NarrowTop& top, const StateRule& rule,
                        std::span<NarrowSample> samples) {
  switch (top.outputs) {
    case 2:
      return stepAll<2>(top, rule, samples);
    case 3:
      return stepAll<3>(top, rule, samples);
    case 4:
      return stepAll<4>(top, rule, samples);
    case 5:
      return stepAll<5>(top, rule, samples);
    case 8:
      return stepAll<8>(top, rule, samples);
    case 10:
      return stepAll<10>(top, rule, samples);
    case 16:
      return stepAll<16>(top, rule, samples);
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

void stepNarrowTop(const NarrowTop& top, const StateRule& rule, std::span<NarrowSample> samples) {
  HWY_DYNAMIC_DISPATCH(stepNarrowTopTuned)(top, rule, samples);
}

void stepNarrowTopPlain(const NarrowTop& top, const StateRule& rule,
                        std::span<NarrowSample> samples) {
  for (NarrowSample& sample : samples) {
    std::fill_n(sample.up, top.outputs, 0.0F);
    sample.changed = false;
    for (std::size_t i = 0; i < top.hidden; ++i) {
      float input = sample.drive[i];
      for (std::size_t o = 0; o < top.outputs; ++o) {
        const float weight = top.weights[o * top.hidden + i];
        sample.up[o] += weight * sample.states[i];
        input += weight * sample.above[o];
      }
      sample.changed |= updateStatesPlain(rule, &input, sample.states + i, nullptr, 1);
    }
  }
}

}  // namespace nudge::kernels
#endif
