#include "core/ising/Descent.h"

#include <algorithm>
#include <cmath>

namespace nudge {

std::size_t descend(const IsingProblem& problem, std::span<Spin> state) {
  std::vector<double> changes(state.size());  // of E by a flip
  double largest = 0;
  for (std::size_t i = 0; i < state.size(); ++i) {
    changes[i] = problem.flipChange(state, i);
    largest = std::max(largest, std::abs(changes[i]));
  }
  for (std::size_t flips = 0;; ++flips) {
    const auto best = std::min_element(changes.begin(), changes.end());
    if (best == changes.end() || *best >= -1e-12 * largest) return flips;
    const auto i = static_cast<std::size_t>(best - changes.begin());
    state[i] = static_cast<Spin>(-state[i]);
    *best = -*best;
    for (const Neighbour& n : problem.neighbours(i)) {
      const auto j = static_cast<std::size_t>(n.spin);
      const double value = problem.couplings()[static_cast<std::size_t>(n.coupling)].value;
      changes[j] -= 4 * value * state[i] * state[j];
    }
  }
}

}  // namespace nudge
