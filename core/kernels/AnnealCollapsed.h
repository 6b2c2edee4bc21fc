#pragma once

#include <span>

#include "core/kernels/AnnealLanes.h"

namespace nudge::kernels {

/// Spins that are minimised out come in tiles of this many.
constexpr std::size_t kCollapsedTile = 64;

/// A problem whose spins are of two kinds: kept ones, and free ones, which are not coupled to each
/// other and therefore stand against their fields f_a at once, whatever the kept ones do:
///
///     E(σ) = Σ_i h_i σ_i + Σ_{i<j} J_ij σ_i σ_j − Σ_a |f_a(σ)|      over kept spins only.
struct CollapsedGraph {
  std::size_t kept = 0;
  std::size_t free = 0;            ///< a multiple of kCollapsedTile, filled up with zeros
  std::span<const float> columns;  ///< J of kept spin i and free spin a at i·free + a
  /// J of kept spins i and j at i·kept + j, symmetric, zeros at i = j; empty where there are none.
  std::span<const float> between;
};

/// A state, and what is kept up to date with it.
struct CollapsedState {
  float* spins = nullptr;       ///< ±1, kept spins
  float* fields = nullptr;      ///< h_i + Σ_j J_ij σ_j over kept spins
  float* freeFields = nullptr;  ///< f_a = h_a + Σ_i J_ia σ_i
};

/// A Metropolis sweep over the kept spins in their order for each of `scales`, which are ln 2/(2β):
/// a spin flips if −ΔE/2 ≥ scale·log2(u), that is with probability min(1, exp(−βΔE)).
void annealCollapsed(const CollapsedGraph& graph, std::span<const float> scales,
                     RandomLanes& random, const CollapsedState& state);

/// The same in plain loops: what the tuned kernel is tested against. The same bits where all sums
/// are exact.
void annealCollapsedPlain(const CollapsedGraph& graph, std::span<const float> scales,
                          RandomLanes& random, const CollapsedState& state);

}  // namespace nudge::kernels
