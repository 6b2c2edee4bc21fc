#pragma once

#include <array>
#include <vector>

#include "core/ising/MaxCut.h"

namespace nudge {

/// Graphs to cut.
enum class CutGraphKind { Random, Ring, Petersen, Regular, Torus, Weighted };

/// Graph with about this many nodes (3 to 200): some kinds take the nearest number that they have.
/// Random: every edge with chance ½; Regular: every node has three edges; Weighted: random with
/// weights ±1. Throws Error for another number.
WeightedGraph cutGraph(CutGraphKind kind, std::size_t nodes, std::uint64_t seed);

/// Where nodes stand in a picture, in [0, 1]²: springs along the edges pull, nodes push each other
/// away (Fruchterman and Reingold), from a circle; the same for the same graph.
std::vector<std::array<double, 2>> layOut(const WeightedGraph& graph);

}  // namespace nudge
