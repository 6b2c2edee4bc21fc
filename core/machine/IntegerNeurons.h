#pragma once

#include <cstdint>

#include "core/kernels/IntegerStep.h"
#include "core/machine/Dynamics.h"

namespace nudge {

/// Binary neurons whose states are integers, as a shift register would hold them [4.14–4.18,
/// algorithm 8]. A state of `bits` bits is a signed fixed-point number in steps of 1/unit from −2
/// to 2 − 1/unit; the clamps 0 and 1 and the threshold ½ are the integers 0, unit and unit/2. An
/// input is the same kind of number: counts of ANDs times the scaling factor, plus the bias, added
/// up with 16 more bits and then rounded and saturated. A step is s ← (s + input)/2, rounded half
/// up: the sum of the two right shifts of 4.18 with the carry that it drops.
///
/// States are handed over as floats, integer/unit, which floats hold exactly.
class IntegerNeurons {
 public:
  /// @param bits 4 … 16
  explicit IntegerNeurons(int bits) : rule_{1 << (bits - 2)} {}

  int unit() const { return rule_.unit; }
  /// The nearest state, in [0, 1].
  float rounded(float state) const;

  /// Takes `count` hidden neurons one step further, with a bit for each that is active after it
  /// (bits behind the last are zero). Returns whether any state changed.
  bool step(const kernels::BitInput& input, float* states, std::uint64_t* active,
            std::size_t count) const {
    return kernels::stepIntegers(rule_, input, states, active, count);
  }

  /// The same for outputs, which feel the nudge: elastic and constant ones add β(ŷ − s) to the
  /// input before it is rounded, clamped ones round s + β(ŷ − s) of the free phase's s.
  bool stepOutputs(const OutputNudge& nudge, const kernels::BitInput& input, float* states,
                   std::uint64_t* active, std::size_t count) const;

 private:
  kernels::IntegerRule rule_;
};

}  // namespace nudge
