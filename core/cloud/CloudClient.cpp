#include "core/cloud/CloudClient.h"

#include <charconv>
#include <future>
#include <map>

#include <fmt/format.h>

#include "core/cloud/JobTracker.h"
#include "core/cloud/SapiReply.h"
#include "core/cloud/Url.h"

namespace nudge {

using Clock = std::chrono::steady_clock;

namespace {

constexpr const char* kStatic = "?filter=all%2C-status%2C-avg_load";
constexpr const char* kDynamic = "?filter=none%2C%2Bidentity%2C%2Bstatus%2C%2Bavg_load";
constexpr std::chrono::milliseconds kFarewell{1000};
constexpr std::chrono::seconds kLongestKept{86'400};

/// How long a reply may be kept; 0: not at all.
std::chrono::seconds keptFor(const std::string& cacheControl) {
  constexpr std::string_view kMaxAge = "max-age=";
  const std::size_t at = cacheControl.find(kMaxAge);
  if (at == std::string::npos || cacheControl.find("no-store") != std::string::npos) {
    return std::chrono::seconds(0);
  }
  long seconds = 0;
  std::from_chars(cacheControl.data() + at + kMaxAge.size(),
                  cacheControl.data() + cacheControl.size(), seconds);
  return std::clamp(std::chrono::seconds(seconds), std::chrono::seconds(0), kLongestKept);
}

CloudConfiguration checked(CloudConfiguration configuration) {
  if (configuration.token.empty() && !parseUrl(configuration.endpoint, "endpoint").isLoopback()) {
    throw CloudError(CloudFault::Configuration,
                     fmt::format("{}: there is no token; put `token = …` into dwave.conf, or set "
                                 "DWAVE_API_TOKEN.",
                                 configuration.endpoint));
  }
  return configuration;
}

}  // namespace

class CloudClient::Engine : public std::enable_shared_from_this<Engine> {
 public:
  explicit Engine(const CloudConfiguration& wanted)
      : configuration(checked(wanted)), tracker_(loop_, configuration), loop_(configuration) {}
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;

  void post(HttpLoop::Work work) { loop_.post(std::move(work)); }
  JobTracker& tracker() { return tracker_; }

  /// The JSON at a path, kept as long as the server lets us.
  ReplyJson cached(const std::string& path, const MediaType& type, const std::stop_token& stop) {
    const std::lock_guard lock(cacheMutex_);
    Kept& kept = cache_[path];
    if (!kept.json.is_null() && Clock::now() < kept.until) return kept.json;
    HttpRequest request;
    request.path = path;
    request.accept = mediaType(type);
    if (!kept.json.is_null()) request.ifNoneMatch = kept.etag;
    const HttpOutcome outcome = loop_.get(std::move(request), stop);
    const bool unchanged = outcome.reply && outcome.reply->status == 304 && !kept.json.is_null();
    const std::string what = fmt::format("{}: solvers", configuration.endpoint);
    if (!unchanged) kept.json = replyJson(outcome, type, what, configuration.token);
    kept.until = Clock::now() + keptFor(outcome.reply->cacheControl);
    if (!outcome.reply->etag.empty()) kept.etag = outcome.reply->etag;
    return kept.json;
  }

  /// Gives cancellations a moment to reach the server, and ends everything else.
  void close() {
    const auto ended = std::make_shared<std::promise<void>>();
    auto waiting = ended->get_future();
    const Clock::time_point latest = Clock::now() + kFarewell;
    loop_.post([this, ended, latest] { closeWhenQuiet(ended, latest); });
    waiting.wait_for(2 * kFarewell);
  }

  const CloudConfiguration configuration;

 private:
  struct Kept {
    ReplyJson json;
    std::string etag;
    Clock::time_point until;
  };

  void closeWhenQuiet(const std::shared_ptr<std::promise<void>>& ended, Clock::time_point latest) {
    if (tracker_.isCanceling() && Clock::now() < latest) {
      loop_.after(std::chrono::milliseconds(5), [=, this] { closeWhenQuiet(ended, latest); });
      return;
    }
    tracker_.close();
    ended->set_value();
  }

  JobTracker tracker_;
  std::mutex cacheMutex_;
  std::map<std::string, Kept> cache_;
  HttpLoop loop_;  // last: its thread uses all of the above
};

CloudClient::CloudClient(const CloudConfiguration& configuration)
    : engine_(std::make_shared<Engine>(configuration)) {}

CloudClient::~CloudClient() { engine_->close(); }

std::vector<SolverProperties> CloudClient::solvers(const std::string& name,
                                                   const std::stop_token& stop) {
  const std::string what = fmt::format("{}: solvers", engine_->configuration.endpoint);
  const MediaType& type = name.empty() ? media::kSolvers : media::kSolver;
  const std::string path = "solvers/remote/" + escaped(name);
  ReplyJson properties, dynamic;
  try {
    properties = engine_->cached(path + kStatic, type, stop);
    dynamic = engine_->cached(path + kDynamic, type, stop);
  } catch (const CloudError& error) {
    if (name.empty() || error.fault() != CloudFault::NotFound) throw;
    throw CloudError(
        CloudFault::NotFound,
        fmt::format("{}: there is no solver \"{}\" for this token.", what, cleaned(name, 80)));
  }
  if (!name.empty()) {
    properties = ReplyJson::array({std::move(properties)});
    dynamic = ReplyJson::array({std::move(dynamic)});
  }
  if (!properties.is_array()) throw CloudError(CloudFault::Reply, what + ": should be a list.");
  std::vector<SolverProperties> solvers;
  for (const ReplyJson& element : properties) solvers.push_back(solverFrom(element, what));
  mergeStatus(solvers, dynamic, what);
  return solvers;
}

SolverProperties CloudClient::chooseSolver(const SolverFilter& filter,
                                           const std::stop_token& stop) {
  std::vector<SolverProperties> found = filter.choose(solvers(filter.onlyName(), stop));
  std::erase_if(found, [](const SolverProperties& solver) { return !solver.isChip(); });
  if (found.empty()) {
    throw CloudError(CloudFault::NotFound,
                     fmt::format("{}: no chip is as asked for ({}).",
                                 engine_->configuration.endpoint, filter.text()));
  }
  return std::move(found.front());
}

SolverProperties CloudClient::chooseSolver(const std::stop_token& stop) {
  return chooseSolver(engine_->configuration.solver, stop);
}

CloudJob CloudClient::submit(JobRequest request) {
  auto record = std::make_shared<JobRecord>();
  const auto shared = std::make_shared<JobRequest>(std::move(request));
  engine_->post([engine = engine_.get(), record, shared] {
    engine->tracker().submit(record, std::move(*shared));
  });
  return CloudJob(record, [weak = std::weak_ptr(engine_), record] {
    const auto engine = weak.lock();
    if (!engine) return;
    engine->post([raw = engine.get(), record] { raw->tracker().cancel(record); });
  });
}

JobRequest jobFor(const SolverProperties& solver, const QubitProblem& problem, Json parameters,
                  const std::string& label) {
  checkParameters(solver, parameters, ProblemType::Ising);
  return {solver.identity, QpFormat(solver).encode(problem), ProblemType::Ising,
          std::move(parameters), label};
}

SampleSet samplesOf(const QpAnswer& answer, const QubitProblem& problem) {
  if (answer.qubits != problem.qubits) {
    throw CloudError(CloudFault::Reply,
                     fmt::format("the answer is of {} qubits, the problem of {} others.",
                                 answer.qubits.size(), problem.qubits.size()));
  }
  if (answer.offset || problem.problem.offset() == 0) return answer.samples;
  SampleSet samples(answer.samples.spins());
  samples.reserve(answer.samples.size());
  for (std::size_t row = 0; row < answer.samples.size(); ++row) {
    samples.add(answer.samples.state(row), answer.samples.energy(row) + problem.problem.offset(),
                answer.samples.occurrences(row));
  }
  return samples;
}

}  // namespace nudge
