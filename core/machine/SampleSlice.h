// A slice of a job whose samples step one after another.
#pragma once

#include <vector>

#include "core/base/Lease.h"
#include "core/machine/Engine.h"

namespace nudge {

/// Steps each sample of a slice by itself, in buffers (`Sample`) lent by the engine's pool.
template <typename Sample>
class SampleSlice : public Slice {
 public:
  bool step() final {
    bool changed = false;
    for (std::size_t i = 0; i < samples_.size(); ++i)
      changed |= stepSample(*samples_[i], first_ + static_cast<int>(i));
    return changed;
  }

  void store() final {
    for (std::size_t i = 0; i < samples_.size(); ++i)
      storeSample(*samples_[i], first_ + static_cast<int>(i));
  }

 protected:
  SampleSlice(const Job& job, int first) : job_(job), first_(first) {}

  /// Takes buffers for `count` samples and loads them: the last thing that a constructor does.
  void take(LeasePool<Sample>& pool, int count) {
    for (int i = 0; i < count; ++i) {
      samples_.push_back(pool.take());
      load(*samples_.back(), first_ + i);
    }
  }

  /// Brings sample `index` of the job into its buffers.
  virtual void load(Sample& sample, int index) = 0;
  /// Whether anything of the sample changed.
  virtual bool stepSample(Sample& sample, int index) = 0;
  /// Writes the sample's states and activations back to the job.
  virtual void storeSample(Sample& sample, int index) = 0;

  const Job& job() const { return job_; }

 private:
  const Job& job_;
  int first_;
  std::vector<typename LeasePool<Sample>::Lease> samples_;
};

}  // namespace nudge
