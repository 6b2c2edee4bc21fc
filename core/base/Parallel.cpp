#include "core/base/Parallel.h"

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

std::unique_ptr<tbb::global_control> limit;

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

void limitThreads(int threads) {
  limit.reset();
  if (threads > 0) {
    limit = std::make_unique<tbb::global_control>(tbb::global_control::max_allowed_parallelism,
                                                  static_cast<std::size_t>(threads));
  }
}

}  // namespace nudge
