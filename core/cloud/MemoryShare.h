#pragma once

#include <atomic>
#include <cstddef>

namespace nudge {

/// What a request takes of the memory for bodies that are on their way.
class MemoryShare {
 public:
  MemoryShare(std::atomic<std::size_t>& total, std::size_t most) : total_(total), most_(most) {}
  MemoryShare(const MemoryShare&) = delete;
  MemoryShare& operator=(const MemoryShare&) = delete;
  ~MemoryShare() { total_ -= bytes_; }

  /// Whether there is room for so much more.
  bool add(std::size_t bytes) {
    bytes_ += bytes;
    return (total_ += bytes) <= most_;
  }

 private:
  std::atomic<std::size_t>& total_;
  const std::size_t most_;
  std::size_t bytes_ = 0;
};

}  // namespace nudge
