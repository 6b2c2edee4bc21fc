#include "app/Interrupt.h"

#include <atomic>
#include <chrono>

#include <unistd.h>

namespace nudge {

namespace {

constexpr std::chrono::milliseconds kMoment{50};

// All that a signal's handler may touch.
std::atomic<int> received{0};
static_assert(std::atomic<int>::is_always_lock_free);

void receive(int /*signal*/) {
  if (received.fetch_add(1) > 0) _exit(130);
}

}  // namespace

Interrupt::Interrupt() {
  received = 0;
  struct sigaction action {};
  action.sa_handler = receive;
  action.sa_flags = SA_RESTART;
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, &oldInterrupt_);
  sigaction(SIGTERM, &action, &oldTerminate_);
  watcher_ = std::jthread([this](const std::stop_token& ended) {
    while (!ended.stop_requested()) {
      if (received > 0) stop_.request_stop();
      std::this_thread::sleep_for(kMoment);
    }
  });
}

Interrupt::~Interrupt() {
  watcher_.request_stop();
  watcher_.join();
  sigaction(SIGINT, &oldInterrupt_, nullptr);
  sigaction(SIGTERM, &oldTerminate_, nullptr);
}

}  // namespace nudge
