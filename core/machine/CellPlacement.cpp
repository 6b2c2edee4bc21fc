#include "core/machine/CellPlacement.h"

#include <algorithm>

#include "core/chip/ChipCoordinates.h"
#include "core/chip/FindEmbedding.h"
#include "core/chip/SourceGraph.h"

namespace nudge {

namespace {

Embedding placedAt(const CellLayout& layout, const ChipShape& shape, int row, int column) {
  Embedding embedding;
  for (int n = 1; n <= layout.layers(); ++n) {
    for (const HalfCell& half : layout.layer(n)) {
      for (int k = 0; k < CellLayout::kQubits; ++k) {
        embedding.chains.push_back({linearOf(
            shape, ChimeraCoordinate{half.row + row, half.column + column, half.side, k})});
      }
    }
  }
  return embedding;
}

bool works(const CellLayout& layout, const Embedding& embedding, const ChipGraph& chip) {
  const auto qubit = [&](int spin) {
    return embedding.chains[static_cast<std::size_t>(spin)].front();
  };
  for (const std::vector<int>& chain : embedding.chains) {
    if (!chip.hasQubit(chain.front())) return false;
  }
  int below = 0;  // the first spin of the layer below
  for (int n = 2; n <= layout.layers(); ++n) {
    const int above = below + layout.size(n - 1);
    for (const CellWire& wire : layout.wires(n)) {
      if (!chip.hasCoupler(qubit(above + wire.above), qubit(below + wire.below))) return false;
    }
    below = above;
  }
  return true;
}

}  // namespace

std::optional<Embedding> cellPlacement(const NetworkSpec& network, const ChipGraph& chip) {
  const ChipShape& shape = chip.shape();
  if (!network.inCells() || shape.family != ChipFamily::Chimera || shape.t != CellLayout::kQubits)
    return std::nullopt;
  const CellLayout layout = network.cellLayout();
  for (int row = 0; row + network.cells[0] <= shape.m; ++row) {
    for (int column = 0; column + network.cells[1] <= shape.n; ++column) {
      Embedding embedding = placedAt(layout, shape, row, column);
      if (works(layout, embedding, chip)) return embedding;
    }
  }
  return std::nullopt;
}

Embedding embedNetwork(const NetworkSpec& network, const IsingProblem& problem,
                       const ChipGraph& chip, const EmbedOptions& options) {
  if (std::optional<Embedding> cells = cellPlacement(network, chip)) return *std::move(cells);
  return findEmbedding(SourceGraph::of(problem), chip, EmbedMethod::Auto, options).embedding;
}

}  // namespace nudge
