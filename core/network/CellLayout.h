#pragma once

#include <vector>

namespace nudge {

/// Half a cell of Chimera: its four vertical qubits (side 0), which reach the cells above and
/// below, or its four horizontal ones (side 1), which reach those left and right.
struct HalfCell {
  int row = 0, column = 0, side = 0;

  bool operator==(const HalfCell&) const = default;
};

/// A coupler between two layers: neuron `above` of the upper one, neuron `below` of the lower.
struct CellWire {
  int above = 0, below = 0;
  bool inside = false;  ///< within a cell, where all meet all; else between cells, one to one
};

/// Chimera's own layers [section 5.5, figure 5.18]: a block of cells in which every qubit is a
/// neuron and every coupler a weight. The horizontal qubits of the cell in the middle are the
/// outputs; a qubit that is d couplers away from them is in the d-th layer below. Chimera is
/// bipartite, so that each coupler joins a layer with the next. A signal runs inwards, from the
/// rim of the block to its middle.
class CellLayout {
 public:
  static constexpr int kQubits = 4;  ///< of half a cell

  /// The innermost `layers` layers of a block of cells. All three at least 1.
  CellLayout(int rows, int columns, int layers);

  /// Layers that the whole block makes.
  static int deepest(int rows, int columns);

  int layers() const { return static_cast<int>(halves_.size()); }
  /// The half cells of layer n = 1 … layers(), nearest the input first; each has four neurons in a
  /// row. Empty where the block has none so far out.
  const std::vector<HalfCell>& layer(int n) const {
    return halves_[static_cast<std::size_t>(n - 1)];
  }
  int size(int n) const { return kQubits * static_cast<int>(layer(n).size()); }
  /// The couplers between layer n − 1 and layer n = 2 … layers(), by `above`, then `below`.
  std::vector<CellWire> wires(int n) const;

 private:
  std::vector<std::vector<HalfCell>> halves_;
};

}  // namespace nudge
