#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "core/cloud/CloudJob.h"
#include "core/cloud/HttpLoop.h"
#include "core/cloud/JobRequest.h"

namespace nudge {

/// What becomes of submitted problems: sends them in batches, asks for their states, fetches their
/// answers, cancels them. All of it on the loop's thread.
class JobTracker {
 public:
  using Record = std::shared_ptr<JobRecord>;

  JobTracker(HttpLoop& loop, const CloudConfiguration& configuration)
      : loop_(loop), configuration_(configuration) {}

  void submit(Record record, JobRequest request);
  void cancel(const Record& record);
  /// Whether the server has yet to answer a cancellation.
  bool isCanceling() const { return canceling_ > 0; }
  /// Fails what has not ended.
  void close();

 private:
  using Clock = std::chrono::steady_clock;

  struct Waiting {
    Record record;
    JobRequest request;
  };
  /// A problem that the server has taken.
  struct Job {
    Record record;
    bool polled = false;    ///< a poll that is under way asks for it
    bool fetching = false;  ///< its answer is on its way
  };

  void flush();
  void send(std::vector<Waiting> batch);
  void sent(const std::vector<Record>& records, const HttpOutcome& outcome);
  void accepted(const Record& record, const ReplyJson& element);
  void schedulePolls(std::chrono::milliseconds delay);
  void startPolls();
  void poll(std::vector<std::string> ids, int failures);
  void polled(const std::vector<std::string>& ids, int failures, const HttpOutcome& outcome,
              Clock::time_point begun);
  /// Whether the element told something new.
  bool update(const ReplyJson& element);
  void fetch(const std::string& id, int failures);
  void fetched(const std::string& id, int failures, const HttpOutcome& outcome);
  void complete(const std::string& id, const ReplyJson& answer);
  void sendCancel(const std::string& id);
  void fail(const Record& record, const CloudError& error);
  void failId(const std::string& id, const CloudError& error);
  void watchTime(const Record& record);
  std::chrono::milliseconds backOff(int failures) const;
  std::string place(const std::string& id) const;

  HttpLoop& loop_;
  const CloudConfiguration& configuration_;
  std::vector<Waiting> waiting_;
  std::vector<Record> sending_;
  bool flushing_ = false;
  bool pollsScheduled_ = false;
  std::map<std::string, Job> jobs_;
  std::set<Record> cancelWanted_;  ///< before their id is known
  std::size_t polls_ = 0;
  std::size_t canceling_ = 0;
  int quiet_ = 0;  ///< polls in a row that came back soon and told nothing new
};

}  // namespace nudge
