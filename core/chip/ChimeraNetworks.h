#pragma once

#include <vector>

#include "core/chip/ChipGraph.h"
#include "core/chip/Embedding.h"
#include "core/chip/SourceGraph.h"

namespace nudge {

/// A network that was made for a place on a chip.
struct PlacedNetwork {
  SourceGraph source;
  Embedding embedding;
  /// The variables of each layer, from the input.
  std::vector<std::vector<int>> layers;
};

/// The convolutional network of the thesis's section 5.4 on 3 × 3 cells of Chimera with t = 4: 40
/// neurons on 56 qubits. Variables 0 to 15 are the inputs, four pixels for each of four windows; 16
/// to 31 the convolutions, four filters for each window; 32 to 35 the pooled filters, chains of
/// five qubits; 36 to 39 the outputs. A window and its filters fill a cell; the cells of two
/// windows stand left and right of one of the pooling, which is joined downwards to the cell of
/// the classifier. Takes the first place without faults; throws Error where there is none or the
/// chip is no such Chimera.
PlacedNetwork convolutionOnChimera(const ChipGraph& chip);

/// The layout-guided network of the thesis's figure 5.18: a qubit is a neuron, half a cell is a
/// layer. Two columns of cells make one deep network, which goes to and fro between them on its way
/// down: vertical qubits, horizontal ones of the same cell (all to all), those of the cell beside
/// it (one to one), its vertical ones (all to all), those of the cell below, and so on. `column` is
/// the left one of the two. Faulty qubits are left out of their layer. Throws Error for another
/// chip or a column that it does not have.
PlacedNetwork cellsAsLayers(const ChipGraph& chip, int column = 0);

}  // namespace nudge
