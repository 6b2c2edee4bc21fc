#include "core/ising/RealPlan.h"

#include <algorithm>

namespace nudge {

namespace {

// Dense tables pay where spins have this many neighbours in the mean, and they are at least this
// share of all spins.
constexpr std::size_t kManyNeighbours = 16;
constexpr std::size_t kLeastShare = 8;  // one in
// Independent spins make long blocks; coupled ones are better in short ones, because within a
// block every flip is carried over alone.
constexpr std::int32_t kLongest = 256;
constexpr std::int32_t kShort = 16;

bool coupledWithin(const IsingProblem& problem, std::int32_t first, std::int32_t i) {
  for (const Neighbour& n : problem.neighbours(static_cast<std::size_t>(i))) {
    if (n.spin >= i) return false;
    if (n.spin >= first) return true;
  }
  return false;
}

}  // namespace

RealPlan::RealPlan(const IsingProblem& problem) : spins_(problem.spins()) {
  cut(problem);
  place(problem);
  setCouplings(problem.couplings());
}

void RealPlan::cut(const IsingProblem& problem) {
  const auto count = static_cast<std::int32_t>(spins_);
  const std::size_t neighbours = 2 * problem.couplings().size() / std::max<std::size_t>(1, spins_);
  if (neighbours < kManyNeighbours || neighbours * kLeastShare < spins_) {
    blocks_.push_back({0, count, 0, 0, 0});
    return;
  }
  for (std::int32_t first = 0; first < count;) {
    std::int32_t last = first + 1;
    while (last < count && last - first < kLongest && !coupledWithin(problem, first, last)) ++last;
    if (last - first < kShort) last = std::min(first + kShort, count);
    blocks_.push_back({first, last, 0, 0, 0});
    largestBlock_ = std::max(largestBlock_, static_cast<std::size_t>(last - first));
    first = last;
  }
}

void RealPlan::place(const IsingProblem& problem) {
  const bool dense = blocks_.size() > 1;
  std::vector<std::int32_t> column(spins_, -1);  // of a target in its block's table
  linkFirst_.assign(1, 0);
  for (kernels::RealBlock& block : blocks_) {
    const auto inside = [&](std::int32_t i) { return i >= block.first && i < block.last; };
    block.targetFirst = targets_.size();
    std::vector<std::int32_t> found;
    for (std::int32_t i = block.first; dense && i < block.last; ++i) {
      for (const Neighbour& n : problem.neighbours(static_cast<std::size_t>(i))) {
        if (!inside(n.spin)) found.push_back(n.spin);
      }
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    for (std::size_t t = 0; t < found.size(); ++t) {
      column[static_cast<std::size_t>(found[t])] = static_cast<std::int32_t>(t);
    }
    while (found.size() % kernels::kTargetTile != 0) {
      found.push_back(static_cast<std::int32_t>(spins_));
    }
    targets_.insert(targets_.end(), found.begin(), found.end());
    block.targetCount = found.size();
    block.outerFirst = outer_.size();
    outer_.resize(outer_.size() +
                  found.size() * static_cast<std::size_t>(block.last - block.first));
    for (std::int32_t i = block.first; i < block.last; ++i) {
      const std::size_t row =
          block.outerFirst + static_cast<std::size_t>(i - block.first) * block.targetCount;
      for (const Neighbour& n : problem.neighbours(static_cast<std::size_t>(i))) {
        if (dense && !inside(n.spin)) {
          const auto t = static_cast<std::size_t>(column[static_cast<std::size_t>(n.spin)]);
          outerPlaces_.push_back({row + t, n.coupling});
        } else {
          links_.push_back({n.spin, 0});
          linkCoupling_.push_back(n.coupling);
        }
      }
      linkFirst_.push_back(static_cast<std::uint32_t>(links_.size()));
    }
  }
}

void RealPlan::setCouplings(std::span<const Coupling> couplings) {
  for (std::size_t k = 0; k < links_.size(); ++k) {
    links_[k].value =
        static_cast<float>(couplings[static_cast<std::size_t>(linkCoupling_[k])].value);
  }
  for (const OuterPlace& place : outerPlaces_) {
    outer_[place.entry] =
        static_cast<float>(couplings[static_cast<std::size_t>(place.coupling)].value);
  }
}

kernels::RealGraph RealPlan::graph() const {
  return {spins_, blocks_, linkFirst_, links_, targets_, outer_, largestBlock_};
}

}  // namespace nudge
