#include "core/experiment/RunClock.h"

#include <utility>

namespace nudge {

namespace {
constexpr double kWindowSeconds = 0.5;
constexpr double kLeastSeconds = 0.3;  // before an estimate means anything
}  // namespace

void RunClock::stepDone(Clock::time_point begin, int samples) {
  const double seconds = std::chrono::duration<double>(Clock::now() - begin).count();
  epochSeconds_ += seconds;
  totalSeconds_ += seconds;
  if (samples == 0) return;
  windowSeconds_ += seconds;
  windowSamples_ += samples;
  if (rate_ == 0 || windowSeconds_ >= kWindowSeconds) rate_ = windowSamples_ / windowSeconds_;
  if (windowSeconds_ >= kWindowSeconds) windowSeconds_ = windowSamples_ = 0;
}

double RunClock::endEpoch() { return std::exchange(epochSeconds_, 0.0); }

double RunClock::secondsLeft(double progress, double startProgress) const {
  const double done = progress - startProgress;
  if (totalSeconds_ < kLeastSeconds || done <= 0) return -1;
  return totalSeconds_ / done * (1 - progress);
}

}  // namespace nudge
