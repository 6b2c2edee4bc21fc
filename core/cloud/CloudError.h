#pragma once

#include <string>
#include <string_view>

#include "core/base/Error.h"

namespace nudge {

/// What kind of thing went wrong between this program and a solver's server.
enum class CloudFault {
  Configuration,  ///< what the user set up cannot work
  Network,        ///< no connection, or it broke
  Timeout,        ///< the server took too long
  Token,          ///< 401: the token was refused
  Forbidden,      ///< 403
  NotFound,       ///< 404, or no solver that fits
  Rejected,       ///< 400, 409: the server does not take this request
  Limits,         ///< 429: too many requests, or too many problems
  Server,         ///< 5xx
  Reply,          ///< the server's answer is not in D-Wave's protocol
  Problem,        ///< the problem or its parameters do not fit the solver
  Failed,         ///< the solver took the problem and failed
  Offline,        ///< the solver is offline
  Canceled,       ///< the problem was cancelled
};

/// An Error with its kind, so that callers can tell a refused token from a lost network.
class CloudError : public Error {
 public:
  CloudError(CloudFault fault, const std::string& what) : Error(what), fault_(fault) {}
  CloudFault fault() const { return fault_; }

 private:
  CloudFault fault_;
};

/// Throws a CloudError: the problem or its parameters do not fit the solver.
[[noreturn]] void refuseProblem(const std::string& what);

/// Throws a CloudError: what the user set up cannot work.
[[noreturn]] void refuseConfiguration(const std::string& what);

/// Text from a server as it may stand in a message: on one line, without control characters or
/// bytes that are no UTF-8, and cut after `most` bytes.
std::string cleaned(std::string_view text, std::size_t most = 200);

}  // namespace nudge
