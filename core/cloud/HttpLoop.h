#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "core/cloud/CloudError.h"
#include "core/cloud/Configuration.h"

namespace nudge {

/// A request to the configured server.
struct HttpRequest {
  std::string method = "GET";
  std::string path;    ///< after the endpoint
  std::string accept;  ///< the media type that is expected, with its version
  std::string body;
  bool deflated = false;    ///< how the body is packed
  std::string ifNoneMatch;  ///< an ETag, if an unchanged answer need not be sent again
  std::chrono::milliseconds extraPatience{0};  ///< beyond the read time-out: of long polls
};

/// What a server answered.
struct HttpReply {
  long status = 0;
  std::string contentType, etag, cacheControl;
  std::optional<double> retryAfter;  ///< seconds
  std::string body;                  ///< unpacked
};

/// A reply of any status, or why there is none.
struct HttpOutcome {
  std::optional<HttpReply> reply;
  CloudFault fault = CloudFault::Network;
  std::string problem;
};

/// Many HTTP requests at a time on one thread of its own. GET and DELETE are tried again when the
/// connection is lost, and when a server asks for it with Retry-After; nothing else is sent twice.
/// Redirects are followed only within the endpoint's scheme, host and port, so that the token
/// stays there. Certificates are always checked. Replies of more than 32 MiB are refused.
class HttpLoop {
 public:
  using Id = std::uint64_t;
  using Work = std::function<void()>;
  using Done = std::function<void(HttpOutcome)>;

  static constexpr std::size_t kLargestReply = std::size_t{32} << 20;

  explicit HttpLoop(const CloudConfiguration& configuration);
  /// Drops what has not ended.
  ~HttpLoop();
  HttpLoop(const HttpLoop&) = delete;
  HttpLoop& operator=(const HttpLoop&) = delete;

  /// Has `work` done on the loop's thread, soon. From any thread.
  void post(Work work);

  /// The outcome of a request, waited for; not on the loop's thread. Throws Cancelled when stopped.
  HttpOutcome get(HttpRequest request, const std::stop_token& stop);

  /// The rest is for the loop's thread alone. `done` is called there, once, unless aborted first.
  Id start(HttpRequest request, Done done);
  void abort(Id id);
  void after(std::chrono::milliseconds delay, Work work);

 private:
  class Loop;
  std::unique_ptr<Loop> loop_;
};

}  // namespace nudge
