#pragma once

#include <optional>

#include "core/ising/IsingProblem.h"
#include "core/kernels/AnnealBytes.h"

namespace nudge {

/// A problem whose fields and couplings are small whole multiples of one number, as the kernel for
/// such numbers wants it.
class BytePlan {
 public:
  /// Nothing where the problem has other numbers, or some |h| + Σ|J| is above kByteMost units.
  static std::optional<BytePlan> of(const IsingProblem& problem);

  kernels::ByteGraph graph() const { return {fields_.size(), runFirst_, runs_, spins_, most_}; }
  /// h in units.
  std::span<const std::int8_t> fields() const { return fields_; }
  /// What all numbers are multiples of.
  double unit() const { return unit_; }

 private:
  std::vector<std::int8_t> fields_;
  std::vector<std::uint32_t> runFirst_{0};
  std::vector<kernels::ByteRun> runs_;
  std::vector<std::int32_t> spins_;
  int most_ = 0;
  double unit_ = 1;
};

}  // namespace nudge
