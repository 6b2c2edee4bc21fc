#pragma once

#include <span>

#include "core/kernels/AnnealLanes.h"

namespace nudge::kernels {

/// Reads that are annealed side by side.
constexpr std::size_t kRealReads = kRandomLanes;
/// Targets of a block come in tiles of this many.
constexpr std::size_t kTargetTile = 8;

struct RealLink {
  std::int32_t spin = 0;
  float value = 0;
};

/// Consecutive spins [first, last). What their flips do to each other's fields is done at once,
/// through links; what they do to the fields of `targetCount` others at the end of the block, many
/// flips at a time, through a dense table with a row a member.
struct RealBlock {
  std::int32_t first = 0;
  std::int32_t last = 0;
  std::size_t targetFirst = 0;  ///< into targets
  std::size_t targetCount = 0;  ///< a multiple of kTargetTile
  std::size_t outerFirst = 0;  ///< into outer: member m's row begins at outerFirst + m·targetCount
};

/// The couplings of a problem of `spins` spins, cut into blocks. Every coupling is found from both
/// of its spins, in a link or in an outer table.
struct RealGraph {
  std::size_t spins = 0;
  std::span<const RealBlock> blocks;
  std::span<const std::uint32_t> linkFirst;  ///< spins + 1 of them
  std::span<const RealLink> links;
  std::span<const std::int32_t> targets;  ///< `spins` stands for nobody
  std::span<const float> outer;
  std::size_t largestBlock = 0;
};

/// kRealReads states: entry i·kRealReads + r belongs to spin i of read r.
struct RealLanes {
  float* fields = nullptr;   ///< h_i + Σ_j J_ij σ_j; a row more than spins, for nobody's field
  float* spins = nullptr;    ///< ±1
  float* changes = nullptr;  ///< scratch: largestBlock rows
  std::int32_t* flipped = nullptr;  ///< scratch: largestBlock
};

/// A Metropolis sweep over all spins in their order for each of `scales`, which are ln 2/(2β): a
/// spin flips if σ·field ≥ scale·log2(u), that is with probability min(1, exp(−βΔE)). Random
/// numbers are drawn only where some read could flip. Reads do not influence each other but through
/// which random numbers are skipped.
void annealReals(const RealGraph& graph, std::span<const float> scales, RandomLanes& random,
                 const RealLanes& lanes);

/// The same in plain loops: what the tuned kernel is tested against. Same bits on processors that
/// have fused multiply-add.
void annealRealsPlain(const RealGraph& graph, std::span<const float> scales, RandomLanes& random,
                      const RealLanes& lanes);

/// Fills the fields that belong to the spins: `own` is h, a number a spin.
void fieldsOfReals(const RealGraph& graph, const float* own, const RealLanes& lanes);

}  // namespace nudge::kernels
