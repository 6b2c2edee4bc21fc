#include "core/chip/EmbeddingCheck.h"

#include <algorithm>
#include <set>
#include <unordered_map>

#include <fmt/format.h>

#include "core/base/Error.h"

namespace nudge {

namespace {

/// How many of a chain's qubits can be reached from its first one inside the chain.
std::size_t reached(const std::vector<int>& chain, const ChipGraph& chip) {
  std::set<int> left(chain.begin() + 1, chain.end());
  std::vector<int> open{chain.front()};
  std::size_t count = 0;
  while (!open.empty()) {
    const int qubit = open.back();
    open.pop_back();
    ++count;
    for (const int next : chip.neighbours(qubit)) {
      if (left.erase(next) > 0) open.push_back(next);
    }
  }
  return count;
}

bool coupled(const std::vector<int>& a, const std::vector<int>& b, const ChipGraph& chip) {
  return std::any_of(a.begin(), a.end(), [&](int u) {
    return std::any_of(b.begin(), b.end(), [&](int v) { return chip.hasCoupler(u, v); });
  });
}

}  // namespace

std::vector<std::string> embeddingFaults(const Embedding& embedding, const SourceGraph& source,
                                         const ChipGraph& chip, std::size_t most) {
  std::vector<std::string> faults;
  const auto say = [&](std::string fault) {
    if (faults.size() < most) faults.push_back(std::move(fault));
  };
  if (embedding.chains.size() != static_cast<std::size_t>(source.variables)) {
    say(fmt::format("it has chains for {} variables; the graph has {}.", embedding.chains.size(),
                    source.variables));
    return faults;
  }
  std::unordered_map<int, std::size_t> owner;
  for (std::size_t v = 0; v < embedding.chains.size(); ++v) {
    const std::vector<int>& chain = embedding.chains[v];
    if (chain.empty()) say(fmt::format("variable {} has no qubit.", v));
    for (const int qubit : chain) {
      if (!chip.hasQubit(qubit)) {
        say(
            fmt::format("variable {} is on qubit {}, which the chip does not have or which is "
                        "faulty.",
                        v, qubit));
      }
      const auto [there, isNew] = owner.emplace(qubit, v);
      if (!isNew) {
        say(fmt::format("variables {} and {} share the qubit {}.", there->second, v, qubit));
      }
    }
    if (!chain.empty() && reached(chain, chip) != chain.size()) {
      say(
          fmt::format("the chain of variable {} is in pieces: not all of its {} qubits are joined "
                      "by couplers.",
                      v, chain.size()));
    }
  }
  for (const auto& [u, v] : source.edges) {
    if (!coupled(embedding.chains[static_cast<std::size_t>(u)],
                 embedding.chains[static_cast<std::size_t>(v)], chip)) {
      say(
          fmt::format("no coupler joins the chains of variables {} and {}, which are coupled in "
                      "the graph.",
                      u, v));
    }
  }
  return faults;
}

void checkEmbedding(const Embedding& embedding, const SourceGraph& source, const ChipGraph& chip,
                    const std::string& name) {
  const std::vector<std::string> faults = embeddingFaults(embedding, source, chip, 1);
  if (!faults.empty()) throw Error(name + ": the embedding is not valid: " + faults.front());
}

}  // namespace nudge
