#pragma once

#include <functional>

namespace nudge {

/// Runs work(0) … work(count − 1), in any order and on any thread. Callers cut their work into
/// pieces that do not depend on the number of threads, so that results do not either. An exception
/// out of `work` ends the loop and is rethrown here.
void parallelFor(int count, const std::function<void(int)>& work);

/// At most this many threads for the rest of the program; 0: as many as the processor has.
void limitThreads(int threads);

}  // namespace nudge
