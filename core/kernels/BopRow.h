#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace nudge::kernels {

/// What BOP does to some weights, with the momentum stored as m / decay.
struct BopRule {
  float gain = 0;  ///< γ·scale / decay: what a unit of the raw gradient adds to the stored momentum
  float threshold = 0;  ///< τ / decay
  /// Look also at weights without a gradient: those can flip only where τ has just changed.
  bool checkAll = false;
};

struct BopResult {
  std::uint64_t flips = 0;
  float alignment = 0;  ///< Σ gradient·weight with the weights before the flips
};

/// For each of `count` weights, w = +1 where its bit of `signs` is set and else −1: momentum +=
/// gain·gradient; the weight flips where −w·momentum exceeds the threshold.
BopResult bopRow(const BopRule& rule, const float* gradient, float* momentum,
                 std::span<std::uint64_t> signs, std::size_t count);

/// The same in a plain loop: what the tuned kernel is tested against.
BopResult bopRowPlain(const BopRule& rule, const float* gradient, float* momentum,
                      std::span<std::uint64_t> signs, std::size_t count);

}  // namespace nudge::kernels
