#pragma once

#include <vector>

#include "core/machine/Settled.h"

namespace nudge {

/// The gradient of one layer, in ascent direction (to be added to the parameters), as the product
/// it comes from: g_W = scale·left·rightᵀ. A mini-batch makes it of low rank, and an optimiser can
/// work through it a few rows at a time without the whole matrix ever standing in memory.
struct LayerGradient {
  Weights left;  ///< [layer n × k], rows contiguous
  Matrix right;  ///< [layer n − 1 × k]
  float scale = 0;
  Vector bias;  ///< g_b, [layer n]

  /// g_W itself, [layer n × layer n − 1].
  Weights weights() const;
};

struct Gradient {
  std::vector<LayerGradient> layers;  ///< nearest the input first
};

/// What two settled states of one mini-batch say of the parameters [3.20, A.13]:
/// g_W^n = 1/(δB) Σ_samples (ρ(s^n)ρ(s^{n−1})ᵀ|_plus − …|_minus), g_b^n likewise. The one-sided
/// estimator has plus = nudged with β, minus = free, δ = β; the symmetric one plus and minus nudged
/// with ±β and δ = 2β. `into` is reused.
void contrast(const Settled& plus, const Settled& minus, const Matrix& inputs, float delta,
              Gradient& into);

}  // namespace nudge
