#pragma once

#include <functional>
#include <memory>

namespace nudge {

/// Runs work(0) … work(count − 1), in any order and on any thread. Callers cut their work into
/// pieces that do not depend on the number of threads, so that results do not either. An exception
/// out of `work` ends the loop and is rethrown here.
void parallelFor(int count, const std::function<void(int)>& work);

/// How many threads parallelFor may use at the moment, the calling one among them.
int availableThreads();

/// While it lives, a thread that calls parallelFor has at most `threads` − 1 helpers, which several
/// such threads share. Of several limits the lowest holds.
class ThreadLimit {
 public:
  explicit ThreadLimit(int threads);
  ~ThreadLimit();
  ThreadLimit(const ThreadLimit&) = delete;
  ThreadLimit& operator=(const ThreadLimit&) = delete;

 private:
  struct Control;
  std::unique_ptr<Control> control_;
};

/// At most this many threads for the rest of the program; 0: as many as the processor has.
void limitThreads(int threads);

}  // namespace nudge
