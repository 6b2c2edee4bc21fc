#pragma once

#include "core/chip/ChipGraph.h"
#include "core/chip/EmbedOptions.h"
#include "core/chip/Embedding.h"
#include "core/chip/SourceGraph.h"

namespace nudge {

/// Auto: crossing lines where the graph is a layered network, else (or where that fails) the
/// heuristic.
enum class EmbedMethod { Auto, Structured, Heuristic };

struct FoundEmbedding {
  SourceGraph source;  ///< what was placed
  Embedding embedding;
  bool structured = false;  ///< by crossing lines
};

/// A valid embedding of the graph. Throws Error, at once where it can be known, with the reason why
/// there is none or none was found; Cancelled where it was asked to stop.
FoundEmbedding findEmbedding(const SourceGraph& source, const ChipGraph& chip, EmbedMethod method,
                             const EmbedOptions& options);

/// The largest first layer with which the layered network can be placed by crossing lines, the
/// other layers as they are. Throws Error for another graph, or where not even one neuron fits.
FoundEmbedding findLargestLayered(const SourceGraph& source, const ChipGraph& chip,
                                  const EmbedOptions& options);

}  // namespace nudge
