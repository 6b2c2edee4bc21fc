#pragma once

#include "core/ising/IsingProblem.h"

namespace nudge {

/// An undirected graph whose edges have weights.
struct WeightedGraph {
  std::size_t nodes = 0;
  std::vector<Coupling> edges;  ///< value: the weight of the edge
};

/// Max-Cut as an Ising problem [thesis 3.2–3.8]: J = the weights, no fields, so that
/// E = Σ J − 2·cut and the ground state is the largest cut. Throws Error for what is no graph.
IsingProblem isingOf(const WeightedGraph& graph);

/// The way back. Throws Error where the problem has fields: it then is no Max-Cut.
WeightedGraph graphOf(const IsingProblem& problem);

/// The weight of all edges between the two sides that `state` divides the nodes into.
double cutOf(const WeightedGraph& graph, std::span<const Spin> state);

}  // namespace nudge
