#pragma once

#include <cstddef>
#include <span>

#include "core/kernels/StateUpdate.h"

namespace nudge::kernels {

/// Whether an output layer has one of the usual small sizes that the kernel is made for.
bool isNarrow(int outputs);

/// A hidden layer below a narrow output layer.
struct NarrowTop {
  std::size_t hidden = 0;          ///< neurons below
  std::size_t outputs = 0;         ///< neurons above, isNarrow
  const float* weights = nullptr;  ///< W, [outputs × hidden], rows contiguous
};

/// What one sample brings to both layers and takes from them.
struct NarrowSample {
  const float* drive = nullptr;  ///< the hidden layer's other input, [hidden]
  const float* above = nullptr;  ///< activations of the outputs, [outputs]
  float* states = nullptr;       ///< of the hidden layer, [hidden]
  float* up = nullptr;           ///< what it sends up, [outputs]
  bool changed = false;          ///< whether any state did
};

/// One synchronous step of the hidden layer, fused with what it sends up, both from the same old
/// states: up = W·ρ(s), s ← rule(s, drive + Wᵀ·above). One pass over the hidden states instead
/// of four. Real activations only. What a sample gets does not depend on those beside it.
void stepNarrowTop(const NarrowTop& top, const StateRule& rule, std::span<NarrowSample> samples);

/// The same in plain loops: what the tuned kernel is tested against.
void stepNarrowTopPlain(const NarrowTop& top, const StateRule& rule,
                        std::span<NarrowSample> samples);

}  // namespace nudge::kernels
