#pragma once

#include <array>
#include <string>
#include <utility>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace nudge::test {

/// A connection that sends whatever a test wants, and not what a client would.
class RawSocket {
 public:
  explicit RawSocket(int port, const char* host = "127.0.0.1") : RawSocket(port, parsed(host)) {}
  RawSocket(int port, in_addr host) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr = host;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    // A server that does not read any more is not waited for without end.
    const timeval patience{20, 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    open_ = ::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
  }
  RawSocket(RawSocket&& other) noexcept
      : socket_(std::exchange(other.socket_, -1)), open_(other.open_) {}
  RawSocket& operator=(RawSocket&&) = delete;
  ~RawSocket() {
    if (socket_ >= 0) ::close(socket_);
  }

  bool open() const { return open_; }

  /// Whether all of it was taken.
  bool send(const std::string& text) {
    for (std::size_t at = 0; at < text.size();) {
      const ssize_t sent = ::send(socket_, text.data() + at, text.size() - at, MSG_NOSIGNAL);
      if (sent <= 0) return false;
      at += static_cast<std::size_t>(sent);
    }
    return true;
  }

  /// What comes first of an answer; empty where the connection was closed.
  std::string receive() {
    std::array<char, 4096> piece{};
    const ssize_t length = ::recv(socket_, piece.data(), piece.size(), 0);
    return length > 0 ? std::string(piece.data(), static_cast<std::size_t>(length)) : "";
  }

  /// Goes away without a word of farewell.
  void reset() {
    const linger gone{1, 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_LINGER, &gone, sizeof gone);
    ::close(std::exchange(socket_, -1));
  }

 private:
  static in_addr parsed(const char* host) {
    in_addr address{};
    ::inet_pton(AF_INET, host, &address);
    return address;
  }

  int socket_;
  bool open_ = false;
};

}  // namespace nudge::test
