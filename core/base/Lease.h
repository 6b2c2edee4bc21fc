#pragma once

#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace nudge {

/// Objects to be used by one thread at a time and kept for the next: scratch memory, mostly.
template <class T>
class LeasePool {
 public:
  /// Gives the object back when it dies; must not outlive its pool.
  class Lease {
   public:
    Lease(LeasePool& pool, std::unique_ptr<T> object) : pool_(&pool), object_(std::move(object)) {}
    Lease(Lease&&) noexcept = default;
    Lease& operator=(Lease&&) = delete;
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;
    ~Lease() {
      if (object_) pool_->giveBack(std::move(object_));
    }

    T& operator*() const { return *object_; }
    T* operator->() const { return object_.get(); }

   private:
    LeasePool* pool_;
    std::unique_ptr<T> object_;
  };

  /// Any free object as it was left, or a new one.
  Lease take() {
    const std::lock_guard lock(mutex_);
    if (free_.empty()) return Lease(*this, std::make_unique<T>());
    Lease lease(*this, std::move(free_.back()));
    free_.pop_back();
    return lease;
  }

 private:
  void giveBack(std::unique_ptr<T> object) {
    const std::lock_guard lock(mutex_);
    free_.push_back(std::move(object));
  }

  std::mutex mutex_;
  std::vector<std::unique_ptr<T>> free_;
};

}  // namespace nudge
