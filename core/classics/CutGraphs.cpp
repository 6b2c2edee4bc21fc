#include "core/classics/CutGraphs.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <set>

#include <fmt/format.h>

#include "core/base/Error.h"
#include "core/base/Random.h"

namespace nudge {

namespace {

constexpr std::size_t kFewestNodes = 3, kMostNodes = 200;
constexpr int kLayoutSteps = 300;

Coupling edge(std::size_t i, std::size_t j, double weight = 1) {
  return {static_cast<std::int32_t>(std::min(i, j)), static_cast<std::int32_t>(std::max(i, j)),
          weight};
}

WeightedGraph randomGraph(std::size_t nodes, bool weighted, Random& random) {
  WeightedGraph graph{nodes, {}};
  for (std::size_t i = 0; i < nodes; ++i) {
    for (std::size_t j = i + 1; j < nodes; ++j) {
      const std::uint32_t bits = random();
      if (bits & 1U) graph.edges.push_back(edge(i, j, weighted && (bits & 2U) ? -1 : 1));
    }
  }
  return graph;
}

WeightedGraph ring(std::size_t nodes) {
  WeightedGraph graph{nodes, {}};
  for (std::size_t i = 0; i < nodes; ++i) graph.edges.push_back(edge(i, (i + 1) % nodes));
  return graph;
}

WeightedGraph petersen() {
  WeightedGraph graph{10, {}};
  for (std::size_t i = 0; i < 5; ++i) {
    graph.edges.push_back(edge(i, (i + 1) % 5));
    graph.edges.push_back(edge(i, i + 5));
    graph.edges.push_back(edge(i + 5, (i + 2) % 5 + 5));
  }
  return graph;
}

/// Each node three edges: pairs of stubs, drawn again until none is a loop or double.
WeightedGraph regular(std::size_t nodes, Random& random) {
  nodes += nodes % 2;
  nodes = std::max<std::size_t>(nodes, 4);
  std::vector<std::size_t> stubs;
  for (std::size_t i = 0; i < nodes; ++i) stubs.insert(stubs.end(), 3, i);
  while (true) {
    random.shuffle(stubs);
    std::set<std::pair<std::size_t, std::size_t>> pairs;
    for (std::size_t k = 0; k + 1 < stubs.size(); k += 2) {
      const auto [low, high] = std::minmax(stubs[k], stubs[k + 1]);
      if (low == high || !pairs.emplace(low, high).second) break;
    }
    if (pairs.size() != stubs.size() / 2) continue;
    WeightedGraph graph{nodes, {}};
    for (const auto& [i, j] : pairs) graph.edges.push_back(edge(i, j));
    return graph;
  }
}

WeightedGraph torus(std::size_t nodes) {
  const auto side = std::max<std::size_t>(
      3, static_cast<std::size_t>(std::lround(std::sqrt(static_cast<double>(nodes)))));
  WeightedGraph graph{side * side, {}};
  for (std::size_t row = 0; row < side; ++row) {
    for (std::size_t column = 0; column < side; ++column) {
      const std::size_t at = row * side + column;
      graph.edges.push_back(edge(at, row * side + (column + 1) % side));
      graph.edges.push_back(edge(at, (row + 1) % side * side + column));
    }
  }
  return graph;
}

}  // namespace

WeightedGraph cutGraph(CutGraphKind kind, std::size_t nodes, std::uint64_t seed) {
  if (nodes < kFewestNodes || nodes > kMostNodes) {
    throw Error(fmt::format("A graph to cut has {} to {} nodes here, not {}.", kFewestNodes,
                            kMostNodes, nodes));
  }
  Random random(seed, Purpose::Classics);
  switch (kind) {
    case CutGraphKind::Ring:
      return ring(nodes);
    case CutGraphKind::Petersen:
      return petersen();
    case CutGraphKind::Regular:
      return regular(nodes, random);
    case CutGraphKind::Torus:
      return torus(nodes);
    default:
      return randomGraph(nodes, kind == CutGraphKind::Weighted, random);
  }
}

std::vector<std::array<double, 2>> layOut(const WeightedGraph& graph) {
  const std::size_t nodes = graph.nodes;
  std::vector<std::array<double, 2>> at(nodes);
  for (std::size_t i = 0; i < nodes; ++i) {
    const double angle = 2 * std::numbers::pi * static_cast<double>(i) / static_cast<double>(nodes);
    at[i] = {std::cos(angle), std::sin(angle)};
  }
  const double ideal = 2 / std::sqrt(static_cast<double>(std::max<std::size_t>(nodes, 1)));
  for (int step = 0; step < kLayoutSteps; ++step) {
    std::vector<std::array<double, 2>> force(nodes, {0, 0});
    const auto pull = [&](std::size_t i, std::size_t j, double strength) {
      for (std::size_t d = 0; d < 2; ++d) {
        const double part = strength * (at[i][d] - at[j][d]);
        force[i][d] += part, force[j][d] -= part;
      }
    };
    for (std::size_t i = 0; i < nodes; ++i) {
      for (std::size_t j = i + 1; j < nodes; ++j) {
        const double across = at[i][0] - at[j][0], down = at[i][1] - at[j][1];
        pull(i, j, ideal * ideal / (across * across + down * down + 1e-18));
      }
    }
    for (const Coupling& coupling : graph.edges) {
      const auto i = static_cast<std::size_t>(coupling.i);
      const auto j = static_cast<std::size_t>(coupling.j);
      const double across = at[i][0] - at[j][0], down = at[i][1] - at[j][1];
      pull(i, j, -std::sqrt(across * across + down * down) / ideal);
    }
    const double furthest = 0.1 * (1 - static_cast<double>(step) / kLayoutSteps);
    for (std::size_t i = 0; i < nodes; ++i) {
      const double length = std::hypot(force[i][0], force[i][1]) + 1e-9;
      for (std::size_t d = 0; d < 2; ++d)
        at[i][d] += force[i][d] / length * std::min(length, furthest);
    }
  }
  for (std::size_t d = 0; d < 2; ++d) {
    double low = INFINITY, high = -INFINITY;
    for (const auto& place : at) low = std::min(low, place[d]), high = std::max(high, place[d]);
    for (auto& place : at) place[d] = high > low ? (place[d] - low) / (high - low) : 0.5;
  }
  return at;
}

}  // namespace nudge
