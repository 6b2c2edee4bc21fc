#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace nudge {

/// Threads for tasks that mostly wait: one more is started whenever all are taken, up to a bound;
/// beyond it tasks wait for their turn.
class GrowingPool {
 public:
  using Task = std::function<void()>;

  explicit GrowingPool(std::size_t most) : most_(most) {}
  ~GrowingPool() { close(); }
  GrowingPool(const GrowingPool&) = delete;
  GrowingPool& operator=(const GrowingPool&) = delete;

  /// Throws std::system_error where not even a first thread can be had.
  void add(Task task);
  /// Waits for the tasks that were added; later ones are dropped.
  void close();

 private:
  void work();

  const std::size_t most_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Task> tasks_;
  std::vector<std::thread> threads_;
  std::size_t idle_ = 0;
  bool closed_ = false;
};

}  // namespace nudge
