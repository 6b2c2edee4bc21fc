#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "core/chip/ChipGraph.h"
#include "core/chip/Embedding.h"
#include "core/chip/SourceGraph.h"

namespace nudge {

/// What a coupler of a chip does for an embedding.
enum class CouplerUse : std::uint8_t {
  Unused,
  Between,  ///< joins the chains of two variables that the source couples
  Chain,    ///< holds a chain together
};

/// What the qubits and couplers of a chip do for an embedded network: every question that a picture
/// of it asks, answered by a look into a table.
class ChipUse {
 public:
  /// The embedding must be valid for the source and the chip. `layers` are the sizes of the
  /// network's layers, whose variables follow each other, nearest the input first; they must add up
  /// to the variables. Empty: one layer.
  ChipUse(std::shared_ptr<const ChipGraph> chip, SourceGraph source, Embedding embedding,
          std::vector<int> layers);

  const ChipGraph& chip() const { return *chip_; }
  const std::shared_ptr<const ChipGraph>& sharedChip() const { return chip_; }
  const SourceGraph& source() const { return source_; }
  const Embedding& embedding() const { return embedding_; }
  const EmbeddingStatistics& statistics() const { return statistics_; }

  int variables() const { return static_cast<int>(embedding_.chains.size()); }
  /// The qubits that stand for a variable, ascending.
  std::span<const int> chain(int variable) const {
    return embedding_.chains[static_cast<std::size_t>(variable)];
  }
  /// The variable that a qubit stands for; −1: none.
  int variableOf(int qubit) const;
  /// Of the place-th of chip().couplers().
  CouplerUse couplerUse(std::size_t place) const { return couplers_[place]; }
  /// Those that the source couples to a variable, ascending.
  std::span<const int> neighbours(int variable) const {
    return around_[static_cast<std::size_t>(variable)];
  }
  bool coupled(int u, int v) const;

  int layers() const { return static_cast<int>(sizes_.size()); }
  /// Of layer n = 1 … layers().
  int layerSize(int n) const { return sizes_[static_cast<std::size_t>(n - 1)]; }
  int firstOf(int n) const { return firsts_[static_cast<std::size_t>(n - 1)]; }
  int layerOf(int variable) const { return layerOf_[static_cast<std::size_t>(variable)]; }
  /// Its place in its layer, from 0.
  int placeOf(int variable) const { return variable - firstOf(layerOf(variable)); }
  /// The variable at a place of a layer; nothing where there is none.
  std::optional<int> variableAt(int layer, int place) const;

  /// Qubits of all chains of each layer.
  std::vector<int> qubitsOfLayers() const;
  /// How many chains of each layer have 1, 2, … longest qubits: [layer][length − 1].
  std::vector<std::vector<int>> lengthsOfLayers() const;

 private:
  std::shared_ptr<const ChipGraph> chip_;
  SourceGraph source_;
  Embedding embedding_;
  EmbeddingStatistics statistics_;
  std::vector<int> sizes_, firsts_;       // of the layers
  std::vector<int> layerOf_;              // of each variable
  std::vector<int> owner_;                // of each qubit label
  std::vector<std::vector<int>> around_;  // those that each variable is coupled to, ascending
  std::vector<CouplerUse> couplers_;      // in the order of the chip's
};

}  // namespace nudge
