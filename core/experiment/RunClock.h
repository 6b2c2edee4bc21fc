#pragma once

#include <chrono>

namespace nudge {

/// Times of a run: seconds of the epoch that goes on, recent speed, and what is left. Only time
/// inside steps counts, so that a pause does not.
class RunClock {
 public:
  using Clock = std::chrono::steady_clock;

  /// A step of `samples` training samples (0 while testing) began at `begin` and ends now.
  void stepDone(Clock::time_point begin, int samples);

  /// Seconds of the epoch so far; starts a new one.
  double endEpoch();

  double epochSeconds() const { return epochSeconds_; }
  void setEpochSeconds(double seconds) { epochSeconds_ = seconds; }

  /// Training samples per second over about the last second; 0 while unknown.
  double samplesPerSecond() const { return rate_; }

  /// Seconds left when `progress` (0 … 1) of the run is done, judged by the steps since this object
  /// was made, which began at `startProgress`; negative while unknown.
  double secondsLeft(double progress, double startProgress) const;

 private:
  double epochSeconds_ = 0;
  double totalSeconds_ = 0;
  double windowSeconds_ = 0;
  double windowSamples_ = 0;
  double rate_ = 0;
};

}  // namespace nudge
