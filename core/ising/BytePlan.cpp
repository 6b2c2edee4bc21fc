#include "core/ising/BytePlan.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace nudge {

namespace {

/// The greatest number of which all are whole multiples, as the smallest of them over 1, 2, …; 0
/// where there is none, or it is too small to be of use.
double unitOf(const IsingProblem& problem) {
  double least = 0;
  const auto note = [&](double value) {
    if (value != 0) least = least == 0 ? std::abs(value) : std::min(least, std::abs(value));
  };
  for (const double field : problem.fields()) note(field);
  for (const Coupling& c : problem.couplings()) note(c.value);
  if (least == 0) return 0;
  for (int part = 1; part <= 4; ++part) {
    const double unit = least / part;
    const auto fits = [&](double value) {
      const double multiple = value / unit;
      return std::abs(multiple) <= kernels::kByteMost && multiple == std::round(multiple);
    };
    const auto couplingFits = [&](const Coupling& c) { return fits(c.value); };
    if (std::all_of(problem.fields().begin(), problem.fields().end(), fits) &&
        std::all_of(problem.couplings().begin(), problem.couplings().end(), couplingFits)) {
      return unit;
    }
  }
  return 0;
}

}  // namespace

std::optional<BytePlan> BytePlan::of(const IsingProblem& problem) {
  BytePlan plan;
  plan.unit_ = unitOf(problem);
  if (plan.unit_ == 0) return std::nullopt;
  struct Link {
    int value;
    std::int32_t spin;
  };
  std::vector<Link> links;
  for (std::size_t i = 0; i < problem.spins(); ++i) {
    plan.fields_.push_back(static_cast<std::int8_t>(std::lround(problem.fields()[i] / plan.unit_)));
    int sum = std::abs(plan.fields_.back());
    links.clear();
    for (const Neighbour& n : problem.neighbours(i)) {
      const double value = problem.couplings()[static_cast<std::size_t>(n.coupling)].value;
      links.push_back({static_cast<int>(std::lround(value / plan.unit_)), n.spin});
      sum += std::abs(links.back().value);
      if (sum > kernels::kByteMost) return std::nullopt;
    }
    plan.most_ = std::max(plan.most_, sum);
    std::stable_sort(links.begin(), links.end(),
                     [](const Link& a, const Link& b) { return a.value < b.value; });
    for (std::size_t k = 0; k < links.size(); ++k) {
      plan.spins_.push_back(links[k].spin);
      const auto end = static_cast<std::uint32_t>(plan.spins_.size());
      if (k > 0 && links[k].value == links[k - 1].value) {
        plan.runs_.back().end = end;
      } else {
        plan.runs_.push_back({static_cast<std::int8_t>(2 * links[k].value), end});
      }
    }
    plan.runFirst_.push_back(static_cast<std::uint32_t>(plan.runs_.size()));
  }
  return plan;
}

}  // namespace nudge
