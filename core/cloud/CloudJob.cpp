#include "core/cloud/CloudJob.h"

#include <array>

#include <fmt/format.h>

#include "core/cloud/CloudError.h"

namespace nudge {

std::string_view nameOf(JobState state) {
  constexpr std::array<std::string_view, 6> kNames{"sending",   "waiting", "running",
                                                   "completed", "failed",  "cancelled"};
  return kNames[static_cast<std::size_t>(state)];
}

JobState jobStateFrom(const std::string& status, const std::string& where) {
  if (status == "PENDING") return JobState::Pending;
  if (status == "IN_PROGRESS") return JobState::InProgress;
  if (status == "COMPLETED") return JobState::Completed;
  if (status == "FAILED") return JobState::Failed;
  if (status == "CANCELLED") return JobState::Canceled;
  throw CloudError(CloudFault::Reply, fmt::format("{}: the status \"{}\" is not in the protocol.",
                                                  where, cleaned(status, 40)));
}

JobState CloudJob::state() const {
  const std::lock_guard lock(record_->mutex);
  return record_->state;
}

std::string CloudJob::id() const {
  const std::lock_guard lock(record_->mutex);
  return record_->id;
}

QpAnswer CloudJob::wait(const std::stop_token& stop) const {
  std::unique_lock lock(record_->mutex);
  if (!record_->changed.wait(lock, stop, [&] { return record_->ended(); })) {
    lock.unlock();
    cancel_();
    throw Cancelled();
  }
  if (record_->failure) std::rethrow_exception(record_->failure);
  return *record_->answer;
}

}  // namespace nudge
