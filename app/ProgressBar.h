#pragma once

#include <chrono>
#include <functional>
#include <string>

#include "core/experiment/Snapshot.h"
#include "core/sweep/SideBySide.h"

namespace nudge {

/// A run's progress on standard error, on one line: bar, epoch, rate, time left. Nothing where
/// standard error is no terminal.
class ProgressBar {
 public:
  ProgressBar();
  ~ProgressBar();
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;

  /// Whether it is time to draw again: a few times a second.
  bool due() const;
  void show(const Snapshot& snapshot);
  /// Several runs as one.
  void show(const SideBySideProgress& progress);
  /// A download, in bytes; `total` 0: unknown.
  void show(const char* what, std::uint64_t done, std::uint64_t total);
  /// Work of which the share in [0, 1] is known that is done.
  void show(const char* what, double share);
  /// Wipes the line, so that something else can be printed.
  void clear();

  /// Runs work that shows itself on this bar, wipes the line and returns the seconds that it took.
  /// Throws Error for Cancelled: nothing was written.
  double watch(const std::function<void()>& work);

 private:
  using Clock = std::chrono::steady_clock;

  void draw(const std::string& line);

  bool terminal_;
  bool shown_ = false;
  Clock::time_point last_{};
};

}  // namespace nudge
