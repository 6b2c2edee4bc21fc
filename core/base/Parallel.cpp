#include "core/base/Parallel.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

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

#if defined(__SANITIZE_THREAD__)

/// The thread sanitizer does not see how oneTBB, which comes compiled, hands work over, and takes
/// all of it for races. Threads of the standard library it understands.
void parallelFor(int count, const std::function<void(int)>& work) {
  if (count == 1) return work(0);
  std::atomic<int> next = 0;
  std::exception_ptr failure;
  std::mutex mutex;
  const auto workThrough = [&] {
    try {
      for (int i = next++; i < count; i = next++) work(i);
    } catch (...) {
      const std::lock_guard lock(mutex);
      next = count;
      failure = std::current_exception();
    }
  };
  {
    std::vector<std::jthread> helpers;
    for (int i = 1; i < std::min(count, availableThreads()); ++i) helpers.emplace_back(workThrough);
    workThrough();
  }
  if (failure) std::rethrow_exception(failure);
}

#else

void parallelFor(int count, const std::function<void(int)>& work) {
  if (count == 1) return work(0);
  tbb::parallel_for(
      tbb::blocked_range<int>(0, count, 1),
      [&](const tbb::blocked_range<int>& range) {
        for (int i = range.begin(); i < range.end(); ++i) work(i);
      },
      tbb::simple_partitioner());
}

#endif

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
