#pragma once

#include <array>
#include <atomic>
#include <cerrno>
#include <cstdint>
#include <limits>
#include <system_error>
#include <thread>
#include <vector>

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace nudge::test {

/// A way to a server on 127.0.0.1 that can be cut, and mended again at the same port.
class Cable {
 public:
  static constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::max();

  explicit Cable(int to) : to_(to) {
    port_ = portOf(held_);
    restore();
  }
  Cable(const Cable&) = delete;
  Cable& operator=(const Cable&) = delete;
  ~Cable() {
    cut();
    ::close(held_);
  }

  int port() const { return port_; }

  /// Breaks by itself once so many more bytes have come back from the server.
  void cutAfter(std::int64_t bytes) { left_ = bytes; }
  /// Takes everything and passes nothing on, as where a network drops packets.
  void silence() { silent_ = true; }
  bool broken() const { return broken_; }
  /// Bytes that came back from the server.
  std::int64_t passed() const { return passed_; }

  void cut() {
    ended_ = true;
    if (thread_.joinable()) thread_.join();
  }

  /// Whole again, to the same server or to one that took its place.
  void restore(int to = 0) {
    cut();
    if (to != 0) to_ = to;
    ended_ = broken_ = silent_ = false;
    left_ = kNever;
    const int listening = bound();
    if (::listen(listening, 64) != 0)
      throw std::system_error(errno, std::generic_category(), "listen");
    thread_ = std::thread([this, listening] { run(listening); });
  }

 private:
  /// Both ends of a connection.
  struct Pair {
    int client, server;
  };

  static sockaddr_in addressOf(int port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    return address;
  }

  /// A socket at the port, which is any free one at first.
  int bound() const {
    const int end = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const int yes = 1;
    ::setsockopt(end, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    ::setsockopt(end, SOL_SOCKET, SO_REUSEPORT, &yes, sizeof yes);
    const sockaddr_in address = addressOf(port_);
    if (::bind(end, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
      throw std::system_error(errno, std::generic_category(), "bind");
    return end;
  }
  static int portOf(int end) {
    sockaddr_in address{};
    socklen_t length = sizeof address;
    ::getsockname(end, reinterpret_cast<sockaddr*>(&address), &length);
    return ntohs(address.sin_port);
  }

  void run(int listening) {
    std::vector<Pair> pairs;
    while (!ended_ && !broken_) {
      std::vector<pollfd> watched{{listening, POLLIN, 0}};
      for (const Pair& pair : pairs) {
        watched.push_back({pair.client, POLLIN, 0});
        watched.push_back({pair.server, POLLIN, 0});
      }
      if (::poll(watched.data(), watched.size(), 20) <= 0) continue;
      std::vector<Pair> kept;
      for (std::size_t p = 0; p < pairs.size(); ++p) {
        const bool open =
            (watched[1 + 2 * p].revents == 0 || pass(pairs[p].client, pairs[p].server, false)) &&
            (watched[2 + 2 * p].revents == 0 || pass(pairs[p].server, pairs[p].client, true));
        if (open) {
          kept.push_back(pairs[p]);
        } else {
          close(pairs[p], broken_);
        }
      }
      pairs = std::move(kept);
      if (watched[0].revents != 0) join(::accept(listening, nullptr, nullptr), pairs);
    }
    ::close(listening);
    for (const Pair& pair : pairs) close(pair, true);
  }

  void join(int client, std::vector<Pair>& pairs) const {
    const int server = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_in address = addressOf(to_);
    const auto* generic = reinterpret_cast<const sockaddr*>(&address);
    const int yes = 1;
    for (const int end : {client, server})  // what has arrived goes on at once
      ::setsockopt(end, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    if (::connect(server, generic, sizeof address) == 0) {
      pairs.push_back({client, server});
    } else {
      close({client, server}, true);
    }
  }

  /// Whether the connection goes on.
  bool pass(int from, int to, bool back) {
    std::array<char, 1 << 14> piece{};
    const ssize_t length = ::recv(from, piece.data(), piece.size(), 0);
    if (length <= 0) return false;
    if (silent_) return true;
    if (back) passed_ += length;
    if (back && (left_ -= length) <= 0) broken_ = true;
    // Of the answer that it breaks in only a part arrives.
    const ssize_t passed = broken_ ? length / 2 : length;
    for (ssize_t at = 0; at < passed;) {
      const ssize_t sent =
          ::send(to, piece.data() + at, static_cast<std::size_t>(passed - at), MSG_NOSIGNAL);
      if (sent <= 0) return false;
      at += sent;
    }
    return true;
  }

  /// With a reset, as from a machine that has gone, or as the other end closed it.
  static void close(const Pair& pair, bool reset) {
    const linger gone{1, 0};
    for (const int end : {pair.client, pair.server}) {
      if (reset) ::setsockopt(end, SOL_SOCKET, SO_LINGER, &gone, sizeof gone);
      ::close(end);
    }
  }

  int to_;
  int port_ = 0;
  /// Bound and never listening: nobody else gets the port while the cable is cut.
  const int held_ = bound();
  std::atomic<bool> ended_ = false, broken_ = false, silent_ = false;
  std::atomic<std::int64_t> left_ = kNever, passed_ = 0;
  std::thread thread_;
};

}  // namespace nudge::test
