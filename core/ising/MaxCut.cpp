#include "core/ising/MaxCut.h"

#include <fmt/format.h>

#include "core/base/Error.h"

namespace nudge {

IsingProblem isingOf(const WeightedGraph& graph) {
  if (graph.nodes > IsingProblem::kMostSpins) {
    throw Error(fmt::format("a graph of {} nodes is too large; at most {} fit.", graph.nodes,
                            IsingProblem::kMostSpins));
  }
  return IsingProblem(std::vector<double>(graph.nodes), graph.edges);
}

WeightedGraph graphOf(const IsingProblem& problem) {
  for (std::size_t i = 0; i < problem.spins(); ++i) {
    if (problem.fields()[i] != 0) {
      throw Error(fmt::format("spin {} has the field {}; a Max-Cut problem has none.",
                              problem.label(i), problem.fields()[i]));
    }
  }
  return {problem.spins(), {problem.couplings().begin(), problem.couplings().end()}};
}

double cutOf(const WeightedGraph& graph, std::span<const Spin> state) {
  double cut = 0;
  for (const Coupling& edge : graph.edges) {
    if (state[static_cast<std::size_t>(edge.i)] != state[static_cast<std::size_t>(edge.j)]) {
      cut += edge.value;
    }
  }
  return cut;
}

}  // namespace nudge
