#pragma once

#include <cstddef>

#include "core/kernels/StateUpdate.h"

namespace nudge::kernels {

/// The widest layer that counts as narrow.
inline constexpr int kNarrowest = 16;

/// A hidden layer below a narrow output layer, for a few samples; samples are contiguous columns.
struct NarrowTop {
  std::size_t hidden = 0;   ///< neurons below
  std::size_t outputs = 0;  ///< neurons above, at most kNarrowest
  std::size_t samples = 0;
  float scaling = 1;               ///< α of the weights between
  const float* weights = nullptr;  ///< w, [outputs × hidden], rows contiguous
  const float* drive = nullptr;    ///< the hidden layer's other input, [hidden × samples]
  const float* above = nullptr;    ///< activations of the outputs, [outputs × samples]
};

/// One synchronous step of the hidden layer, fused with what it sends up, both from the same old
/// states: up = α·w·ρ(s), s ← rule(s, drive + α·wᵀ·above). One pass over the hidden states instead
/// of four. `activations` holds ρ(s) for binary rules and is `states` itself otherwise. Returns
/// whether any state changed. `up` is [outputs × samples].
bool stepNarrowTop(const NarrowTop& top, const StateRule& rule, float* states, float* activations,
                   float* up);

/// The same in plain loops: what the tuned kernel is tested against.
bool stepNarrowTopPlain(const NarrowTop& top, const StateRule& rule, float* states,
                        float* activations, float* up);

}  // namespace nudge::kernels
