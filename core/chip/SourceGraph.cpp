#include "core/chip/SourceGraph.h"

#include <algorithm>
#include <filesystem>
#include <map>

#include <fmt/format.h>

#include "core/base/Error.h"
#include "core/base/Text.h"
#include "core/chip/NumberLines.h"
#include "core/data/Gzip.h"
#include "core/ising/ProblemFile.h"

namespace nudge {

namespace {

constexpr std::size_t kLargestGraph = std::size_t{1} << 30;

[[noreturn]] void refuseGraph(std::string_view text, const std::string& what) {
  throw Error(fmt::format("\"{}\" is no graph: {}", text.substr(0, 60), what));
}

std::vector<int> layerSizes(std::string_view list, std::string_view text) {
  std::vector<int> sizes;
  while (true) {
    const std::size_t comma = list.find(',');
    const std::string_view part = list.substr(0, comma);
    const std::optional<int> value = numberIn<int>(part);
    if (!value || *value < 1) {
      refuseGraph(text,
                  fmt::format("\"{}\" is no size; write whole numbers from 1 on, commas between.",
                              part.substr(0, 20)));
    }
    if (*value > SourceGraph::kMostVariables || sizes.size() == 100) {
      refuseGraph(text, fmt::format("at most {} variables in 100 layers are possible.",
                                    SourceGraph::kMostVariables));
    }
    sizes.push_back(*value);
    if (comma == std::string_view::npos) return sizes;
    list = list.substr(comma + 1);
  }
}

void checkSize(double variables, double edges) {
  if (variables <= SourceGraph::kMostVariables &&
      edges <= static_cast<double>(SourceGraph::kMostEdges)) {
    return;
  }
  throw Error(
      fmt::format("the graph has {:.0f} variables and {:.0f} edges; at most {} and {} are "
                  "possible.",
                  variables, edges, SourceGraph::kMostVariables, SourceGraph::kMostEdges));
}

/// Whether every line with something on it has two parts, so that it lists edges.
bool listsEdges(std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    line = line.substr(0, line.find('#'));
    int parts = 0;
    bool inside = false;
    for (const char c : line) {
      const bool blank = c == ' ' || c == '\t' || c == '\r';
      if (!blank && !inside) ++parts;
      inside = !blank;
    }
    if (parts > 2) return false;
  }
  return true;
}

}  // namespace

SourceGraph SourceGraph::layered(std::vector<int> sizes) {
  double variables = 0, edges = 0;
  for (std::size_t l = 0; l < sizes.size(); ++l) {
    variables += sizes[l];
    if (l > 0) edges += static_cast<double>(sizes[l - 1]) * sizes[l];
  }
  checkSize(variables, edges);
  SourceGraph graph;
  graph.variables = static_cast<int>(variables);
  graph.edges.reserve(static_cast<std::size_t>(edges));
  int first = 0;
  for (std::size_t l = 0; l + 1 < sizes.size(); ++l) {
    const int next = first + sizes[l];
    for (int u = first; u < next; ++u) {
      for (int v = next; v < next + sizes[l + 1]; ++v) graph.edges.emplace_back(u, v);
    }
    first = next;
  }
  graph.layers = std::move(sizes);
  return graph;
}

SourceGraph SourceGraph::complete(int variables) {
  checkSize(variables, 0.5 * variables * (variables - 1.0));
  SourceGraph graph;
  graph.variables = variables;
  for (int u = 0; u < variables; ++u) {
    for (int v = u + 1; v < variables; ++v) graph.edges.emplace_back(u, v);
  }
  return graph;
}

SourceGraph SourceGraph::grid(int rows, int columns) {
  checkSize(static_cast<double>(rows) * columns, 2.0 * rows * columns);
  SourceGraph graph;
  graph.variables = rows * columns;
  graph.gridRows = rows;
  graph.gridColumns = columns;
  for (int u = 0; u < graph.variables; ++u) {
    if (u % columns + 1 < columns) graph.edges.emplace_back(u, u + 1);
    if (u + columns < graph.variables) graph.edges.emplace_back(u, u + columns);
  }
  return graph;
}

SourceGraph SourceGraph::of(const IsingProblem& problem) {
  checkSize(static_cast<double>(problem.spins()), static_cast<double>(problem.couplings().size()));
  SourceGraph graph;
  graph.variables = static_cast<int>(problem.spins());
  for (const Coupling& c : problem.couplings()) graph.edges.emplace_back(c.i, c.j);
  return graph;
}

std::vector<std::vector<int>> SourceGraph::neighbours() const {
  std::vector<std::vector<int>> around(static_cast<std::size_t>(variables));
  for (const auto& [u, v] : edges) {
    around[static_cast<std::size_t>(u)].push_back(v);
    around[static_cast<std::size_t>(v)].push_back(u);
  }
  return around;
}

SourceGraph SourceGraph::parse(std::string_view text) {
  const std::size_t colon = text.find(':');
  const std::string_view kind = text.substr(0, colon);
  const bool known = kind == "layers" || kind == "complete" || kind == "grid";
  if (!known || colon == std::string_view::npos) {
    refuseGraph(text,
                "write layers:120,40, complete:30 or grid:16,16, or the name of a file with edges "
                "or an Ising problem.");
  }
  const std::vector<int> sizes = layerSizes(text.substr(colon + 1), text);
  if (kind == "layers") {
    if (sizes.size() < 2) refuseGraph(text, "it needs two layers or more, as in layers:120,40.");
    return layered(sizes);
  }
  if (kind == "complete") {
    if (sizes.size() != 1) refuseGraph(text, "it has one size, as in complete:30.");
    return complete(sizes[0]);
  }
  if (sizes.size() != 2) refuseGraph(text, "it has two sizes, rows and columns, as in grid:16,16.");
  return grid(sizes[0], sizes[1]);
}

std::vector<int> findLayers(const SourceGraph& source) {
  if (!source.layers.empty()) return source.layers;
  if (source.edges.empty()) return {};
  // Neuron 0 of a layer is coupled to the first and last of the next one, and to none after.
  std::vector<int> sizes;
  std::vector<int> last(static_cast<std::size_t>(source.variables), -1);
  for (const auto& [u, v] : source.edges) last[static_cast<std::size_t>(u)] = v;
  int first = 0;
  int next = source.edges.front().second;
  if (source.edges.front().first != 0) return {};
  while (true) {
    sizes.push_back(next - first);
    const int end = last[static_cast<std::size_t>(first)] + 1;
    if (end <= next) return {};
    first = next;
    next = end;
    if (next == source.variables) break;
  }
  sizes.push_back(next - first);
  double edges = 0;
  for (std::size_t l = 1; l < sizes.size(); ++l) {
    edges += static_cast<double>(sizes[l - 1]) * sizes[l];
  }
  if (edges != static_cast<double>(source.edges.size())) return {};
  const SourceGraph same = SourceGraph::layered(sizes);
  return same.edges == source.edges ? sizes : std::vector<int>();
}

SourceGraph parseEdges(std::string_view text, const std::string& name) {
  SourceGraph graph;
  std::map<std::pair<int, int>, std::int64_t> seen;
  NumberLines lines(text, name);
  while (lines.next()) {
    if (lines.numbers().size() != 2) lines.fail("an edge has two numbers, its variables.");
    const std::pair<int, int> edge = std::minmax(lines.numbers()[0], lines.numbers()[1]);
    if (edge.second >= SourceGraph::kMostVariables) {
      lines.fail(fmt::format("the variable {} is too large; they count from 0 to at most {}.",
                             edge.second, SourceGraph::kMostVariables - 1));
    }
    if (edge.first == edge.second) {
      lines.fail(fmt::format("joins variable {} with itself; leave it out.", edge.first));
    }
    const auto [there, isNew] = seen.emplace(edge, lines.line());
    if (!isNew) {
      lines.fail(fmt::format("the edge {} {} is given twice, first in line {}.", edge.first,
                             edge.second, there->second));
    }
    graph.variables = std::max(graph.variables, edge.second + 1);
  }
  if (seen.empty()) throw Error(name + ": holds no edge; write lines like 0 1.");
  for (const auto& [edge, line] : seen) graph.edges.push_back(edge);
  return graph;
}

SourceGraph openSource(const std::string& source) {
  if (!std::filesystem::exists(source)) return SourceGraph::parse(source);
  const std::string text = readPlainOrGzip(source, kLargestGraph);
  const auto first = text.find_first_not_of(" \t\r\n");
  const bool json = first != std::string::npos && text[first] == '{';
  if (!json && listsEdges(text)) return parseEdges(text, source);
  return SourceGraph::of(parseProblem(text, source));
}

}  // namespace nudge
