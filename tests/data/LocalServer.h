#pragma once

#include <algorithm>
#include <chrono>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "core/cloud/HttpLibrary.h"

/// A real HTTP server on 127.0.0.1.
class LocalServer {
 public:
  enum class Ranges { Honoured, Ignored };

  LocalServer() { port_ = server_.bind_to_any_port("127.0.0.1"); }
  LocalServer(const LocalServer&) = delete;
  LocalServer& operator=(const LocalServer&) = delete;
  ~LocalServer() {
    server_.stop();
    if (thread_.joinable()) thread_.join();
  }

  void start() {
    thread_ = std::thread([this] { server_.listen_after_bind(); });
    while (!server_.is_running()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }

  /// For what the functions below do not serve; before start().
  httplib::Server& http() { return server_; }
  std::string url() const { return "http://127.0.0.1:" + std::to_string(port_); }

  /// The Range headers of the requests so far, "" for those without.
  std::vector<std::string> ranges() const {
    const std::lock_guard lock(mutex_);
    return ranges_;
  }
  void forget() {
    const std::lock_guard lock(mutex_);
    ranges_.clear();
  }

  void serve(const std::string& path, const std::string& content, Ranges ranges) {
    server_.Get(path, [=, this](const httplib::Request& request, httplib::Response& response) {
      note(request);
      if (ranges == Ranges::Ignored) const_cast<httplib::Request&>(request).ranges.clear();
      response.set_content(content, "application/octet-stream");
    });
  }

  /// Announces the whole content and closes the connection after `bytes`.
  void serveCut(const std::string& path, const std::string& content, std::size_t bytes) {
    server_.Get(path, [=](const httplib::Request&, httplib::Response& response) {
      response.set_content_provider(
          content.size(), "application/octet-stream",
          [=](std::size_t offset, std::size_t length, httplib::DataSink& sink) {
            if (offset >= bytes) return false;
            sink.write(content.data() + offset,
                       std::min({length, bytes - offset, std::size_t{1} << 16}));
            return true;
          });
    });
  }

  /// Says nothing for some seconds.
  void serveStalled(const std::string& path, int seconds) {
    server_.Get(path, [=](const httplib::Request&, httplib::Response& response) {
      std::this_thread::sleep_for(std::chrono::seconds(seconds));
      response.set_content("late", "text/plain");
    });
  }

  void redirect(const std::string& path, const std::string& to) {
    server_.Get(path, [=](const httplib::Request&, httplib::Response& response) {
      response.set_redirect(to);
    });
  }

 private:
  void note(const httplib::Request& request) {
    const std::lock_guard lock(mutex_);
    ranges_.push_back(request.get_header_value("Range"));
  }

  httplib::Server server_;
  int port_ = 0;
  std::thread thread_;
  mutable std::mutex mutex_;
  std::vector<std::string> ranges_;
};
