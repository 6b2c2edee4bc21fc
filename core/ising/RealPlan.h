#pragma once

#include "core/ising/IsingProblem.h"
#include "core/kernels/AnnealReals.h"

namespace nudge {

/// A problem's couplings as the kernel for real numbers wants them. Where spins have
/// many of all spins as neighbours they are cut into blocks, whose flips are carried to other spins
/// together.
class RealPlan {
 public:
  explicit RealPlan(const IsingProblem& problem);

  kernels::RealGraph graph() const;
  /// Other values, in the order of the problem's couplings.
  void setCouplings(std::span<const Coupling> couplings);

 private:
  void cut(const IsingProblem& problem);
  void place(const IsingProblem& problem);

  std::vector<kernels::RealBlock> blocks_;
  std::vector<std::uint32_t> linkFirst_;
  std::vector<kernels::RealLink> links_;
  std::vector<std::int32_t> linkCoupling_;  // whose value each link has
  std::vector<std::int32_t> targets_;
  std::vector<float> outer_;
  struct OuterPlace {
    std::size_t entry;
    std::int32_t coupling;
  };
  std::vector<OuterPlace> outerPlaces_;
  std::size_t spins_ = 0;
  std::size_t largestBlock_ = 1;
};

}  // namespace nudge
