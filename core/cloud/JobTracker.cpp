#include "core/cloud/JobTracker.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/cloud/Deflate.h"
#include "core/cloud/SapiReply.h"
#include "core/cloud/Url.h"

namespace nudge {

using std::chrono::milliseconds;

namespace {

constexpr milliseconds kGather{2};  // for submissions to share a request
constexpr milliseconds kSoon{50};   // a long poll that comes back earlier told at once
constexpr std::size_t kMostPolled = 100;
constexpr std::size_t kMostPolls = 6;  // of sixteen connections
constexpr std::size_t kLargestBatch = std::size_t{8} << 20;

bool isTransient(CloudFault fault) {
  return fault == CloudFault::Server || fault == CloudFault::Network ||
         fault == CloudFault::Timeout || fault == CloudFault::Limits;
}

/// How often a request is sent again that only reads. What is lost on its way costs long waits, and
/// was repeated by the loop already; a body that was cut off is worth another try, too.
int repetitions(CloudFault fault, int most) {
  const bool lost = fault == CloudFault::Network || fault == CloudFault::Timeout;
  if (lost || fault == CloudFault::Reply) return std::min(most, 2);
  return isTransient(fault) ? most : 0;
}

/// The error of an item of a list, which stands in a reply of status 200.
CloudError itemError(const ReplyReader& reader, const Token& token) {
  const std::int64_t code = reader.integer("error_code", 0, 999, 0);
  const std::string words = cleaned(token.hiddenIn(reader.text("error_msg", "")));
  return CloudError(
      code == 404 ? CloudFault::NotFound : CloudFault::Rejected,
      fmt::format("the solver did not take the problem: \"{}\" (code {}).", words, code));
}

std::string joined(const std::vector<std::string>& ids) {
  std::string list;
  for (const std::string& id : ids) {
    if (!list.empty()) list.push_back(',');
    list.append(escaped(id));
  }
  return list;
}

}  // namespace

std::string JobTracker::place(const std::string& id) const {
  return fmt::format("{}: problem {}", configuration_.endpoint, cleaned(id, 80));
}

milliseconds JobTracker::backOff(int failures) const {
  const double factor = std::pow(configuration_.backOffBase, std::min(failures, 60));
  const double delay = static_cast<double>(configuration_.backOffLeast.count()) * factor;
  return milliseconds(static_cast<std::int64_t>(
      std::min(delay, static_cast<double>(configuration_.backOffMost.count()))));
}

void JobTracker::submit(Record record, JobRequest request) {
  sending_.push_back(record);
  watchTime(record);
  waiting_.push_back({std::move(record), std::move(request)});
  if (std::exchange(flushing_, true)) return;
  loop_.after(kGather, [this] { flush(); });
}

void JobTracker::flush() {
  flushing_ = false;
  std::vector<Waiting> batch;
  std::size_t size = 0;
  for (Waiting& item : std::exchange(waiting_, {})) {
    const std::size_t more = item.request.data.linear.size() + item.request.data.quadratic.size();
    if (batch.size() == kMostJobsAtOnce || (size + more > kLargestBatch && !batch.empty())) {
      send(std::exchange(batch, {}));
      size = 0;
    }
    size += more;
    batch.push_back(std::move(item));
  }
  if (!batch.empty()) send(std::move(batch));
}

void JobTracker::send(std::vector<Waiting> batch) {
  std::vector<Record> records;
  std::vector<JobRequest> jobs;
  for (Waiting& item : batch) {
    if (item.record->ended()) continue;  // timed out, or given up
    if (cancelWanted_.erase(item.record) > 0) {
      fail(item.record, CloudError(CloudFault::Canceled, "the problem was cancelled."));
      continue;
    }
    records.push_back(std::move(item.record));
    jobs.push_back(std::move(item.request));
  }
  if (jobs.empty()) return;
  HttpRequest request;
  request.method = "POST";
  request.path = "problems/";
  request.accept = mediaType(media::kProblems);
  request.body = requestBody(jobs);
  request.deflated = configuration_.compress;
  if (request.deflated) request.body = deflated(request.body);
  loop_.start(std::move(request),
              [this, records](const HttpOutcome& outcome) { sent(records, outcome); });
}

void JobTracker::sent(const std::vector<Record>& records, const HttpOutcome& outcome) {
  const std::string what = configuration_.endpoint + ": submitting";
  try {
    const ReplyJson reply = replyJson(outcome, media::kProblems, what, configuration_.token);
    if (!reply.is_array() || reply.size() != records.size()) {
      throw CloudError(CloudFault::Reply,
                       fmt::format("{}: the answer should be a list of {}.", what, records.size()));
    }
    for (std::size_t k = 0; k < records.size(); ++k) {
      try {
        accepted(records[k], reply[k]);
      } catch (const CloudError& error) {
        fail(records[k], error);
      }
    }
  } catch (const CloudError& error) {
    const bool unknown = !outcome.reply || error.fault() == CloudFault::Reply;
    const CloudError told(
        error.fault(),
        unknown ? fmt::format("{} Whether the server took the problem is not known; it was not "
                              "sent again.",
                              error.what())
                : std::string(error.what()));
    for (const Record& record : records) fail(record, told);
  }
}

void JobTracker::accepted(const Record& record, const ReplyJson& element) {
  const ReplyReader reader(element, configuration_.endpoint + ": submitting");
  if (reader.has("error_code") || reader.has("error_msg")) {
    throw itemError(reader, configuration_.token);
  }
  const std::string id = reader.text("id", 200);
  const JobState state = jobStateFrom(reader.text("status", 40), place(id));
  std::erase(sending_, record);
  const bool gone = record->ended();  // timed out meanwhile
  const bool cancel = cancelWanted_.erase(record) > 0 || gone;
  if (id.empty() || jobs_.contains(id)) {
    reader.refuse("id", "should be new");
  }
  if (!gone) {
    jobs_[id] = {record, false, false};
    const std::lock_guard lock(record->mutex);
    record->id = id;
  }
  if (cancel && state < JobState::Completed) sendCancel(id);
  if (gone) return;
  update(element);
  schedulePolls(milliseconds(0));
}

void JobTracker::schedulePolls(milliseconds delay) {
  const bool backs = configuration_.poll == PollStrategy::BackOff;
  if (backs) delay = std::max(delay, backOff(quiet_));
  if (std::exchange(pollsScheduled_, true)) return;
  loop_.after(std::max(delay, milliseconds(1)), [this] {
    pollsScheduled_ = false;
    startPolls();
  });
}

void JobTracker::startPolls() {
  std::vector<std::string> ids;
  for (auto& [id, job] : jobs_) {
    if (job.polled || job.fetching) continue;
    if (polls_ >= kMostPolls || ids.size() == kMostPolled) break;
    job.polled = true;
    ids.push_back(id);
    if (ids.size() == kMostPolled) poll(std::exchange(ids, {}), 0);
  }
  if (!ids.empty()) poll(std::move(ids), 0);
}

void JobTracker::poll(std::vector<std::string> ids, int failures) {
  std::erase_if(ids, [this](const std::string& id) { return !jobs_.contains(id); });
  if (ids.empty()) return;
  ++polls_;
  HttpRequest request;
  request.path = "problems/?id=" + joined(ids);
  request.accept = mediaType(media::kProblems);
  if (configuration_.poll == PollStrategy::LongPolling) {
    // The last free place is for those that come later: it must soon be free again.
    const auto wait = polls_ < kMostPolls ? configuration_.pollWait
                                          : std::min(configuration_.pollWait, milliseconds(1000));
    request.path += fmt::format("&timeout={}", wait.count() / 1000);
    request.extraPatience = wait;
  }
  const auto begun = Clock::now();
  loop_.start(std::move(request), [=, this](const HttpOutcome& outcome) {
    --polls_;
    polled(ids, failures, outcome, begun);
  });
}

void JobTracker::polled(const std::vector<std::string>& ids, int failures,
                        const HttpOutcome& outcome, Clock::time_point begun) {
  bool news = false;
  try {
    const ReplyJson reply =
        replyJson(outcome, media::kProblems, configuration_.endpoint + ": asking for problems",
                  configuration_.token);
    if (!reply.is_array()) {
      throw CloudError(CloudFault::Reply,
                       configuration_.endpoint + ": asking for problems: should be a list.");
    }
    for (std::size_t k = 0; k < reply.size(); ++k) {
      const ReplyReader reader(reply[k], configuration_.endpoint + ": asking for problems");
      if (reader.has("error_code") && !reader.has("id") && reply.size() == ids.size()) {
        failId(ids[k], itemError(reader, configuration_.token));
        continue;
      }
      news = update(reply[k]) || news;
    }
  } catch (const CloudError& error) {
    const bool again = error.fault() != CloudFault::Reply &&
                       failures < repetitions(error.fault(), configuration_.retries);
    if (again) {
      loop_.after(std::max(backOff(failures), kSoon), [=, this] { poll(ids, failures + 1); });
    } else {
      for (const std::string& id : ids) failId(id, error);
    }
    return;
  }
  for (const std::string& id : ids) {
    if (const auto job = jobs_.find(id); job != jobs_.end()) job->second.polled = false;
  }
  // A server that answers at once without news must not be asked without end.
  quiet_ = news ? 0 : quiet_ + 1;
  milliseconds pause = configuration_.pollPause;
  if (!news && Clock::now() - begun < kSoon) pause = std::max(pause, backOff(quiet_));
  schedulePolls(pause);
}

bool JobTracker::update(const ReplyJson& element) {
  const ReplyReader reader(element, configuration_.endpoint + ": asking for problems");
  if (!reader.has("id")) return false;
  const std::string id = reader.text("id", 200);
  const auto found = jobs_.find(id);
  if (found == jobs_.end() || found->second.fetching) return false;
  JobState state = JobState::Pending;
  try {
    state = jobStateFrom(reader.text("status", 40), place(id));
  } catch (const CloudError& error) {
    failId(id, error);
    return true;
  }
  const Record record = found->second.record;
  if (state == JobState::Failed) {
    const std::string words =
        cleaned(configuration_.token.hiddenIn(reader.text("error_message", "")));
    std::string small = words;
    std::transform(small.begin(), small.end(), small.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    const bool offline = small.find("solver is offline") != std::string::npos;
    failId(id, CloudError(offline ? CloudFault::Offline : CloudFault::Failed,
                          fmt::format("{}: the solver failed: \"{}\".", place(id), words)));
  } else if (state == JobState::Canceled) {
    failId(id, CloudError(CloudFault::Canceled, fmt::format("{} was cancelled.", place(id))));
  } else if (state == JobState::Completed) {
    found->second.fetching = true;
    if (reader.has("answer")) {
      complete(id, reader.at("answer"));
    } else {
      fetch(id, 0);
    }
  } else {
    const std::lock_guard lock(record->mutex);
    return std::exchange(record->state, state) != state;
  }
  return true;
}

void JobTracker::fetch(const std::string& id, int failures) {
  HttpRequest request;
  request.path = fmt::format("problems/{}/", escaped(id));
  request.accept = mediaType(media::kProblem);
  loop_.start(std::move(request),
              [=, this](const HttpOutcome& outcome) { fetched(id, failures, outcome); });
}

void JobTracker::fetched(const std::string& id, int failures, const HttpOutcome& outcome) {
  if (!jobs_.contains(id)) return;
  try {
    const ReplyJson reply = replyJson(outcome, media::kProblem, place(id), configuration_.token);
    complete(id, ReplyReader(reply, place(id)).at("answer"));
  } catch (const CloudError& error) {
    if (failures < repetitions(error.fault(), configuration_.retries)) {
      loop_.after(std::max(backOff(failures), kSoon), [=, this] {
        if (jobs_.contains(id)) fetch(id, failures + 1);
      });
      return;
    }
    failId(id, CloudError(error.fault(),
                          fmt::format("{} The problem is completed at the server.", error.what())));
  }
}

void JobTracker::complete(const std::string& id, const ReplyJson& answer) {
  try {
    QpAnswer decoded = decodeAnswer(answer, place(id));
    const Record record = jobs_.at(id).record;
    jobs_.erase(id);
    const std::lock_guard lock(record->mutex);
    if (record->ended()) return;
    record->answer = std::move(decoded);
    record->state = JobState::Completed;
    record->changed.notify_all();
  } catch (const CloudError& error) {
    failId(id, error);
  }
}

void JobTracker::cancel(const Record& record) {
  for (const auto& [id, job] : jobs_) {
    if (job.record == record) return sendCancel(id);
  }
  if (std::find(sending_.begin(), sending_.end(), record) != sending_.end()) {
    cancelWanted_.insert(record);
  }
}

void JobTracker::sendCancel(const std::string& id) {
  HttpRequest request;
  request.method = "DELETE";
  request.path = "problems/";
  request.accept = mediaType(media::kProblems);
  request.body = ReplyJson::array({id}).dump(-1, ' ', false, ReplyJson::error_handler_t::replace);
  ++canceling_;
  loop_.start(std::move(request), [this](const HttpOutcome& outcome) {
    --canceling_;
    try {
      const ReplyJson reply =
          replyJson(outcome, media::kProblems, configuration_.endpoint + ": cancelling",
                    configuration_.token);
      for (const ReplyJson& element : reply) {
        if (element.is_object() && element.contains("status")) update(element);
      }
    } catch (const CloudError&) {
      // The problem goes on; what becomes of it is told by its state.
    }
  });
}

void JobTracker::watchTime(const Record& record) {
  if (!configuration_.pollingTimeout) return;
  loop_.after(*configuration_.pollingTimeout, [this, weak = std::weak_ptr(record)] {
    const Record late = weak.lock();
    if (!late || late->ended()) return;
    std::string id;
    {
      const std::lock_guard lock(late->mutex);
      id = late->id;
    }
    const CloudError error(CloudFault::Timeout,
                           fmt::format("{} was not done within {} s (polling_timeout).", place(id),
                                       configuration_.pollingTimeout->count() / 1000.0));
    id.empty() ? fail(late, error) : failId(id, error);
  });
}

void JobTracker::failId(const std::string& id, const CloudError& error) {
  const auto found = jobs_.find(id);
  if (found == jobs_.end()) return;
  const Record record = found->second.record;
  jobs_.erase(found);
  fail(record, error);
}

void JobTracker::fail(const Record& record, const CloudError& error) {
  // A problem that timed out while it is being sent stays known, to be cancelled on its arrival.
  if (error.fault() != CloudFault::Timeout) std::erase(sending_, record);
  const std::lock_guard lock(record->mutex);
  if (record->ended()) return;
  record->failure = std::make_exception_ptr(error);
  record->state = error.fault() == CloudFault::Canceled ? JobState::Canceled : JobState::Failed;
  record->changed.notify_all();
}

void JobTracker::close() {
  const CloudError closed(CloudFault::Canceled, "the connection to the solver was closed.");
  for (const Record& record : std::exchange(sending_, {})) fail(record, closed);
  for (const auto& [id, job] : std::exchange(jobs_, {})) fail(job.record, closed);
}

}  // namespace nudge
