#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace nudge {

/// Where the variables of a problem live on a chip: for each a chain of qubits that stand for it.
struct Embedding {
  std::vector<std::vector<int>> chains;  ///< [variable], qubits ascending

  std::size_t variables() const { return chains.size(); }
  /// Sorts the qubits of every chain.
  void sort();
  bool operator==(const Embedding&) const = default;
};

struct EmbeddingStatistics {
  int qubits = 0;
  int shortest = 0;  ///< qubits of a chain
  int longest = 0;
  double mean = 0;
};

EmbeddingStatistics statisticsOf(const Embedding& embedding);

/// The variable that each of a chip's `labels` qubit numbers stands for; −1: none. The qubits must
/// be among them.
std::vector<int> ownersOf(const Embedding& embedding, int labels);

/// Reads `{"0": [qubits], "1": [qubits], …}`: a list of qubits for every variable from 0 on, in any
/// order. Whether it fits a graph and a chip is for checkEmbedding. `name` begins every message.
/// Throws Error for what is not of that form, a variable left out, or a qubit twice in a chain.
Embedding parseEmbedding(std::string_view text, const std::string& name);
/// The same from a file of at most 256 MiB, plain or gzip.
Embedding readEmbedding(const std::filesystem::path& path);

/// The same form, a variable a line.
std::string embeddingText(const Embedding& embedding);

}  // namespace nudge
