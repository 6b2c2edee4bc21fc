#pragma once

#include <span>

#include "core/kernels/AnnealLanes.h"

namespace nudge::kernels {

/// Reads that are annealed side by side.
constexpr std::size_t kByteReads = 64;
/// No spin's |h| + Σ|J| may be above.
constexpr int kByteMost = 31;

/// Couplings of one value, of one spin: to the spins that stand in `spins` up to `end`, from where
/// the run before it ends.
struct ByteRun {
  std::int8_t twice = 0;  ///< 2J
  std::uint32_t end = 0;
};

/// The couplings of a problem in small whole numbers.
struct ByteGraph {
  std::size_t count = 0;                    ///< of spins
  std::span<const std::uint32_t> runFirst;  ///< count + 1 of them
  std::span<const ByteRun> runs;
  std::span<const std::int32_t> spins;
  int most = kByteMost;  ///< the largest |h| + Σ|J|
};

/// Acceptance of a sweep by table: a move that costs ΔE = 2x is accepted if a random number of 24
/// bits is below the one whose bytes are high[x], middle[x], low[x].
struct ByteRule {
  ByteRule() = default;
  /// exp(−2βx) in units of `unit` energies, 2^-24 wrong at most.
  ByteRule(double beta, double unit);

  std::uint8_t high[32], middle[32], low[32];
  std::int8_t frozen = 0;  ///< from this x on nothing is accepted; 32: everywhere something is
};

/// kByteReads states: entry i·kByteReads + r belongs to spin i of read r.
struct ByteLanes {
  std::int8_t* fields = nullptr;  ///< h_i + Σ_j J_ij σ_j
  std::int8_t* up = nullptr;      ///< −1 where σ = +1, 0 where σ = −1
};

/// A Metropolis sweep over all spins in their order for each rule. The first byte of the random
/// numbers decides nearly always, and only then is it drawn alone.
void annealBytes(const ByteGraph& graph, std::span<const ByteRule> rules, RandomLanes& random,
                 const ByteLanes& lanes);

/// The same in plain loops: what the tuned kernel is tested against, bit for bit.
void annealBytesPlain(const ByteGraph& graph, std::span<const ByteRule> rules, RandomLanes& random,
                      const ByteLanes& lanes);

}  // namespace nudge::kernels
