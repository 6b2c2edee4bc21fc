#include "core/base/Parallel.h"

#include <algorithm>
#include <memory>

#include <cblas.h>
#include <tbb/global_control.h>
#include <tbb/parallel_for.h>

namespace nudge {

namespace {

// Threads are ours to hand out: a BLAS that starts its own would fight for the same cores, and its
// results would depend on how many there are.
[[maybe_unused]] const bool blasIsSingleThreaded = [] {
  openblas_set_num_threads(1);
  return true;
}();

std::unique_ptr<ThreadLimit> limit;

}  // namespace

void parallelFor(int count, const std::function<void(int)>& work) {
  if (count == 1) return work(0);
  tbb::parallel_for(
      tbb::blocked_range<int>(0, count, 1),
      [&](const tbb::blocked_range<int>& range) {
        for (int i = range.begin(); i < range.end(); ++i) work(i);
      },
      tbb::simple_partitioner());
}

int availableThreads() {
  return static_cast<int>(
      tbb::global_control::active_value(tbb::global_control::max_allowed_parallelism));
}

struct ThreadLimit::Control {
  tbb::global_control control;
};

ThreadLimit::ThreadLimit(int threads)
    : control_(new Control{{tbb::global_control::max_allowed_parallelism,
                            static_cast<std::size_t>(std::max(1, threads))}}) {}
ThreadLimit::~ThreadLimit() = default;

void limitThreads(int threads) {
  limit.reset();
  if (threads > 0) limit = std::make_unique<ThreadLimit>(threads);
}

}  // namespace nudge
