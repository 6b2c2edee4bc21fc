#include "core/chip/ChainRouter.h"

#include <algorithm>

namespace nudge {

ChainRouter::ChainRouter(const ChipGraph& chip)
    : chip_(chip),
      met_(static_cast<std::size_t>(chip.shape().labels()), 0),
      total_(met_.size(), 0) {}

void ChainRouter::reach(Search& search, int qubit, float cost, int before) {
  const auto q = static_cast<std::size_t>(qubit);
  if (search.settled[q] != 0 || cost >= search.cost[q]) return;
  if (search.cost[q] == kForbidden) search.touched.push_back(qubit);
  search.cost[q] = cost;
  search.before[q] = before;
  search.open.push({cost, qubit});
}

void ChainRouter::begin(Search& search, const std::vector<int>& target) {
  if (search.cost.empty()) {
    search.cost.assign(met_.size(), kForbidden);
    search.before.assign(met_.size(), -1);
    search.settled.assign(met_.size(), 0);
  }
  for (const int q : target) {
    for (const int next : chip_.neighbours(q)) reach(search, next, 0, -1);
  }
}

void ChainRouter::grow(Search& search, float radius, const std::vector<float>& price) {
  while (!search.open.empty() && search.open.top().cost <= radius) {
    const Step step = search.open.top();
    search.open.pop();
    const auto q = static_cast<std::size_t>(step.qubit);
    if (search.settled[q] != 0) continue;
    search.settled[q] = 1;
    if (price[q] == kForbidden) continue;
    total_[q] += step.cost;
    if (++met_[q] == static_cast<int>(wanted_)) meeting_.push_back(step.qubit);
    for (const int next : chip_.neighbours(step.qubit)) {
      reach(search, next, step.cost + price[q], step.qubit);
    }
  }
}

int ChainRouter::bestRoot(std::size_t targets, const std::vector<float>& price, Random& random) {
  int best = -1;
  float least = kForbidden;
  std::uint32_t ties = 0;
  std::size_t looked = 0;
  // A root that some search has not met yet costs at least the radius; half of what all searches
  // would need together is far enough in practice.
  const float share = 2.0F / static_cast<float>(std::max<std::size_t>(targets, 2));
  for (float radius = 0; radius <= least * share;) {
    float nearest = kForbidden;
    for (std::size_t s = 0; s < targets; ++s) {
      grow(searches_[s], radius, price);
      if (!searches_[s].open.empty()) {
        nearest = std::min(nearest, searches_[s].open.top().cost);
      }
    }
    for (; looked < meeting_.size(); ++looked) {
      const auto q = static_cast<std::size_t>(meeting_[looked]);
      const float cost = total_[q] + price[q];
      if (cost > least) continue;
      ties = cost < least ? 1 : ties + 1;
      if (cost < least || random.below(ties) == 0) best = meeting_[looked];
      least = cost;
    }
    if (nearest == kForbidden) break;
    radius = std::max(nearest, 1.3F * radius + 0.5F);
  }
  return best;
}

void ChainRouter::reset(std::size_t targets) {
  for (std::size_t s = 0; s < targets; ++s) {
    Search& search = searches_[s];
    for (const int qubit : search.touched) {
      const auto q = static_cast<std::size_t>(qubit);
      search.cost[q] = kForbidden;
      search.settled[q] = 0;
      met_[q] = 0;
      total_[q] = 0;
    }
    search.touched.clear();
    search.open = {};
  }
  meeting_.clear();
}

std::vector<int> ChainRouter::route(const std::vector<const std::vector<int>*>& targets,
                                    const std::vector<float>& price, Random& random) {
  if (targets.empty()) {
    int best = -1;
    std::uint32_t ties = 0;
    for (const int qubit : chip_.qubits()) {
      const float cost = price[static_cast<std::size_t>(qubit)];
      const float least = best < 0 ? kForbidden : price[static_cast<std::size_t>(best)];
      if (cost > least || cost == kForbidden) continue;
      ties = cost < least ? 1 : ties + 1;
      if (cost < least || random.below(ties) == 0) best = qubit;
    }
    return best < 0 ? std::vector<int>() : std::vector<int>{best};
  }
  wanted_ = targets.size();
  if (searches_.size() < wanted_) searches_.resize(wanted_);
  for (std::size_t s = 0; s < wanted_; ++s) begin(searches_[s], *targets[s]);
  const int root = bestRoot(wanted_, price, random);
  std::vector<int> chain;
  if (root >= 0) {
    chain.push_back(root);
    for (std::size_t s = 0; s < wanted_; ++s) {
      const std::vector<int>& before = searches_[s].before;
      for (int q = before[static_cast<std::size_t>(root)]; q >= 0;
           q = before[static_cast<std::size_t>(q)]) {
        chain.push_back(q);
      }
    }
    std::sort(chain.begin(), chain.end());
    chain.erase(std::unique(chain.begin(), chain.end()), chain.end());
  }
  reset(wanted_);
  return chain;
}

}  // namespace nudge
