#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/base/Error.h"
#include "core/chip/EmbeddingCheck.h"
#include "tests/fuzz/Target.h"

namespace {

/// Any text is an embedding that reads back as it was written, or an Error; so are lists of edges.
void fuzzEmbedding(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  static const nudge::ChipGraph chip = nudge::ChipGraph::make(nudge::ChipShape::parse("chimera:2"));
  static const nudge::SourceGraph source = nudge::SourceGraph::complete(2);
  try {
    (void)nudge::parseEdges(text, "fuzz");
  } catch (const nudge::Error&) {
  }
  try {
    const nudge::Embedding embedding = nudge::parseEmbedding(text, "fuzz");
    const std::string written = nudge::embeddingText(embedding);
    if (!(nudge::parseEmbedding(written, "again") == embedding)) std::abort();
    (void)nudge::embeddingFaults(embedding, source, chip);
  } catch (const nudge::Error&) {
  }
}

const nudge::FuzzTarget kFuzzEmbedding("FuzzEmbedding", fuzzEmbedding);

}  // namespace
