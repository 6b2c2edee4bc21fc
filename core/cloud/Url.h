#pragma once

#include <string>
#include <string_view>

namespace nudge {

/// The parts of an http or https address that matter here.
struct Url {
  std::string scheme;  ///< "http", "https"
  std::string host;    ///< in small letters; IPv6 in brackets
  std::string port;    ///< also where the address leaves it out

  /// Whether it stays on this machine.
  bool isLoopback() const;
  /// Scheme, host and port: what a token is sent to.
  bool operator==(const Url&) const = default;
};

/// Throws CloudError (Configuration), naming `what`, for what is no http or https address, and for
/// one with a user or password in it, which the message does not repeat.
Url parseUrl(const std::string& address, const std::string& what);

/// `text` with everything that is special in addresses as %XX.
std::string escaped(std::string_view text);

}  // namespace nudge
