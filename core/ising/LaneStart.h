#pragma once

#include <cstddef>
#include <mutex>

#include "core/base/Error.h"
#include "core/base/Random.h"
#include "core/ising/Annealing.h"
#include "core/kernels/AnnealLanes.h"

namespace nudge {

/// Seeds the generators of group number `group` of a request: the same for the same seed, stream
/// and group.
inline void seedLanes(kernels::RandomLanes& lanes, const ReadRequest& request, Purpose purpose,
                      std::size_t group) {
  // Groups are fewer than reads, of which there are at most 2^24.
  Random random(request.seed, purpose, request.stream << 24 | group);
  for (std::uint32_t& word : lanes.words) word = random();
  // A generator whose words are all zero would stay so.
  for (std::size_t k = 0; k < kernels::kRandomLanes; ++k) lanes.words[k] |= 1;
}

/// Sets the spins of reads [first, first + lanes) where the request wants them: calls
/// set(spin·lanes + lane, up).
template <class Set>
void startSpins(kernels::RandomLanes& random, const ReadRequest& request, std::size_t first,
                std::size_t lanes, std::size_t spins, Set set) {
  if (request.initial.empty()) {
    for (std::size_t i = 0; i < spins; ++i) {
      for (std::size_t r = 0; r < lanes; ++r) {
        set(i * lanes + r, random.next(r % kernels::kRandomLanes) >> 31 != 0);
      }
    }
    return;
  }
  for (std::size_t r = 0; r < lanes; ++r) {
    const auto state = request.initialOf(first + r, spins);
    for (std::size_t i = 0; i < spins; ++i) set(i * lanes + r, state[i] > 0);
  }
}

/// Counts work that several threads do, tells of it, and ends it when asked to.
class ProgressCount {
 public:
  ProgressCount(const SampleOptions& options, std::size_t total)
      : options_(options), total_(total) {}

  /// Throws Cancelled where a stop was asked for.
  void add(std::size_t done) {
    if (options_.stop.stop_requested()) throw Cancelled();
    if (!options_.progress) return;
    const std::lock_guard lock(mutex_);
    done_ += done;
    options_.progress(static_cast<double>(done_) / static_cast<double>(total_));
  }

 private:
  const SampleOptions& options_;
  std::size_t total_;
  std::size_t done_ = 0;
  std::mutex mutex_;
};

}  // namespace nudge
