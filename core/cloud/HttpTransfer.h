#pragma once

#include <array>
#include <chrono>
#include <memory>
#include <optional>
#include <string>

#include <curl/curl.h>

#include "core/cloud/HttpLoop.h"

namespace nudge {

/// One request on its way, and what comes back.
class HttpTransfer {
 public:
  HttpTransfer(HttpLoop::Id id, HttpRequest request, HttpLoop::Done done);

  CURL* handle() const { return handle_.get(); }
  /// Makes libcurl ready to send it to `url`, for the first time or again, over no connection that
  /// was there when the network failed for the last time.
  void prepare(const CloudConfiguration& configuration, const std::string& url,
               std::optional<std::chrono::steady_clock::time_point> lastFailure);
  /// What libcurl's end means.
  HttpOutcome outcome(CURLcode code);
  /// Where the server sent us instead; empty: nowhere.
  std::string redirect() const;
  /// Whether it may be sent twice without being done twice.
  bool isRepeatable() const { return request.method == "GET" || request.method == "DELETE"; }

  const HttpLoop::Id id;
  HttpRequest request;
  HttpLoop::Done done;
  std::string url;
  int tries = 0;
  int redirects = 0;

 private:
  template <class Value>
  void set(CURLoption option, Value value);
  void setHeaders(const CloudConfiguration& configuration);
  void trustConnectionsSince(std::chrono::steady_clock::time_point failure);
  static std::size_t onHeader(char* text, std::size_t, std::size_t length, void* self);
  static int onProgress(void* self, curl_off_t total, curl_off_t down, curl_off_t, curl_off_t up);
  static std::size_t onData(char* data, std::size_t, std::size_t length, void* self);

  std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> handle_;
  std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> headers_;
  std::array<char, CURL_ERROR_SIZE> reason_{};
  HttpReply reply_;
  bool tooLarge_ = false;
  bool stalled_ = false;
  std::chrono::milliseconds patience_{0};
  curl_off_t moved_ = 0;  ///< bytes, in both directions
  std::chrono::steady_clock::time_point lastMove_;
};

}  // namespace nudge
