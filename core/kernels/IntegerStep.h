#pragma once

#include <cstddef>
#include <cstdint>

#include "core/kernels/BitStep.h"

namespace nudge::kernels {

/// One step of neurons whose states are integers [4.18]. A state s of 0 … unit stands as the float
/// s/unit, which is exact; inputs go from −2·unit to 2·unit − 1.
struct IntegerRule {
  int unit = 16;  ///< what 1 is, a power of two from 4 to 16,384
  /// Bits that sums of inputs have behind those of a state.
  static constexpr int kMoreBits = 16;

  /// A factor or summand with those bits, rounded to the nearest, halves away from zero.
  std::int64_t fixed(float value) const {
    const double scaled =
        static_cast<double>(value) * static_cast<double>(std::int64_t{unit} << kMoreBits);
    return static_cast<std::int64_t>(scaled + (scaled < 0 ? -0.5 : 0.5));
  }
  int integer(float state) const { return static_cast<int>(state * static_cast<float>(unit)); }
  float state(int integer) const { return static_cast<float>(integer) / static_cast<float>(unit); }
  /// Without the bits, rounded to the nearest, halves upwards.
  static std::int64_t rounded(std::int64_t sum) {
    return (sum + (std::int64_t{1} << (kMoreBits - 1))) >> kMoreBits;
  }
  /// (s + input)/2, rounded half up: 4.18 with the carry that two shifts would drop.
  int next(int state, std::int64_t sum) const {
    const std::int64_t most = 2 * unit - 1, least = -2 * unit;
    const std::int64_t whole = rounded(sum);
    const auto input = static_cast<int>(whole < least ? least : whole > most ? most : whole);
    const int moved = (state + input + 1) >> 1;
    return moved < 0 ? 0 : moved > unit ? unit : moved;
  }
};

/// What the neighbours tell each neuron, with those bits.
class IntegerSums {
 public:
  IntegerSums(const IntegerRule& rule, const BitInput& input)
      : rule_(rule),
        input_(input),
        below_(rule.fixed(input.below.scale)),
        above_(rule.fixed(input.above.scale)) {}

  std::int64_t operator()(std::size_t j) const {
    return rule_.fixed(input_.base[j]) + part(input_.below, below_, j) +
           part(input_.above, above_, j);
  }

 private:
  /// popcount(ρ & w) − popcount(ρ & ¬w), scaled.
  static std::int64_t part(const BitSource& source, std::int64_t scale, std::size_t j) {
    return source.counts == nullptr ? 0 : scale * (2 * source.counts[j] - source.active);
  }

  IntegerRule rule_;
  BitInput input_;
  std::int64_t below_, above_;
};

/// Takes `count` neurons one step further, with a bit for each whose state is at least ½ after it
/// (bits behind the last neuron are zero). Returns whether any state changed.
bool stepIntegers(const IntegerRule& rule, const BitInput& input, float* states,
                  std::uint64_t* bits, std::size_t count);

/// The same, one neuron after the other: what the tuned kernel is tested against, to the last bit.
bool stepIntegersPlain(const IntegerRule& rule, const BitInput& input, float* states,
                       std::uint64_t* bits, std::size_t count);

}  // namespace nudge::kernels
