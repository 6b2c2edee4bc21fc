#pragma once

#include <cstddef>
#include <cstdint>

#include "core/kernels/StateUpdate.h"

namespace nudge::kernels {

/// What a layer of binary weights sends to each neuron, as a count: of `active` neurons there, the
/// neuron is joined to `counts[j]` by +1 and to the others by −1.
struct BitSource {
  const std::int16_t* counts = nullptr;  ///< null where there is no such layer
  int active = 0;
  float scale = 0;  ///< α

  /// α·Σ ±1.
  float input(std::size_t j) const { return scale * static_cast<float>(2 * counts[j] - active); }
};

/// Input of a layer of binary neurons: base_j + what comes from the layers below and above.
struct BitInput {
  const float* base = nullptr;
  BitSource below, above;
};

/// The inputs themselves, of `count` neurons.
void gatherBitInput(const BitInput& input, float* into, std::size_t count);

/// Takes `count` binary neurons one step further by a binary rule, with a bit for each that is
/// active after the step (bits behind the last neuron are zero). Returns whether any state changed.
bool stepBits(const StateRule& rule, const BitInput& input, float* states, std::uint64_t* bits,
              std::size_t count);

/// The same in a plain loop: what the tuned kernel is tested against.
bool stepBitsPlain(const StateRule& rule, const BitInput& input, float* states, std::uint64_t* bits,
                   std::size_t count);

/// A bit for each state that is at least ½ (bits behind the last are zero), and bits as 0 and 1.
void thresholdBits(const float* states, std::uint64_t* bits, std::size_t count);
void expandBits(const std::uint64_t* bits, float* values, std::size_t count);

}  // namespace nudge::kernels
