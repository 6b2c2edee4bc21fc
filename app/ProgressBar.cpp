#include "app/ProgressBar.h"

#include <cmath>
#include <cstdio>
#include <string>

#include <fmt/format.h>
#include <unistd.h>

#include "app/Words.h"
#include "core/base/Error.h"
#include "core/base/Text.h"

namespace nudge {

namespace {

constexpr auto kPause = std::chrono::milliseconds(200);
constexpr int kWidth = 24;

std::string bar(double progress) {
  const int full = static_cast<int>(std::lround(progress * kWidth));
  std::string text;
  for (int i = 0; i < kWidth; ++i) text += i < full ? "█" : "░";
  return text;
}

void drawOver(const std::string& line) {
  fmt::print(stderr, "\r\033[K{}", line);
  std::fflush(stderr);
}

}  // namespace

ProgressBar::ProgressBar() : terminal_(::isatty(STDERR_FILENO) != 0) {}
ProgressBar::~ProgressBar() { clear(); }

bool ProgressBar::due() const { return terminal_ && Clock::now() - last_ >= kPause; }

void ProgressBar::show(const Snapshot& snapshot) {
  const bool testing = snapshot.stage == RunStage::Testing;
  draw(fmt::format("{} {:5.1f} %  epoch {}/{}{}  {} samples/s  {}", bar(snapshot.progress),
                   100 * snapshot.progress, std::min(snapshot.epoch + 1, snapshot.epochs),
                   snapshot.epochs, testing ? " (test)" : "", grouped(snapshot.samplesPerSecond),
                   timeLeftInWords(snapshot.secondsLeft)));
}

void ProgressBar::show(const SideBySideProgress& progress) {
  const std::size_t failed = progress.count(RunState::Failed);
  draw(fmt::format(
      "{} {:5.1f} %  runs {}/{}, {} running{}  {}", bar(progress.progress), 100 * progress.progress,
      progress.count(RunState::Finished), progress.runs.size(), progress.count(RunState::Running),
      failed > 0 ? fmt::format(", {} failed", failed) : "", timeLeftInWords(progress.secondsLeft)));
}

void ProgressBar::show(const char* what, std::uint64_t done, std::uint64_t total) {
  const double share = total > 0 ? static_cast<double>(done) / static_cast<double>(total) : 0;
  draw(fmt::format("{} {}  {:.1f} of {:.1f} MB", bar(share), what, static_cast<double>(done) / 1e6,
                   static_cast<double>(total) / 1e6));
}

void ProgressBar::show(const char* what, double share) {
  draw(fmt::format("{} {:5.1f} %  {}", bar(share), 100 * share, what));
}

void ProgressBar::draw(const std::string& line) {
  if (!terminal_) return;
  last_ = Clock::now();
  shown_ = true;
  drawOver(line);
}

void ProgressBar::clear() {
  if (!shown_) return;
  drawOver("");
  shown_ = false;
}

double ProgressBar::watch(const std::function<void()>& work) {
  const auto start = Clock::now();
  try {
    work();
  } catch (const Cancelled&) {
    clear();
    throw Error("stopped; nothing was written.");
  }
  clear();
  return std::chrono::duration<double>(Clock::now() - start).count();
}

}  // namespace nudge
