#pragma once

#include <condition_variable>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>

#include "core/cloud/QpAnswer.h"

namespace nudge {

/// Where a problem is. The last three are ends.
enum class JobState { Sending, Pending, InProgress, Completed, Failed, Canceled };

/// "sending", "waiting", "running", "completed", "failed", "cancelled": for people.
std::string_view nameOf(JobState state);

/// The protocol's word; throws CloudError (Reply) for another one.
JobState jobStateFrom(const std::string& status, const std::string& where);

/// What is known of a submitted problem, shared between its owner and the client's thread.
struct JobRecord {
  std::mutex mutex;
  std::condition_variable_any changed;
  JobState state = JobState::Sending;
  std::string id;
  std::optional<QpAnswer> answer;
  std::exception_ptr failure;

  bool ended() const { return state >= JobState::Completed; }
};

/// A problem that was submitted: a handle that can be copied and outlive the client.
class CloudJob {
 public:
  /// `cancel` asks the client to cancel the problem.
  CloudJob(std::shared_ptr<JobRecord> record, std::function<void()> cancel)
      : record_(std::move(record)), cancel_(std::move(cancel)) {}

  JobState state() const;
  /// Empty until the server has taken it.
  std::string id() const;
  /// Asks for the problem to be cancelled; it may still be completed.
  void cancel() const { cancel_(); }
  /// The answer, once there is one. Throws CloudError for a problem that failed, was cancelled or
  /// got lost; when asked to stop, cancels the problem and throws Cancelled at once.
  QpAnswer wait(const std::stop_token& stop = {}) const;

 private:
  std::shared_ptr<JobRecord> record_;
  std::function<void()> cancel_;
};

}  // namespace nudge
