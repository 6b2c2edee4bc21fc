#pragma once

#include <cstddef>

#include "core/kernels/StateUpdate.h"

namespace nudge::kernels {

/// Whether an output layer has one of the usual small sizes that the kernel is made for.
bool isNarrow(int outputs);

/// A hidden layer below a narrow output layer, for a few samples; samples are contiguous columns.
struct NarrowTop {
  std::size_t hidden = 0;   ///< neurons below
  std::size_t outputs = 0;  ///< neurons above, isNarrow
  std::size_t samples = 0;
  const float* weights = nullptr;  ///< W, [outputs × hidden], rows contiguous
  const float* drive = nullptr;    ///< the hidden layer's other input, [hidden × samples]
  const float* above = nullptr;    ///< activations of the outputs, [outputs × samples]
};

/// One synchronous step of the hidden layer, fused with what it sends up, both from the same old
/// states: up = W·ρ(s), s ← rule(s, drive + Wᵀ·above). One pass over the hidden states instead
/// of four. Real activations only. Returns whether any state changed. `up` is [outputs × samples].
bool stepNarrowTop(const NarrowTop& top, const StateRule& rule, float* states, float* up);

/// The same in plain loops: what the tuned kernel is tested against.
bool stepNarrowTopPlain(const NarrowTop& top, const StateRule& rule, float* states, float* up);

}  // namespace nudge::kernels
