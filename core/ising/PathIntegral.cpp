#include "core/ising/PathIntegral.h"

#include <algorithm>
#include <cmath>

namespace nudge {

namespace {

// Without a transverse field slices are bound for good; so strongly that no flip ever parts them.
constexpr double kStrongest = 50;

double sliceCoupling(double a) {
  return a > 0 ? std::min(-0.5 * std::log(std::tanh(a)), kStrongest) : kStrongest;
}

/// Accepts a change of the action with probability min(1, exp(−change)).
bool accepts(double change, Random& random) {
  return change <= 0 || static_cast<double>(random.uniform()) < std::exp(-change);
}

}  // namespace

PathIntegral::PathIntegral(const IsingProblem& problem, int slices, std::span<const Spin> state)
    : problem_(&problem), slices_(slices) {
  for (int p = 0; p < slices; ++p) spins_.insert(spins_.end(), state.begin(), state.end());
  for (std::size_t k = 0; k < spins_.size(); ++k) {
    fields_.push_back(problem.localField(state, k % problem.spins()));
  }
}

void PathIntegral::flip(int p, std::size_t i) {
  Spin& spin = spins_[at(p, i)];
  spin = static_cast<Spin>(-spin);
  for (const Neighbour& n : problem_->neighbours(i)) {
    fields_[at(p, static_cast<std::size_t>(n.spin))] +=
        2 * problem_->couplings()[static_cast<std::size_t>(n.coupling)].value * spin;
  }
}

void PathIntegral::sweep(const AnnealEnergies& energies, Random& random) {
  const double weight = energies.problem / (2 * slices_);
  const double bond = sliceCoupling(energies.transverse / (2 * slices_));
  for (std::size_t i = 0; i < problem_->spins(); ++i) {
    for (int p = 0; p < slices_; ++p) {
      const int around =
          spins_[at(p == 0 ? slices_ - 1 : p - 1, i)] + spins_[at(p + 1 == slices_ ? 0 : p + 1, i)];
      const double push = bond * around - weight * fields_[at(p, i)];
      if (accepts(2 * spins_[at(p, i)] * push, random)) flip(p, i);
    }
    double change = 0;
    for (int p = 0; p < slices_; ++p) change -= 2 * weight * spins_[at(p, i)] * fields_[at(p, i)];
    if (!accepts(change, random)) continue;
    for (int p = 0; p < slices_; ++p) flip(p, i);
  }
}

double PathIntegral::transverse(double energy) const {
  const double together = std::tanh(energy / (2 * slices_));
  double sum = 0;
  for (int p = 0; p < slices_; ++p) {
    const int next = p + 1 == slices_ ? 0 : p + 1;
    for (std::size_t i = 0; i < problem_->spins(); ++i) {
      sum += spins_[at(p, i)] == spins_[at(next, i)] ? together : 1 / together;
    }
  }
  return sum / slices_;
}

}  // namespace nudge
