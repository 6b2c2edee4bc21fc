#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/ising/IsingProblem.h"

namespace nudge {

/// A graph to be placed on a chip: variables 0 to variables − 1, and which of them are coupled.
struct SourceGraph {
  int variables = 0;
  std::vector<std::pair<int, int>> edges;  ///< ascending, the lower number first
  /// Sizes of the layers of a layered network, whose variables are numbered layer after layer and
  /// whose edges join every neuron with all of the next layer; else empty.
  std::vector<int> layers;
  /// Rows and columns of a grid, numbered row after row; else 0.
  int gridRows = 0, gridColumns = 0;

  static constexpr int kMostVariables = 100'000;
  static constexpr std::size_t kMostEdges = 20'000'000;

  /// From `layers:120,40` (all of a layer with all of the next), `complete:30`, or `grid:16,16`
  /// (rows, columns). Throws Error.
  static SourceGraph parse(std::string_view text);
  static SourceGraph layered(std::vector<int> sizes);
  static SourceGraph complete(int variables);
  static SourceGraph grid(int rows, int columns);
  /// The couplings of a problem, whatever their values.
  static SourceGraph of(const IsingProblem& problem);

  /// Those that each variable is joined with, in the order of the edges.
  std::vector<std::vector<int>> neighbours() const;
};

/// The sizes of the layers where a graph is a layered network whose variables are numbered layer
/// after layer, whatever it came from; else empty.
std::vector<int> findLayers(const SourceGraph& source);

/// Edges as text: a line `u v` each, variables numbered from 0, `#` begins a comment; (v, u) as
/// good as (u, v). `name` begins every message. Throws Error with the line.
SourceGraph parseEdges(std::string_view text, const std::string& name);

/// What SourceGraph::parse reads, or else a file: edges, or an Ising problem in either format.
/// Throws Error.
SourceGraph openSource(const std::string& source);

}  // namespace nudge
