#include "core/machine/IntegerNeurons.h"

#include <algorithm>
#include <cmath>

namespace nudge {

namespace {

// Bits that sums of inputs have behind those of a state.
constexpr int kMoreBits = 16;

/// A real factor or summand with those bits, rounded to the nearest.
std::int64_t fixed(float value, int unit) {
  const double scaled = static_cast<double>(value) * (std::int64_t{unit} << kMoreBits);
  return static_cast<std::int64_t>(scaled + (scaled < 0 ? -0.5 : 0.5));
}

std::int64_t rounded(std::int64_t sum) {
  return (sum + (std::int64_t{1} << (kMoreBits - 1))) >> kMoreBits;
}

/// What the neighbours tell each neuron.
class Sums {
 public:
  Sums(const kernels::BitInput& input, int unit)
      : base_(input.base),
        belowCounts_(input.below),
        aboveCounts_(input.above),
        unit_(unit),
        below_(fixed(input.below.scale, unit)),
        above_(fixed(input.above.scale, unit)) {}

  std::int64_t operator()(std::size_t j) const {
    return fixed(base_[j], unit_) + part(belowCounts_, below_, j) + part(aboveCounts_, above_, j);
  }

 private:
  /// popcount(ρ & w) − popcount(ρ & ¬w), scaled.
  static std::int64_t part(const kernels::BitSource& source, std::int64_t scale, std::size_t j) {
    return source.counts == nullptr ? 0 : scale * (2 * source.counts[j] - source.active);
  }

  const float* base_;
  kernels::BitSource belowCounts_, aboveCounts_;
  int unit_;
  std::int64_t below_, above_;
};

}  // namespace

float IntegerNeurons::rounded(float state) const {
  return std::floor(state * static_cast<float>(unit_) + 0.5F) / static_cast<float>(unit_);
}

int IntegerNeurons::average(int state, std::int64_t sum) const {
  const auto input =
      static_cast<int>(std::clamp<std::int64_t>(nudge::rounded(sum), -2 * unit_, 2 * unit_ - 1));
  return std::clamp((state + input + 1) >> 1, 0, unit_);
}

template <class Next>
bool IntegerNeurons::stepEach(const Next& next, float* states, std::uint64_t* active,
                              std::size_t count) const {
  bool changed = false;
  std::fill_n(active, (count + 63) / 64, 0);
  for (std::size_t j = 0; j < count; ++j) {
    const int old = integer(states[j]);
    const int moved = next(j, old);
    changed |= moved != old;
    states[j] = static_cast<float>(moved) / static_cast<float>(unit_);
    active[j / 64] |= static_cast<std::uint64_t>(2 * moved >= unit_) << (j % 64);
  }
  return changed;
}

bool IntegerNeurons::step(const kernels::BitInput& input, float* states, std::uint64_t* active,
                          std::size_t count) const {
  const Sums sums(input, unit_);
  return stepEach([&](std::size_t j, int old) { return average(old, sums(j)); }, states, active,
                  count);
}

bool IntegerNeurons::stepOutputs(const OutputNudge& nudge, const kernels::BitInput& input,
                                 float* states, std::uint64_t* active, std::size_t count) const {
  if (nudge.nudge == nullptr) return step(input, states, active, count);
  const Sums sums(input, unit_);
  const std::int64_t beta = fixed(nudge.nudge->beta, 1);
  const auto pull = [&](std::size_t j, int state) {
    return beta * (integer(nudge.targets[j]) - state);
  };
  const auto next = [&](std::size_t j, int old) {
    switch (nudge.nudge->kind) {
      case NudgeKind::Elastic:
        return average(old, sums(j) + pull(j, old));
      case NudgeKind::Constant:
        return average(old, sums(j) + pull(j, integer(nudge.free[j])));
      case NudgeKind::Clamped:
        break;
    }
    const int free = integer(nudge.free[j]);
    return free + static_cast<int>(nudge::rounded(pull(j, free)));
  };
  return stepEach(next, states, active, count);
}

}  // namespace nudge
