#pragma once

#include <optional>

#include "app/RunWorker.h"

namespace nudge::test {

/// Keeps the newest news of a worker, which gives them away once while waits look at them again and
/// again; whether there were any since the last call.
inline bool takeNewest(RunWorker& worker, RunNews& news) {
  std::optional<RunNews> newer = worker.takeNews();
  if (newer) news = std::move(*newer);
  return newer.has_value();
}

}  // namespace nudge::test
