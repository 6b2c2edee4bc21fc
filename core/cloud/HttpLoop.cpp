#include "core/cloud/HttpLoop.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>

#include <curl/curl.h>
#include <fmt/format.h>

#include "core/cloud/HttpTransfer.h"
#include "core/cloud/Url.h"

namespace nudge {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

namespace {

constexpr long kMostConnections = 16;
constexpr int kLongestWait = 1000;  // ms, between looks at the clock
constexpr int kWatchingWait = 200;  // ms, while something could stall

bool isRedirect(long status) {
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

/// What libcurl wants to be done once, before threads.
void startCurl() {
  static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
  if (started != CURLE_OK) throw Error("libcurl cannot start.");
}

}  // namespace

class HttpLoop::Loop {
 public:
  explicit Loop(const CloudConfiguration& configuration)
      : configuration_(configuration), origin_(parseUrl(configuration.endpoint, "endpoint")) {
    startCurl();
    multi_ = curl_multi_init();
    if (multi_ == nullptr) throw Error("libcurl cannot start: no memory.");
    curl_multi_setopt(multi_, CURLMOPT_MAX_TOTAL_CONNECTIONS, kMostConnections);
    thread_ = std::thread([this] { run(); });
  }
  Loop(const Loop&) = delete;
  Loop& operator=(const Loop&) = delete;
  ~Loop() {
    ended_ = true;
    curl_multi_wakeup(multi_);
    thread_.join();
    for (auto& [id, transfer] : transfers_) curl_multi_remove_handle(multi_, transfer->handle());
    transfers_.clear();
    curl_multi_cleanup(multi_);
  }

  void post(Work work) {
    {
      const std::lock_guard lock(mutex_);
      posted_.push_back(std::move(work));
    }
    curl_multi_wakeup(multi_);
  }

  Id start(HttpRequest request, Done done) {
    const Id id = ++lastId_;
    const std::string url = configuration_.endpoint + request.path;
    auto transfer = std::make_unique<HttpTransfer>(id, std::move(request), std::move(done));
    HttpTransfer& started = *transfer;
    transfers_.emplace(id, std::move(transfer));
    send(started, url);
    return id;
  }

  void abort(Id id) {
    const auto found = transfers_.find(id);
    if (found == transfers_.end()) return;
    curl_multi_remove_handle(multi_, found->second->handle());
    transfers_.erase(found);
  }

  void after(milliseconds delay, Work work) {
    timers_.emplace(Clock::now() + delay, std::move(work));
  }

 private:
  void run() {
    while (!ended_) {
      runPosted();
      runTimers();
      int active = 0;
      curl_multi_perform(multi_, &active);
      takeEnded();
      curl_multi_poll(multi_, nullptr, 0, waitingTime(), nullptr);
    }
  }

  void runPosted() {
    std::vector<Work> work;
    {
      const std::lock_guard lock(mutex_);
      work.swap(posted_);
    }
    for (Work& item : work) item();
  }

  void runTimers() {
    while (!timers_.empty() && timers_.begin()->first <= Clock::now()) {
      const Work work = std::move(timers_.begin()->second);
      timers_.erase(timers_.begin());
      work();
    }
  }

  int waitingTime() {
    {
      const std::lock_guard lock(mutex_);
      if (!posted_.empty()) return 0;
    }
    const int longest = transfers_.empty() ? kLongestWait : kWatchingWait;
    if (timers_.empty()) return longest;
    const auto left =
        std::chrono::ceil<milliseconds>(timers_.begin()->first - Clock::now()).count();
    return static_cast<int>(std::clamp<std::int64_t>(left, 0, longest));
  }

  void takeEnded() {
    int left = 0;
    while (const CURLMsg* message = curl_multi_info_read(multi_, &left)) {
      if (message->msg != CURLMSG_DONE) continue;
      // The message goes with the handle.
      const CURLcode code = message->data.result;
      char* self = nullptr;
      curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &self);
      curl_multi_remove_handle(multi_, message->easy_handle);
      ended(*reinterpret_cast<HttpTransfer*>(self), code);
    }
  }

  void ended(HttpTransfer& transfer, CURLcode code) {
    HttpOutcome outcome = transfer.outcome(code);
    if (!outcome.reply && outcome.fault != CloudFault::Reply) lastFailure_ = Clock::now();
    if (outcome.reply && isRedirect(outcome.reply->status)) {
      if (!follow(transfer, outcome)) finish(transfer, std::move(outcome));
      return;
    }
    if (const std::optional<milliseconds> delay = retryDelay(transfer, outcome)) {
      ++transfer.tries;
      after(*delay, [this, id = transfer.id] { again(id); });
      return;
    }
    finish(transfer, std::move(outcome));
  }

  /// Whether the redirect is followed; else `outcome` says why not.
  bool follow(HttpTransfer& transfer, HttpOutcome& outcome) {
    const std::string target = transfer.redirect();
    const long status = outcome.reply->status;
    outcome.reply.reset();
    outcome.fault = CloudFault::Reply;
    if (++transfer.redirects > configuration_.redirects) {
      outcome.problem = fmt::format("redirects more than {} times", configuration_.redirects);
      return false;
    }
    Url origin;
    try {
      origin = parseUrl(target, "redirect");
    } catch (const Error&) {
      outcome.problem = "redirects to what is no http address";
      return false;
    }
    if (origin != origin_) {
      outcome.problem = fmt::format(
          "redirects to another server, {}://{}:{}, where the token is not sent; if that is "
          "right, set it as the endpoint",
          cleaned(origin.scheme), cleaned(origin.host, 80), cleaned(origin.port));
      return false;
    }
    if (transfer.request.method != "GET" && status != 307 && status != 308) {
      outcome.problem = fmt::format("answers a {} with a redirect", transfer.request.method);
      return false;
    }
    send(transfer, target);
    return true;
  }

  /// How long to wait before it is sent again; nothing: it is not.
  std::optional<milliseconds> retryDelay(const HttpTransfer& transfer,
                                         const HttpOutcome& outcome) const {
    if (!transfer.isRepeatable() || transfer.tries >= configuration_.retries) return {};
    if (outcome.reply) {
      const long status = outcome.reply->status;
      if ((status != 429 && status != 503) || !outcome.reply->retryAfter) return {};
      const double seconds = *outcome.reply->retryAfter;
      if (seconds * 1000 > static_cast<double>(configuration_.retryMost.count())) return {};
      return milliseconds(static_cast<std::int64_t>(seconds * 1000));
    }
    if (outcome.fault != CloudFault::Network) return {};
    return std::min(configuration_.retryMost,
                    configuration_.retryLeast * (1 << std::min(transfer.tries, 12)));
  }

  void again(Id id) {
    const auto found = transfers_.find(id);
    if (found != transfers_.end()) send(*found->second, found->second->url);
  }

  void send(HttpTransfer& transfer, const std::string& url) {
    try {
      transfer.prepare(configuration_, url, lastFailure_);
      if (curl_multi_add_handle(multi_, transfer.handle()) == CURLM_OK) return;
      throw Error("libcurl cannot start a transfer.");
    } catch (const std::exception& error) {
      // Not at once: whoever starts it does not expect the end before the beginning.
      after(milliseconds(0), [this, id = transfer.id, what = std::string(error.what())] {
        const auto found = transfers_.find(id);
        if (found != transfers_.end()) finish(*found->second, {{}, CloudFault::Network, what});
      });
    }
  }

  void finish(HttpTransfer& transfer, HttpOutcome outcome) {
    const Done done = std::move(transfer.done);
    transfers_.erase(transfer.id);
    done(std::move(outcome));
  }

  const CloudConfiguration configuration_;
  const Url origin_;
  CURLM* multi_ = nullptr;
  std::atomic<bool> ended_ = false;
  std::mutex mutex_;
  std::vector<Work> posted_;
  // The loop's thread alone:
  std::multimap<Clock::time_point, Work> timers_;
  std::map<Id, std::unique_ptr<HttpTransfer>> transfers_;
  Id lastId_ = 0;
  std::optional<Clock::time_point> lastFailure_;  ///< of the network, or of the server's patience
  std::thread thread_;
};

HttpLoop::HttpLoop(const CloudConfiguration& configuration)
    : loop_(std::make_unique<Loop>(configuration)) {}

HttpLoop::~HttpLoop() = default;

void HttpLoop::post(Work work) { loop_->post(std::move(work)); }

HttpOutcome HttpLoop::get(HttpRequest request, const std::stop_token& stop) {
  struct Shared {
    std::mutex mutex;
    std::condition_variable_any changed;
    std::optional<HttpOutcome> outcome;
    Id id = 0;  // the loop's thread alone
    bool aborted = false;
  };
  const auto shared = std::make_shared<Shared>();
  post([this, shared, request = std::move(request)] {
    if (shared->aborted) return;
    shared->id = start(request, [shared](HttpOutcome outcome) {
      const std::lock_guard lock(shared->mutex);
      shared->outcome = std::move(outcome);
      shared->changed.notify_all();
    });
  });
  std::unique_lock lock(shared->mutex);
  if (!shared->changed.wait(lock, stop, [&] { return shared->outcome.has_value(); })) {
    post([this, shared] {
      shared->aborted = true;
      abort(shared->id);
    });
    throw Cancelled();
  }
  return std::move(*shared->outcome);
}

HttpLoop::Id HttpLoop::start(HttpRequest request, Done done) {
  return loop_->start(std::move(request), std::move(done));
}

void HttpLoop::abort(Id id) { loop_->abort(id); }

void HttpLoop::after(milliseconds delay, Work work) { loop_->after(delay, std::move(work)); }

}  // namespace nudge
