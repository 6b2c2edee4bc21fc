#include "core/chip/Embedding.h"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/base/Error.h"
#include "core/base/StrictJson.h"
#include "core/data/Gzip.h"

namespace nudge {

namespace {

// Many times the qubits of the largest chip.
constexpr std::size_t kLargestEmbedding = std::size_t{1} << 24;

std::vector<int> chainOf(const Json& list, const std::string& where) {
  if (!list.is_array())
    throw Error(fmt::format("{} must be a list of qubits, like [0, 4].", where));
  std::vector<int> chain;
  for (const Json& entry : list) {
    const bool whole = entry.is_number_integer() && entry >= 0 && entry <= 0x7fffffff;
    if (!whole) {
      throw Error(fmt::format("{} has {}, which is no qubit; they are whole numbers from 0 on.",
                              where, entry.dump().substr(0, 40)));
    }
    chain.push_back(entry.get<int>());
  }
  std::sort(chain.begin(), chain.end());
  const auto twice = std::adjacent_find(chain.begin(), chain.end());
  if (twice != chain.end()) throw Error(fmt::format("{} has the qubit {} twice.", where, *twice));
  return chain;
}

}  // namespace

void Embedding::sort() {
  for (std::vector<int>& chain : chains) std::sort(chain.begin(), chain.end());
}

EmbeddingStatistics statisticsOf(const Embedding& embedding) {
  EmbeddingStatistics found;
  for (const std::vector<int>& chain : embedding.chains) {
    const int length = static_cast<int>(chain.size());
    found.shortest = found.qubits == 0 ? length : std::min(found.shortest, length);
    found.longest = std::max(found.longest, length);
    found.qubits += length;
  }
  if (!embedding.chains.empty()) {
    found.mean = static_cast<double>(found.qubits) / static_cast<double>(embedding.chains.size());
  }
  return found;
}

std::vector<int> ownersOf(const Embedding& embedding, int labels) {
  std::vector<int> owner(static_cast<std::size_t>(labels), -1);
  for (std::size_t v = 0; v < embedding.chains.size(); ++v) {
    for (const int q : embedding.chains[v])
      owner[static_cast<std::size_t>(q)] = static_cast<int>(v);
  }
  return owner;
}

Embedding parseEmbedding(std::string_view text, const std::string& name) {
  const Json json = parseJson(text, name);
  if (!json.is_object() || json.empty()) {
    throw Error(name + ": is no embedding; it looks like {\"0\": [4, 5], \"1\": [0]}.");
  }
  Embedding embedding;
  embedding.chains.resize(json.size());
  for (std::size_t v = 0; v < json.size(); ++v) {
    const auto chain = json.find(std::to_string(v));
    if (chain == json.end()) {
      throw Error(
          fmt::format("{}: has {} entries but none for the variable \"{}\"; the keys count "
                      "from \"0\" without a gap.",
                      name, json.size(), v));
    }
    embedding.chains[v] = chainOf(*chain, fmt::format("{}: the chain of variable {}", name, v));
  }
  return embedding;
}

Embedding readEmbedding(const std::filesystem::path& path) {
  return parseEmbedding(readPlainOrGzip(path.string(), kLargestEmbedding), path.string());
}

std::string embeddingText(const Embedding& embedding) {
  std::string text = "{";
  for (std::size_t v = 0; v < embedding.chains.size(); ++v) {
    text += fmt::format("{}\n  \"{}\": [{}]", v > 0 ? "," : "", v,
                        fmt::join(embedding.chains[v], ", "));
  }
  return text + "\n}\n";
}

}  // namespace nudge
