#include "core/chip/FindEmbedding.h"

#include <fmt/format.h>

#include "core/base/Error.h"
#include "core/base/Text.h"
#include "core/chip/CornerEmbedding.h"
#include "core/chip/GridEmbedding.h"
#include "core/chip/HeuristicEmbedding.h"
#include "core/chip/LayeredEmbedding.h"

namespace nudge {

namespace {

void refuseTooLarge(const SourceGraph& source, const ChipGraph& chip) {
  const long long least = leastQubits(source, chip);
  const auto there = static_cast<long long>(chip.qubits().size());
  if (least <= there) return;
  throw Error(
      fmt::format("this graph cannot be placed on {}: its chains would need at least {} "
                  "qubits, the chip has {}. Take a larger chip or a smaller graph.",
                  chip.shape().text(), grouped(static_cast<double>(least)),
                  grouped(static_cast<double>(there))));
}

std::optional<Embedding> placeLayers(const SourceGraph& source, const ChipGraph& chip,
                                     const EmbedOptions& options) {
  if (auto embedding = embedLayered(source, chip, options)) return embedding;
  return embedAroundCorner(source, chip, options);
}

}  // namespace

FoundEmbedding findEmbedding(const SourceGraph& source, const ChipGraph& chip, EmbedMethod method,
                             const EmbedOptions& options) {
  refuseTooLarge(source, chip);
  FoundEmbedding found{source, {}, true};
  found.source.layers = findLayers(source);
  if (method != EmbedMethod::Heuristic && !found.source.layers.empty()) {
    if (auto embedding = placeLayers(found.source, chip, options)) {
      found.embedding = std::move(*embedding);
      return found;
    }
  }
  if (method != EmbedMethod::Heuristic && source.gridRows > 0) {
    if (auto embedding = embedGrid(source, chip)) {
      found.embedding = std::move(*embedding);
      return found;
    }
  }
  if (method == EmbedMethod::Structured) {
    throw Error(found.source.layers.empty() && source.gridRows == 0
                    ? "crossing lines can only place a network of layers, all of a layer coupled "
                      "to all of the next; try --method heuristic."
                    : fmt::format("straight lines of {} cannot hold this graph{}; try --method "
                                  "heuristic, smaller layers or a larger chip.",
                                  chip.shape().text(),
                                  options.longestChain > 0
                                      ? fmt::format(" with chains of at most {} qubits",
                                                    options.longestChain)
                                      : ""));
  }
  found.structured = false;
  auto embedding = embedHeuristically(source, chip, options);
  if (!embedding) {
    throw Error(fmt::format(
        "no embedding on {} was found; the search ends after {} tries or {:g} seconds, which does "
        "not say that there is none; give it more time, another seed or a "
        "larger chip.",
        chip.shape().text(), options.tries, options.timeLimit));
  }
  found.embedding = std::move(*embedding);
  return found;
}

FoundEmbedding findLargestLayered(const SourceGraph& source, const ChipGraph& chip,
                                  const EmbedOptions& options) {
  std::vector<int> sizes = findLayers(source);
  if (sizes.empty()) {
    throw Error("the largest network can only be sought for layers, as in layers:1,40.");
  }
  FoundEmbedding best;
  const auto fits = [&](int first) {
    sizes[0] = first;
    const SourceGraph tried = SourceGraph::layered(sizes);
    if (leastQubits(tried, chip) > static_cast<long long>(chip.qubits().size())) return false;
    auto embedding = placeLayers(tried, chip, options);
    if (!embedding) return false;
    best = {tried, std::move(*embedding), true};
    return true;
  };
  int low = 0;
  int high = 1;
  while (fits(high)) {
    low = high;
    high *= 2;
  }
  while (high - low > 1) {
    const int middle = low + (high - low) / 2;
    (fits(middle) ? low : high) = middle;
  }
  if (low == 0) {
    throw Error(
        fmt::format("straight lines of {} cannot hold the other layers with even one "
                    "neuron in the first.",
                    chip.shape().text()));
  }
  return best;
}

}  // namespace nudge
