#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <stop_token>

namespace nudge {

/// What goes along with a search for an embedding.
struct EmbedOptions {
  using Clock = std::chrono::steady_clock;

  std::uint64_t seed = 1;  ///< of what is random; the structured search is not
  double timeLimit = 60;   ///< seconds, after which the search ends with the best it has
  int longestChain = 0;    ///< no chain may have more qubits; 0: no such limit
  int tries = 10;          ///< of the heuristic, from scratch
  std::stop_token stop{};  ///< asked to stop: the search throws Cancelled soon
  /// Called now and then on the calling thread with the share that is done, from 0 to 1; may be
  /// empty.
  std::function<void(double)> progress{};

  /// When a search that begins now is over its time.
  Clock::time_point deadline() const {
    return Clock::now() +
           std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(timeLimit));
  }
};

}  // namespace nudge
