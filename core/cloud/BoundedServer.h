#pragma once

#include <array>
#include <chrono>
#include <cstring>
#include <string>
#include <string_view>

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "core/cloud/HttpLibrary.h"

namespace nudge {

/// What a client may take of a server before it has told what it wants.
struct HeadBounds {
  std::size_t bytes = std::size_t{64} << 10;
  std::chrono::milliseconds time{10'000};
};

/// A connection that ends where the head of a request becomes too long, or takes too long.
class BoundedStream : public httplib::Stream {
 public:
  using Stream::write;

  BoundedStream(socket_t socket, const HeadBounds& bounds, std::chrono::milliseconds patience)
      : socket_(socket),
        bounds_(bounds),
        patience_(patience),
        latest_(Clock::now() + bounds.time) {}

  bool is_readable() const override { return isReady(socket_, POLLIN, patience_); }
  bool is_writable() const override { return isReady(socket_, POLLOUT, patience_); }

  ssize_t read(char* into, size_t size) override {
    if (at_ == filled_) {
      if (inHead() && Clock::now() > latest_) return -1;
      if (!is_readable()) return -1;
      const ssize_t length = ::recv(socket_, buffer_.data(), buffer_.size(), 0);
      if (length <= 0) return length;
      filled_ = static_cast<std::size_t>(length);
      at_ = 0;
    }
    const std::size_t length = std::min(size, filled_ - at_);
    std::memcpy(into, buffer_.data() + at_, length);
    at_ += length;
    if (inHead() && !follow({into, length})) return -1;
    return static_cast<ssize_t>(length);
  }

  ssize_t write(const char* from, size_t size) override {
    const std::string_view text(from, size);
    if (text.starts_with("HTTP/")) isLast_ = text.find("\r\nConnection: close\r\n") != text.npos;
    return is_writable() ? ::send(socket_, from, size, MSG_NOSIGNAL) : -1;
  }

  void get_remote_ip_and_port(std::string& ip, int& port) const override { nobody(ip, port); }
  void get_local_ip_and_port(std::string& ip, int& port) const override { nobody(ip, port); }
  socket_t socket() const override { return socket_; }

  /// Whether the answer said that no other follows it on this connection.
  bool isLast() const { return isLast_; }

  static bool isReady(socket_t socket, short event, std::chrono::milliseconds time) {
    pollfd watched{socket, event, 0};
    return ::poll(&watched, 1, static_cast<int>(time.count())) > 0;
  }

 private:
  using Clock = std::chrono::steady_clock;
  static constexpr std::string_view kEnd = "\r\n\r\n";

  static void nobody(std::string& ip, int& port) {
    ip.clear();
    port = 0;
  }

  bool inHead() const { return matched_ < kEnd.size(); }

  /// Looks for the end of the head; false where it is too long.
  bool follow(std::string_view text) {
    for (const char c : text) {
      matched_ = c == kEnd[matched_] ? matched_ + 1 : c == '\r' ? 1 : 0;
      if (!inHead()) return true;
    }
    head_ += text.size();
    return head_ <= bounds_.bytes;
  }

  const socket_t socket_;
  const HeadBounds bounds_;
  const std::chrono::milliseconds patience_;
  const Clock::time_point latest_;
  std::array<char, 4096> buffer_{};
  std::size_t at_ = 0, filled_ = 0;
  std::size_t matched_ = 0, head_ = 0;
  bool isLast_ = false;
};

#ifdef CPPHTTPLIB_VERSION_NUM
// Those that have a number bound what they read of a head by themselves.
using BoundedServer = httplib::Server;
#else
/// A server whose clients cannot fill its memory with the head of a request.
class BoundedServer : public httplib::Server {
 private:
  bool process_and_close_socket(socket_t socket) override {
    const std::chrono::seconds patience(read_timeout_sec_), idle(keep_alive_timeout_sec_);
    bool good = false, closed = false;
    for (std::size_t left = keep_alive_max_count_; left > 0 && !closed; --left) {
      if (!waits(socket, idle)) break;
      BoundedStream stream(socket, {std::size_t{64} << 10, patience}, patience);
      good = process_request(stream, left == 1, closed, nullptr);
      if (stream.isLast()) discard(socket, patience);
      if (!good || stream.isLast()) break;
    }
    ::shutdown(socket, SHUT_RDWR);
    ::close(socket);
    return good;
  }

  /// Reads what the client still sends: were it left unread, closing would take the answer away
  /// from a client that has not read it yet.
  void discard(socket_t socket, std::chrono::milliseconds time) const {
    ::shutdown(socket, SHUT_WR);
    std::array<char, 4096> rest{};
    const auto latest = std::chrono::steady_clock::now() + time;
    for (std::size_t read = 0; read <= payload_max_length_ && waits(socket, time);) {
      const ssize_t length = ::recv(socket, rest.data(), rest.size(), 0);
      if (length <= 0 || std::chrono::steady_clock::now() > latest) return;
      read += static_cast<std::size_t>(length);
    }
  }

  /// Until the client sends something, or the server ends.
  bool waits(socket_t socket, std::chrono::milliseconds time) const {
    constexpr std::chrono::milliseconds kLook{50};
    for (; time.count() > 0; time -= kLook) {
      if (svr_sock_ == INVALID_SOCKET) return false;
      if (BoundedStream::isReady(socket, POLLIN, kLook)) return true;
    }
    return false;
  }
};
#endif

}  // namespace nudge
