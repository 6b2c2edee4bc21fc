#include "core/classics/BeliefNetwork.h"

#include "core/base/Error.h"

namespace nudge {

BeliefNetwork::BeliefNetwork(const std::vector<int>& units, std::uint64_t seed) {
  if (units.size() < 2) throw Error("A belief network has visible units and at least one layer.");
  for (std::size_t n = 0; n + 1 < units.size(); ++n)
    machines_.emplace_back(units[n], units[n + 1], seed + n);
}

double BeliefNetwork::train(int n, const Matrix& visible, const BoltzmannMachine::Rates& rates,
                            Random& random) {
  return machines_.at(static_cast<std::size_t>(n)).train(up(visible, n), rates, random);
}

Matrix BeliefNetwork::up(const Matrix& visible, int n) const {
  Matrix units = visible;
  for (int m = 0; m < n; ++m) units = machine(m).hiddenOf(units);
  return units;
}

Matrix BeliefNetwork::down(const Matrix& units, int n) const {
  Matrix visible = units;
  for (int m = n; m-- > 0;) visible = machine(m).visibleOf(visible);
  return visible;
}

Matrix BeliefNetwork::generate(const Matrix& visible, int top, int steps, Random& random) const {
  return down(machine(top).sample(up(visible, top), steps, random), top);
}

Vector BeliefNetwork::filter(int n, int unit) const {
  Vector weights = machine(n).weights().row(unit).transpose();
  for (int m = n; m-- > 0;) weights = machine(m).weights().transpose() * weights;
  return weights;
}

}  // namespace nudge
