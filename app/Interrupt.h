#pragma once

#include <csignal>
#include <stop_token>
#include <thread>

namespace nudge {

/// Turns Ctrl-C (SIGINT) and SIGTERM into a request to stop, whichever of the program's threads
/// they reach: libraries have threads of their own. A second one ends the program at once. One at a
/// time.
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
  struct sigaction oldInterrupt_, oldTerminate_;
  std::jthread watcher_;
};

}  // namespace nudge
