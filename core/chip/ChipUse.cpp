#include "core/chip/ChipUse.h"

#include <algorithm>

namespace nudge {

ChipUse::ChipUse(std::shared_ptr<const ChipGraph> chip, SourceGraph source, Embedding embedding,
                 std::vector<int> layers)
    : chip_(std::move(chip)),
      source_(std::move(source)),
      embedding_(std::move(embedding)),
      statistics_(statisticsOf(embedding_)),
      sizes_(layers.empty() ? std::vector<int>{source_.variables} : std::move(layers)),
      owner_(ownersOf(embedding_, chip_->shape().labels())),
      around_(source_.neighbours()) {
  for (std::vector<int>& those : around_) std::sort(those.begin(), those.end());
  int first = 0;
  for (std::size_t n = 0; n < sizes_.size(); ++n) {
    firsts_.push_back(first);
    layerOf_.insert(layerOf_.end(), static_cast<std::size_t>(sizes_[n]), static_cast<int>(n) + 1);
    first += sizes_[n];
  }
  couplers_.reserve(chip_->couplers().size());
  for (const auto& [u, v] : chip_->couplers()) {
    const int a = variableOf(u), b = variableOf(v);
    couplers_.push_back(a < 0 || b < 0  ? CouplerUse::Unused
                        : a == b        ? CouplerUse::Chain
                        : coupled(a, b) ? CouplerUse::Between
                                        : CouplerUse::Unused);
  }
}

int ChipUse::variableOf(int qubit) const {
  const auto q = static_cast<std::size_t>(qubit);
  return qubit >= 0 && q < owner_.size() ? owner_[q] : -1;
}

bool ChipUse::coupled(int u, int v) const {
  const auto those = neighbours(u);
  return std::binary_search(those.begin(), those.end(), v);
}

std::optional<int> ChipUse::variableAt(int layer, int place) const {
  if (layer < 1 || layer > layers() || place < 0 || place >= layerSize(layer)) return std::nullopt;
  return firstOf(layer) + place;
}

std::vector<int> ChipUse::qubitsOfLayers() const {
  std::vector<int> qubits(sizes_.size(), 0);
  for (int v = 0; v < variables(); ++v)
    qubits[static_cast<std::size_t>(layerOf(v) - 1)] += static_cast<int>(chain(v).size());
  return qubits;
}

std::vector<std::vector<int>> ChipUse::lengthsOfLayers() const {
  std::vector<std::vector<int>> counts(
      sizes_.size(), std::vector<int>(static_cast<std::size_t>(statistics_.longest), 0));
  for (int v = 0; v < variables(); ++v) {
    ++counts[static_cast<std::size_t>(layerOf(v) - 1)][chain(v).size() - 1];
  }
  return counts;
}

}  // namespace nudge
