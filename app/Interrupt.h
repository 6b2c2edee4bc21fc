#pragma once

#include <csignal>
#include <stop_token>
#include <thread>

namespace nudge {

/// Turns Ctrl-C (SIGINT) and SIGTERM into a request to stop. Made on the main thread before any
/// other thread starts, so that all of them leave the signals to it. A second Ctrl-C ends the
/// program at once.
class Interrupt {
 public:
  Interrupt();
  ~Interrupt();
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;

  std::stop_token token() const { return stop_.get_token(); }
  bool requested() const { return stop_.stop_requested(); }

 private:
  std::stop_source stop_;
  sigset_t signals_;
  std::jthread waiter_;
};

}  // namespace nudge
