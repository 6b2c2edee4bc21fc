#include "core/chip/ChimeraNetworks.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/base/Error.h"
#include "core/chip/EmbeddingCheck.h"

namespace nudge {

namespace {

constexpr int kTile = 4;

void needChimera(const ChipGraph& chip, const char* what) {
  const ChipShape& shape = chip.shape();
  if (shape.family == ChipFamily::Chimera && shape.t == kTile) return;
  throw Error(fmt::format("{} is laid out for cells of Chimera with 4 + 4 qubits; {} has none.",
                          what, shape.text()));
}

/// Window `window` in the cell left or right of the pooling's, in row 0 or 1.
int input(int window, int pixel) { return kTile * window + pixel; }
int convolved(int window, int filter) { return 16 + kTile * window + filter; }
int pooled(int filter) { return 32 + filter; }
int output(int neuron) { return 36 + neuron; }

SourceGraph convolutionGraph() {
  SourceGraph graph;
  graph.variables = 40;
  for (int a = 0; a < kTile; ++a) {
    for (int b = 0; b < kTile; ++b) {
      for (int window = 0; window < 4; ++window) {
        graph.edges.emplace_back(input(window, a), convolved(window, b));
      }
      graph.edges.emplace_back(convolved(a, b), pooled(b));
      graph.edges.emplace_back(pooled(a), output(b));
    }
  }
  std::sort(graph.edges.begin(), graph.edges.end());
  return graph;
}

Embedding convolutionAt(const ChipShape& shape, int row, int column) {
  const auto at = [&](int i, int j, int u, int k) {
    return linearOf(shape, ChimeraCoordinate{row + i, column + j, u, k});
  };
  Embedding made;
  made.chains.resize(40);
  for (int k = 0; k < kTile; ++k) {
    for (int window = 0; window < 4; ++window) {
      const int i = window / 2;
      const int j = window % 2 * 2;
      made.chains[static_cast<std::size_t>(input(window, k))] = {at(i, j, 0, k)};
      made.chains[static_cast<std::size_t>(convolved(window, k))] = {at(i, j, 1, k)};
    }
    made.chains[static_cast<std::size_t>(pooled(k))] = {
        at(0, 1, 0, k), at(0, 1, 1, k), at(1, 1, 0, k), at(1, 1, 1, k), at(2, 1, 0, k)};
    made.chains[static_cast<std::size_t>(output(k))] = {at(2, 1, 1, k)};
  }
  made.sort();
  return made;
}

}  // namespace

PlacedNetwork convolutionOnChimera(const ChipGraph& chip) {
  needChimera(chip, "the convolutional network");
  PlacedNetwork network;
  network.source = convolutionGraph();
  network.layers.resize(4);
  for (int v = 0; v < network.source.variables; ++v) {
    network.layers[v < 32 ? static_cast<std::size_t>(v / 16) : v < 36 ? 2U : 3U].push_back(v);
  }
  for (int row = 0; row + 3 <= chip.shape().m; ++row) {
    for (int column = 0; column + 3 <= chip.shape().n; ++column) {
      network.embedding = convolutionAt(chip.shape(), row, column);
      if (embeddingFaults(network.embedding, network.source, chip, 1).empty()) return network;
    }
  }
  throw Error(
      fmt::format("the convolutional network needs 3 × 3 cells whose qubits work; {} has "
                  "none.",
                  chip.shape().text()));
}

PlacedNetwork cellsAsLayers(const ChipGraph& chip, int column) {
  needChimera(chip, "the network of cells");
  const ChipShape& shape = chip.shape();
  if (column < 0 || column + 1 >= shape.n) {
    throw Error(fmt::format("the network of cells needs two columns; {} has none beside column {}.",
                            shape.text(), column));
  }
  PlacedNetwork network;
  std::vector<int> variableOf(static_cast<std::size_t>(shape.labels()), -1);
  const auto addLayer = [&](int row, int side, int u) {
    std::vector<int> layer;
    for (int k = 0; k < kTile; ++k) {
      const int qubit = linearOf(shape, ChimeraCoordinate{row, column + side, u, k});
      if (!chip.hasQubit(qubit)) continue;
      layer.push_back(network.source.variables++);
      variableOf[static_cast<std::size_t>(qubit)] = layer.back();
      network.embedding.chains.push_back({qubit});
    }
    network.layers.push_back(std::move(layer));
  };
  for (int row = 0; row < shape.m; ++row) {
    const int side = row % 2;  // where the network comes in from above
    addLayer(row, side, 0);
    addLayer(row, side, 1);
    addLayer(row, 1 - side, 1);
    addLayer(row, 1 - side, 0);
  }
  // Only couplers between a layer and the next are links of the network.
  std::vector<int> layerOf;
  for (std::size_t l = 0; l < network.layers.size(); ++l) {
    layerOf.insert(layerOf.end(), network.layers[l].size(), static_cast<int>(l));
  }
  for (const auto& [u, v] : chip.couplers()) {
    const int a = variableOf[static_cast<std::size_t>(u)];
    const int b = variableOf[static_cast<std::size_t>(v)];
    if (a < 0 || b < 0) continue;
    const int apart = layerOf[static_cast<std::size_t>(a)] - layerOf[static_cast<std::size_t>(b)];
    if (apart == 1 || apart == -1) network.source.edges.emplace_back(std::minmax(a, b));
  }
  std::sort(network.source.edges.begin(), network.source.edges.end());
  return network;
}

}  // namespace nudge
