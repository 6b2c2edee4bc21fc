#include "core/cloud/VirtualChip.h"

#include <atomic>
#include <functional>
#include <mutex>
#include <thread>

#include <fmt/format.h>

#include "core/base/Text.h"
#include "core/cloud/BoundedServer.h"
#include "core/cloud/ChipDescription.h"
#include "core/cloud/ChipRequests.h"
#include "core/cloud/CloudError.h"
#include "core/cloud/Deflate.h"
#include "core/cloud/GrowingPool.h"
#include "core/cloud/HttpLibrary.h"
#include "core/cloud/MemoryShare.h"
#include "core/cloud/SapiReply.h"

namespace nudge {

namespace {

constexpr std::size_t kMostThreads = 512;  // each connection has one while it is open
constexpr std::size_t kBodiesAtOnce = 4;   // of the largest that may be
constexpr std::size_t kLargeBody = std::size_t{1} << 20;
constexpr std::size_t kMostIds = 1000;
constexpr std::size_t kWorthPacking = 4096;
constexpr int kLongestPoll = 30;  // s

/// As long for a wrong token as for a nearly right one.
bool sameSecret(const std::string& a, const std::string& b) {
  unsigned char different = a.size() == b.size() ? 0 : 1;
  for (std::size_t k = 0; k < a.size(); ++k) {
    different |= static_cast<unsigned char>(a[k] ^ b[b.empty() ? 0 : k % b.size()]);
  }
  return different == 0;
}

int countIn(const std::string& text, int most, int otherwise) {
  if (text.empty()) return otherwise;
  const std::optional<int> value = numberIn<int>(text);
  if (value && *value >= 0 && *value <= most) return *value;
  throw CloudError(
      CloudFault::Rejected,
      fmt::format("\"{}\" should be a whole number from 0 to {}.", cleaned(text, 40), most));
}

std::string etagOf(const std::string& body) {
  return fmt::format("W/\"{:016x}\"", std::hash<std::string>{}(body));
}

std::string dumped(const Json& json) {
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// A thread a connection, so that clients who are slow, or wait, do not keep others waiting.
class Connections : public httplib::TaskQueue {
 public:
  using Taken = decltype(std::declval<httplib::TaskQueue&>().enqueue({}));  // void or bool

  Taken enqueue(std::function<void()> task) override {
    pool_.add(std::move(task));
    return Taken(true);
  }
  void shutdown() override { pool_.close(); }

 private:
  GrowingPool pool_{kMostThreads};
};

bool isLoopback(const std::string& host) {
  return host == "127.0.0.1" || host == "localhost" || host == "::1";
}

}  // namespace

class VirtualChip::Server {
 public:
  Server(const ChipGraph& chip, const VirtualChipSettings& settings)
      : settings_(settings),
        description_(describeChip(chip, settings.name)),
        solver_(solverOf(description_)),
        staticBody_(description_.dump()),
        sampler_(solver_, settings.physics),
        board_(solver_.identity, settings.limits,
               [this](const ChipJob& job, std::uint64_t number, const std::stop_token& stop) {
                 return sampler_.sample(job, number, stop);
               }) {
    if (!isLoopback(settings.host) && settings.token.empty()) {
      throw Error(fmt::format("on {} others could use the chip; give it a token.", settings.host));
    }
    setUp();
    addRoutes();
    listen();
  }
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;
  ~Server() {
    board_.close();
    http_.stop();
    if (thread_.joinable()) thread_.join();
  }

  int port() const { return port_; }
  const VirtualChipSettings& settings() const { return settings_; }
  const SolverProperties& solver() const { return solver_; }

 private:
  using Request = httplib::Request;
  using Response = httplib::Response;

  void setUp() {
    http_.new_task_queue = [] { return new Connections; };
    http_.set_payload_max_length(settings_.largestBody);
    http_.set_read_timeout(settings_.patience.count(), 0);
    http_.set_write_timeout(settings_.patience.count(), 0);
    http_.set_keep_alive_timeout(2);
    http_.set_tcp_nodelay(true);
    http_.set_exception_handler(
        [](const Request&, Response& response, const std::exception_ptr& failure) {
          try {
            std::rethrow_exception(failure);
          } catch (const CloudError& error) {
            sendError(response, statusOf(error.fault()), error.what());
          } catch (const std::exception& error) {
            sendError(response, 500, error.what());
          }
        });
    // An error may come before the body of its request is read: what is left of that must not be
    // taken for the next request.
    http_.set_error_handler([](const Request&, Response& response) {
      response.set_header("Connection", "close");
      if (response.body.empty()) sendError(response, response.status, "There is no such thing.");
    });
    http_.set_pre_routing_handler([this](const Request& request, Response& response) {
      if (settings_.token.empty() ||
          sameSecret(request.get_header_value("X-Auth-Token"), settings_.token.reveal())) {
        return httplib::Server::HandlerResponse::Unhandled;
      }
      sendError(response, 401, "Invalid token");
      return httplib::Server::HandlerResponse::Handled;
    });
  }

  void addRoutes() {
    http_.Get(R"(/sapi/solvers/remote/?)", [this](const Request& request, Response& response) {
      sendSolver(request, response, media::kSolvers, true);
    });
    http_.Get(R"(/sapi/solvers/remote/([^/]+)/?)", [this](const Request& request,
                                                          Response& response) {
      if (request.matches[1] != settings_.name) {
        return sendError(response, 404, "Solver does not exist or apitoken does not have access");
      }
      sendSolver(request, response, media::kSolver, false);
    });
    http_.Post(R"(/sapi/problems/?)", [this](const Request& request, Response& response,
                                             const httplib::ContentReader& reader) {
      MemoryShare share(onTheWay_, kBodiesAtOnce * settings_.largestBody);
      const std::string body = bodyOf(request, reader, share);
      const auto turn = turnOf(body);
      send(request, response, media::kProblems,
           dumped(submitAll(body, solver_.identity, sampler_, board_)));
    });
    http_.Get(R"(/sapi/problems/?)", [this](const Request& request, Response& response) {
      sendStates(request, response);
    });
    http_.Get(R"(/sapi/problems/([^/]+)/?)", [this](const Request& request, Response& response) {
      const std::string id = request.matches[1];
      const int wait = countIn(request.get_param_value("timeout"), kLongestPoll, 0);
      if (wait > 0) board_.waitForAny({id}, std::chrono::seconds(wait));
      sendOne(request, response, media::kProblem, board_.status(id, true));
    });
    http_.Get(R"(/sapi/problems/([^/]+)/(info|answer|messages)/?)",
              [this](const Request& request, Response& response) { sendPart(request, response); });
    addCancelling();
  }

  void addCancelling() {
    http_.Delete(R"(/sapi/problems/?)", [this](const Request& request, Response& response,
                                               const httplib::ContentReader& reader) {
      MemoryShare share(onTheWay_, kBodiesAtOnce * settings_.largestBody);
      const std::string body = bodyOf(request, reader, share);
      const auto turn = turnOf(body);
      const ReplyJson list = parseReply(body, "problems");
      if (!list.is_array() || list.size() > kMostIds) {
        throw CloudError(CloudFault::Rejected,
                         fmt::format("the body should be a list of at most {} ids.", kMostIds));
      }
      Json states = Json::array();
      for (const ReplyJson& id : list) {
        states.push_back(
            stateOrError(id.is_string() ? board_.cancel(id.get<std::string>()) : Json()));
      }
      send(request, response, media::kProblems, dumped(states));
    });
    http_.Delete(R"(/sapi/problems/([^/]+)/?)",
                 [this](const Request& request, Response& response, const httplib::ContentReader&) {
                   sendOne(request, response, media::kProblem, board_.cancel(request.matches[1]));
                 });
  }

  void listen() {
    port_ = settings_.port;
    if (port_ == 0) {
      port_ = http_.bind_to_any_port(settings_.host.c_str());
    } else if (!http_.bind_to_port(settings_.host.c_str(), port_)) {
      port_ = -1;
    }
    if (port_ <= 0) {
      throw Error(fmt::format("cannot listen on {}, port {}: it is taken, or not allowed.",
                              settings_.host, settings_.port));
    }
    thread_ = std::thread([this] { http_.listen_after_bind(); });
    while (!http_.is_running()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }

  /// The body, unpacked by the library and never larger than it may be.
  std::string bodyOf(const Request& request, const httplib::ContentReader& reader,
                     MemoryShare& share) const {
    std::string body;
    // Without a length the library would read until the client goes away.
    if (!request.has_header("Content-Length") && !request.has_header("Transfer-Encoding"))
      return body;
    const auto latest = std::chrono::steady_clock::now() + 6 * settings_.patience;
    bool tooLarge = false, tooMany = false;
    const bool whole = reader([&](const char* data, std::size_t length) {
      tooLarge = length > settings_.largestBody - body.size();
      tooMany = !share.add(length);
      if (tooLarge || tooMany || std::chrono::steady_clock::now() > latest) return false;
      body.append(data, length);
      return true;
    });
    if (whole) return body;
    if (tooMany) {
      throw CloudError(CloudFault::Limits,
                       "too many large problems are on their way; submit again later.");
    }
    throw CloudError(
        CloudFault::Rejected,
        tooLarge ? fmt::format("the body unpacks to more than {} bytes.", settings_.largestBody)
                 : "the body is damaged, cut off, too large or too slow.");
  }

  /// A large body takes a multiple of its size when it is read: one after the other.
  std::unique_lock<std::mutex> turnOf(const std::string& body) {
    return body.size() > kLargeBody ? std::unique_lock(largeBody_) : std::unique_lock<std::mutex>();
  }

  static void sendError(Response& response, int status, const std::string& message) {
    response.status = status;
    response.set_content(dumped(errorJson(status, message)), "application/json");
  }

  static void send(const Request& request, Response& response, const MediaType& type,
                   const std::string& body) {
    const bool packs =
        body.size() >= kWorthPacking &&
        request.get_header_value("Accept-Encoding").find("gzip") != std::string::npos;
    if (packs) response.set_header("Content-Encoding", "gzip");
    response.set_content(packs ? gzipped(body) : body, mediaType(type));
  }

  void sendSolver(const Request& request, Response& response, const MediaType& type,
                  bool asList) const {
    const std::string filter = request.get_param_value("filter");
    const bool dynamicOnly = filter.starts_with("none");
    std::string body;
    if (filter.starts_with("all,-status")) {
      body = staticBody_;
    } else {
      ReplyJson element{{"identity", description_["identity"]}};
      if (!dynamicOnly) element = description_;
      element["status"] = "ONLINE";
      element["avg_load"] = board_.load();
      body = element.dump();
    }
    if (asList) body = "[" + body + "]";
    response.set_header("Cache-Control",
                        dynamicOnly ? "private, max-age=0" : "private, max-age=3600");
    const std::string etag = etagOf(body);
    response.set_header("ETag", etag);
    if (request.get_header_value("If-None-Match") == etag) {
      response.status = 304;
      return;
    }
    send(request, response, type, body);
  }

  static Json stateOrError(Json state) {
    return state.is_null() ? errorJson(404, "Problem does not exist") : std::move(state);
  }

  void sendStates(const Request& request, Response& response) const {
    if (!request.has_param("id")) {
      const int most = countIn(request.get_param_value("max_results"), kMostIds, kMostIds);
      const std::string solver = request.get_param_value("solver");
      const bool ours = solver.empty() || solver == settings_.name;
      return send(
          request, response, media::kProblems,
          dumped(board_.list(ours ? static_cast<std::size_t>(most) : 0,
                             request.get_param_value("label"), request.get_param_value("status"))));
    }
    const std::vector<std::string> ids = splitIds(request.get_param_value("id"));
    if (ids.size() > kMostIds) {
      throw CloudError(CloudFault::Rejected, fmt::format("at most {} ids at once.", kMostIds));
    }
    const int wait = countIn(request.get_param_value("timeout"), kLongestPoll, 0);
    if (wait > 0 && !ids.empty()) board_.waitForAny(ids, std::chrono::seconds(wait));
    Json states = Json::array();
    for (const std::string& id : ids) states.push_back(stateOrError(board_.status(id, false)));
    send(request, response, media::kProblems, dumped(states));
  }

  static void sendOne(const Request& request, Response& response, const MediaType& type,
                      const Json& json) {
    if (json.is_null()) return sendError(response, 404, "Problem does not exist");
    send(request, response, type, dumped(json));
  }

  void sendPart(const Request& request, Response& response) const {
    const std::string id = request.matches[1];
    if (request.matches[2] == "info") {
      return sendOne(request, response, media::kInfo, board_.info(id));
    }
    if (request.matches[2] == "messages") {
      const bool known = !board_.status(id, false).is_null();
      return sendOne(request, response, media::kMessages, known ? Json::array() : Json());
    }
    const Json answer = board_.answer(id);
    sendOne(request, response, media::kAnswer,
            answer.is_null() ? Json() : Json{{"answer", answer}});
  }

  const VirtualChipSettings settings_;
  const ReplyJson description_;
  const SolverProperties solver_;
  const std::string staticBody_;
  const ChipSampler sampler_;
  JobBoard board_;
  BoundedServer http_;
  int port_ = 0;
  std::atomic<std::size_t> onTheWay_ = 0;
  std::mutex largeBody_;
  std::thread thread_;
};

VirtualChip::VirtualChip(const ChipGraph& chip, const VirtualChipSettings& settings)
    : server_(std::make_unique<Server>(chip, settings)) {}

VirtualChip::~VirtualChip() = default;

std::string VirtualChip::endpoint() const {
  const std::string& host = server_->settings().host;
  const bool isIpv6 = host.find(':') != std::string::npos;
  return fmt::format("http://{}:{}/sapi/", isIpv6 ? "[" + host + "]" : host, server_->port());
}

int VirtualChip::port() const { return server_->port(); }

const SolverProperties& VirtualChip::solver() const { return server_->solver(); }

}  // namespace nudge
