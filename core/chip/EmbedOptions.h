#pragma once

#include <cstdint>
#include <functional>
#include <stop_token>

namespace nudge {

/// What goes along with a search for an embedding.
struct EmbedOptions {
  std::uint64_t seed = 1;  ///< of what is random; the structured search is not
  double timeLimit = 60;   ///< seconds, after which the search ends with the best it has
  int longestChain = 0;    ///< no chain may have more qubits; 0: no such limit
  int tries = 10;          ///< of the heuristic, from scratch
  std::stop_token stop{};  ///< asked to stop: the search throws Cancelled soon
  /// Called now and then on the calling thread with the share that is done, from 0 to 1; may be
  /// empty.
  std::function<void(double)> progress{};
};

}  // namespace nudge
