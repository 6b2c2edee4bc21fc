#pragma once

#include <cstddef>
#include <cstdint>

#include "core/kernels/AnnealLanes.h"

namespace nudge::kernels {

/// Reads that are annealed side by side.
inline constexpr std::size_t kSweepLanes = kRandomLanes;

/// Sixteen copies of an Ising problem's spins on their way, for simulated quantum annealing of each
/// of its Trotter slices. Arrays of spins hold the sixteen reads of a spin next to each other, spin
/// after spin, slice after slice. The neighbours of spin i are the entries first[i] … first[i + 1].
struct SweepLanes {
  std::size_t spins = 0;
  std::size_t slices = 1;                    ///< P
  const std::uint32_t* first = nullptr;      ///< [spins + 1]
  const std::uint32_t* neighbour = nullptr;  ///< spin at the other end
  const float* coupling = nullptr;           ///< J to it
  float* state = nullptr;                    ///< σ, ±1, [slices][spins][16]
  float* field = nullptr;         ///< h_i + Σ_j J_ij σ_j, kept up to date, [slices][spins][16]
  RandomLanes* random = nullptr;  ///< a generator a read
};

/// How a sweep weighs a state: exp(−beta Σ_k E(σ_k) + join Σ_k σ_k·σ_{k+1}), slices k in a ring.
struct SweepWeight {
  float beta = 1;  ///< inverse temperature; with slices β_T B/(2P)
  float join = 0;  ///< −½ ln tanh(β_T A/(2P)) between slices; of no use where there is one
};

/// Metropolis sweeps [algorithm 2], one for each weight: every spin in turn flips where the weight
/// does not fall, and else with the probability of the ratio of the weights. With several slices a
/// second sweep then asks every spin to flip in all of them at once. What is less likely than e^−16
/// does not happen. A group of reads draws random numbers for a spin when one of the sixteen could
/// flip, so that results are the same for any width of vectors but for rounding.
void annealSweeps(const SweepLanes& lanes, const SweepWeight* weights, std::size_t sweeps);

/// The same, one read after the other.
void annealSweepsPlain(const SweepLanes& lanes, const SweepWeight* weights, std::size_t sweeps);

}  // namespace nudge::kernels
