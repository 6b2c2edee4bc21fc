#include "core/machine/IntegerNeurons.h"

#include <algorithm>
#include <cmath>

namespace nudge {

float IntegerNeurons::rounded(float state) const {
  return rule_.state(static_cast<int>(std::floor(state * static_cast<float>(rule_.unit) + 0.5F)));
}

bool IntegerNeurons::stepOutputs(const OutputNudge& nudge, const kernels::BitInput& input,
                                 float* states, std::uint64_t* active, std::size_t count) const {
  if (nudge.nudge == nullptr) return step(input, states, active, count);
  const kernels::IntegerSums sums(rule_, input);
  const std::int64_t beta = kernels::IntegerRule{1}.fixed(nudge.nudge->beta);
  const auto pull = [&](std::size_t j, int state) {
    return beta * (rule_.integer(nudge.targets[j]) - state);
  };
  const auto next = [&](std::size_t j, int old) {
    const int free = rule_.integer(nudge.free[j]);
    switch (nudge.nudge->kind) {
      case NudgeKind::Elastic:
        return rule_.next(old, sums(j) + pull(j, old));
      case NudgeKind::Constant:
        return rule_.next(old, sums(j) + pull(j, free));
      case NudgeKind::Clamped:
        break;
    }
    return free + static_cast<int>(kernels::IntegerRule::rounded(pull(j, free)));
  };
  bool changed = false;
  std::fill_n(active, (count + 63) / 64, 0);
  for (std::size_t j = 0; j < count; ++j) {
    const int old = rule_.integer(states[j]);
    const int moved = next(j, old);
    changed |= moved != old;
    states[j] = rule_.state(moved);
    active[j / 64] |= static_cast<std::uint64_t>(2 * moved >= rule_.unit) << (j % 64);
  }
  return changed;
}

}  // namespace nudge
