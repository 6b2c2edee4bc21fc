#pragma once

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include "core/base/Error.h"

namespace nudge::test {

/// A port of 127.0.0.1 that nobody listens on.
inline int freePort() {
  const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t length = sizeof address;
  auto* generic = reinterpret_cast<sockaddr*>(&address);
  const bool bound =
      ::bind(socket, generic, length) == 0 && ::getsockname(socket, generic, &length) == 0;
  ::close(socket);
  if (!bound) throw Error("there is no free port.");
  return ntohs(address.sin_port);
}

}  // namespace nudge::test
