#pragma once

#include <string>
#include <vector>

#include "core/chip/ChipGraph.h"
#include "core/chip/Embedding.h"
#include "core/chip/SourceGraph.h"

namespace nudge {

/// What is wrong with an embedding, in words: chains that are missing, empty, on qubits that do not
/// work, shared or in pieces, and edges of the graph without a coupler. At most `most` of them, in
/// the order of the variables and edges; none when it is valid. Knows nothing of how embeddings are
/// found.
std::vector<std::string> embeddingFaults(const Embedding& embedding, const SourceGraph& source,
                                         const ChipGraph& chip, std::size_t most = 10);

/// Throws Error with the first fault, beginning with `name`, unless the embedding is valid.
void checkEmbedding(const Embedding& embedding, const SourceGraph& source, const ChipGraph& chip,
                    const std::string& name);

}  // namespace nudge
