#pragma once

#include <mutex>
#include <optional>
#include <utility>

namespace nudge {

/// A mailbox with one place between two threads: the newest value wins, nobody waits for anybody.
template <class Value>
class LatestValue {
 public:
  void put(Value value) {
    const std::scoped_lock lock(mutex_);
    value_ = std::move(value);
  }

  /// The newest value since the last take, if there is one.
  std::optional<Value> take() {
    const std::scoped_lock lock(mutex_);
    return std::exchange(value_, std::nullopt);
  }

 private:
  std::mutex mutex_;
  std::optional<Value> value_;
};

}  // namespace nudge
