#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

#include "core/cloud/ChipSampler.h"
#include "core/cloud/CloudJob.h"

namespace nudge {

/// What a server keeps at most.
struct BoardLimits {
  std::size_t waiting = 256;                   ///< problems that have not begun
  std::size_t ended = 1000;                    ///< problems that have
  std::size_t bytes = std::size_t{256} << 20;  ///< of all problems and answers
  std::chrono::seconds kept{600};              ///< how long after their end
  int workers = 1;                             ///< problems at a time; each uses all threads
};

/// The problems of a server: a queue with workers, and what became of each. Every call is
/// thread-safe. States only go forward: waiting, running, and one of three ends.
class JobBoard {
 public:
  /// `solve` does the work; what it throws is how the problem failed, Cancelled that it was
  /// cancelled.
  using Solve = std::function<QpAnswer(const ChipJob& job, std::uint64_t number,
                                       const std::stop_token& stop)>;

  JobBoard(const SolverIdentity& solver, const BoardLimits& limits, Solve solve);
  /// Cancels everything.
  ~JobBoard();
  JobBoard(const JobBoard&) = delete;
  JobBoard& operator=(const JobBoard&) = delete;

  /// The state of the new problem. Throws CloudError (Limits) when too many are waiting.
  Json submit(ChipJob job, const std::string& label);
  /// The state of a problem, with its answer if that is asked for and there is one; null where
  /// there is no such problem.
  Json status(const std::string& id, bool withAnswer) const;
  /// The problem itself, its parameters, state and answer; null where there is no such problem.
  Json info(const std::string& id) const;
  /// Null until there is an answer.
  Json answer(const std::string& id) const;
  /// Asks for a problem to be cancelled; its state then, which is CANCELLED unless it had ended.
  Json cancel(const std::string& id);
  /// The newest states, at most `most`, of those with this label, status and solver ("": any).
  Json list(std::size_t most, const std::string& label, const std::string& status) const;

  /// Waits until one of the problems has ended, or the time is over, or the board closes.
  void waitForAny(const std::vector<std::string>& ids, std::chrono::milliseconds time) const;
  /// Ends all waits, now and from now on.
  void close();

  /// How full the queue is, from 0 to 1.
  double load() const;

 private:
  using Clock = std::chrono::steady_clock;

  struct Entry {
    std::string id, label, submittedOn, solvedOn, error;
    std::uint64_t number = 0;
    JobState state = JobState::Pending;
    ChipJob job;
    Json answer;
    std::size_t bytes = 0;
    Clock::time_point ended;
    std::stop_source stop;
  };
  using Entries = std::map<std::string, std::shared_ptr<Entry>>;

  Json describe(const Entry& entry, bool withAnswer) const;
  std::shared_ptr<Entry> find(const std::string& id) const;
  void work();
  void end(Entry& entry, JobState state);
  void forget();

  const SolverIdentity solver_;
  const BoardLimits limits_;
  const Solve solve_;
  mutable std::mutex mutex_;
  mutable std::condition_variable changed_;
  Entries entries_;
  std::deque<std::shared_ptr<Entry>> queue_;
  std::deque<std::shared_ptr<Entry>> ended_;  ///< oldest first
  std::size_t bytes_ = 0;
  std::uint64_t submitted_ = 0;
  bool closed_ = false;
  std::vector<std::thread> workers_;
};

}  // namespace nudge
