#include "core/cloud/JobBoard.h"

#include <algorithm>
#include <array>
#include <ctime>
#include <random>

#include <fmt/format.h>

#include "core/cloud/CloudError.h"
#include "core/cloud/JsonWeight.h"

namespace nudge {

namespace {

const char* statusWord(JobState state) {
  constexpr std::array<const char*, 6> kWords{"PENDING",   "PENDING", "IN_PROGRESS",
                                              "COMPLETED", "FAILED",  "CANCELLED"};
  return kWords[static_cast<std::size_t>(state)];
}

/// "2026-01-01T00:00:00.000000Z".
std::string now() {
  const auto time = std::chrono::system_clock::now();
  const std::time_t seconds = std::chrono::system_clock::to_time_t(time);
  std::tm parts{};
  gmtime_r(&seconds, &parts);
  const auto micro =
      std::chrono::duration_cast<std::chrono::microseconds>(time.time_since_epoch()).count();
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:06}Z", parts.tm_year + 1900,
                     parts.tm_mon + 1, parts.tm_mday, parts.tm_hour, parts.tm_min, parts.tm_sec,
                     micro % 1'000'000);
}

/// Not to be guessed: whoever knows an id can read the problem.
std::string newId() {
  std::random_device device;
  const std::array<std::uint32_t, 4> w{device(), device(), device(), device()};
  return fmt::format("{:08x}-{:04x}-4{:03x}-8{:03x}-{:04x}{:08x}", w[0], w[1] >> 16, w[1] & 0xFFF,
                     w[2] >> 20, w[2] & 0xFFFF, w[3]);
}

std::size_t bytesOf(const ChipJob& job) {
  return 1024 + job.data.linear.size() + job.data.quadratic.size() + weightOf(job.parameters);
}

}  // namespace

JobBoard::JobBoard(const SolverIdentity& solver, const BoardLimits& limits, Solve solve)
    : solver_(solver), limits_(limits), solve_(std::move(solve)) {
  for (int w = 0; w < limits.workers; ++w) workers_.emplace_back([this] { work(); });
}

JobBoard::~JobBoard() {
  close();
  {
    const std::lock_guard lock(mutex_);
    for (auto& [id, entry] : entries_) entry->stop.request_stop();
  }
  for (std::thread& worker : workers_) worker.join();
}

void JobBoard::close() {
  const std::lock_guard lock(mutex_);
  closed_ = true;
  changed_.notify_all();
}

std::shared_ptr<JobBoard::Entry> JobBoard::find(const std::string& id) const {
  const auto found = entries_.find(id);
  return found == entries_.end() ? nullptr : found->second;
}

Json JobBoard::describe(const Entry& entry, bool withAnswer) const {
  Json json;
  json["id"] = entry.id;
  json["type"] = nameOf(entry.job.type);
  json["solver"]["name"] = solver_.name;
  if (!solver_.graphId.empty()) json["solver"]["version"]["graph_id"] = solver_.graphId;
  json["label"] = entry.label.empty() ? Json() : Json(entry.label);
  json["status"] = statusWord(entry.state);
  json["submitted_on"] = entry.submittedOn;
  if (!entry.solvedOn.empty()) json["solved_on"] = entry.solvedOn;
  if (!entry.error.empty()) json["error_message"] = entry.error;
  if (withAnswer && !entry.answer.is_null()) json["answer"] = entry.answer;
  return json;
}

Json JobBoard::submit(ChipJob job, const std::string& label) {
  auto entry = std::make_shared<Entry>();
  entry->id = newId();
  entry->label = label;
  entry->submittedOn = now();
  entry->bytes = bytesOf(job);
  entry->job = std::move(job);
  const std::lock_guard lock(mutex_);
  forget();
  if (queue_.size() >= limits_.waiting || bytes_ + entry->bytes > limits_.bytes) {
    throw CloudError(
        CloudFault::Limits,
        fmt::format("{} problems are waiting already; submit again later.", queue_.size()));
  }
  entry->number = submitted_++;
  bytes_ += entry->bytes;
  entries_[entry->id] = entry;
  queue_.push_back(entry);
  changed_.notify_all();
  return describe(*entry, false);
}

Json JobBoard::status(const std::string& id, bool withAnswer) const {
  const std::lock_guard lock(mutex_);
  const auto entry = find(id);
  return entry ? describe(*entry, withAnswer) : Json();
}

Json JobBoard::info(const std::string& id) const {
  const std::lock_guard lock(mutex_);
  const auto entry = find(id);
  if (!entry) return {};
  Json json;
  json["id"] = entry->id;
  json["data"] = {{"format", "qp"},
                  {"lin", entry->job.data.linear},
                  {"quad", entry->job.data.quadratic},
                  {"offset", entry->job.data.offset}};
  json["params"] = entry->job.parameters;
  json["metadata"] = describe(*entry, false);
  json["metadata"].erase("id");
  json["metadata"]["messages"] = Json::array();
  if (!entry->answer.is_null()) json["answer"] = entry->answer;
  return json;
}

Json JobBoard::answer(const std::string& id) const {
  const std::lock_guard lock(mutex_);
  const auto entry = find(id);
  return entry ? entry->answer : Json();
}

Json JobBoard::list(std::size_t most, const std::string& label, const std::string& status) const {
  const std::lock_guard lock(mutex_);
  std::vector<const Entry*> found;
  for (const auto& [id, entry] : entries_) {
    if (!label.empty() && entry->label != label) continue;
    if (!status.empty() && status != statusWord(entry->state)) continue;
    found.push_back(entry.get());
  }
  std::sort(found.begin(), found.end(),
            [](const Entry* a, const Entry* b) { return a->number > b->number; });
  found.resize(std::min(found.size(), most));
  Json json = Json::array();
  for (const Entry* entry : found) json.push_back(describe(*entry, false));
  return json;
}

Json JobBoard::cancel(const std::string& id) {
  const std::lock_guard lock(mutex_);
  const auto entry = find(id);
  if (!entry) return {};
  if (entry->state < JobState::Completed) {
    entry->stop.request_stop();
    std::erase(queue_, entry);
    end(*entry, JobState::Canceled);
  }
  return describe(*entry, false);
}

void JobBoard::waitForAny(const std::vector<std::string>& ids,
                          std::chrono::milliseconds time) const {
  std::unique_lock lock(mutex_);
  changed_.wait_for(lock, time, [&] {
    return closed_ || std::any_of(ids.begin(), ids.end(), [&](const std::string& id) {
             const auto entry = find(id);
             return !entry || entry->state >= JobState::Completed;
           });
  });
}

double JobBoard::load() const {
  const std::lock_guard lock(mutex_);
  return static_cast<double>(queue_.size()) / static_cast<double>(limits_.waiting);
}

/// With the lock held.
void JobBoard::end(Entry& entry, JobState state) {
  if (entry.state >= JobState::Completed) return;
  entry.state = state;
  entry.solvedOn = now();
  entry.ended = Clock::now();
  ended_.push_back(entries_.at(entry.id));
  forget();
  changed_.notify_all();
}

/// With the lock held: drops what ended long ago, or is one too many.
void JobBoard::forget() {
  while (!ended_.empty() && (ended_.size() > limits_.ended || bytes_ > limits_.bytes ||
                             Clock::now() - ended_.front()->ended > limits_.kept)) {
    // The newest stays, whatever its size: somebody is about to fetch it.
    if (ended_.size() == 1 && Clock::now() - ended_.front()->ended <= limits_.kept) return;
    bytes_ -= ended_.front()->bytes;
    entries_.erase(ended_.front()->id);
    ended_.pop_front();
  }
}

void JobBoard::work() {
  std::unique_lock lock(mutex_);
  while (true) {
    changed_.wait(lock, [this] { return closed_ || !queue_.empty(); });
    if (closed_) return;
    const std::shared_ptr<Entry> entry = queue_.front();
    queue_.pop_front();
    entry->state = JobState::InProgress;
    lock.unlock();
    Json answer;
    std::string error;
    bool stopped = false;
    try {
      answer = encodeAnswer(solve_(entry->job, entry->number, entry->stop.get_token()));
    } catch (const Cancelled&) {
      stopped = true;
    } catch (const std::exception& failure) {
      error = failure.what();
      if (error.empty()) error = "unknown reason";
    }
    lock.lock();
    if (entry->state == JobState::InProgress) {
      if (!answer.is_null()) {
        const std::size_t more = weightOf(answer);
        entry->bytes += more;
        bytes_ += more;
      }
      entry->answer = std::move(answer);
      entry->error = error;
      end(*entry, stopped         ? JobState::Canceled
                  : error.empty() ? JobState::Completed
                                  : JobState::Failed);
    }
  }
}

}  // namespace nudge
