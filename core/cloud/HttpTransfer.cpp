#include "core/cloud/HttpTransfer.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/base/Text.h"
#include "core/cloud/Url.h"

namespace nudge {

namespace {

constexpr std::size_t kLongestHeader = 1000;

/// Seconds; dates are not understood, as D-Wave sends none.
std::optional<double> secondsOf(std::string_view text) {
  const std::optional<double> seconds = numberIn<double>(text);
  return seconds && *seconds >= 0 ? seconds : std::nullopt;
}

}  // namespace

HttpTransfer::HttpTransfer(HttpLoop::Id number, HttpRequest wanted, HttpLoop::Done whenDone)
    : id(number),
      request(std::move(wanted)),
      done(std::move(whenDone)),
      handle_(curl_easy_init(), &curl_easy_cleanup),
      headers_(nullptr, &curl_slist_free_all) {
  if (!handle_) throw Error("libcurl cannot start: no memory.");
}

template <class Value>
void HttpTransfer::set(CURLoption option, Value value) {
  if (curl_easy_setopt(handle_.get(), option, value) != CURLE_OK) {
    throw Error(fmt::format("libcurl does not take option {}.", static_cast<int>(option)));
  }
}

void HttpTransfer::setHeaders(const CloudConfiguration& configuration) {
  std::vector<std::string> lines;
  for (const auto& [name, value] : configuration.headers)
    lines.push_back(fmt::format("{}: {}", name, value));
  if (!configuration.token.empty()) {
    lines.push_back("X-Auth-Token: " + configuration.token.reveal());
  }
  lines.push_back("Accept: " + (request.accept.empty() ? "*/*" : request.accept));
  if (request.deflated) lines.emplace_back("Content-Encoding: deflate");
  if (!request.ifNoneMatch.empty()) lines.push_back("If-None-Match: " + request.ifNoneMatch);
  if (configuration.closeConnections) lines.emplace_back("Connection: close");
  if (!request.body.empty()) {
    lines.emplace_back("Content-Type:");  // none, as D-Wave's own client
    lines.emplace_back("Expect:");
  }
  headers_.reset();
  for (const std::string& line : lines) {
    curl_slist* longer = curl_slist_append(headers_.get(), line.c_str());
    if (longer == nullptr) throw Error("libcurl: no memory.");
    (void)headers_.release();
    headers_.reset(longer);
  }
  set(CURLOPT_HTTPHEADER, headers_.get());
}

/// libcurl takes connections that were reset for alive, and gives a request up after five of them.
void HttpTransfer::trustConnectionsSince(std::chrono::steady_clock::time_point failure) {
  using std::chrono::seconds;
  // Whole seconds are compared with whole seconds, and none would mean any age.
  const auto age = floor<seconds>(std::chrono::steady_clock::now() - failure) - seconds(1);
  if (age.count() > 0)
    set(CURLOPT_MAXLIFETIME_CONN, static_cast<long>(age.count()));
  else
    set(CURLOPT_FRESH_CONNECT, 1L);
}

void HttpTransfer::prepare(const CloudConfiguration& configuration, const std::string& address,
                           std::optional<std::chrono::steady_clock::time_point> lastFailure) {
  url = address;
  reply_ = {};
  tooLarge_ = stalled_ = false;
  patience_ = configuration.readTimeout + request.extraPatience;
  moved_ = 0;
  lastMove_ = std::chrono::steady_clock::now();
  reason_[0] = '\0';
  curl_easy_reset(handle_.get());
  set(CURLOPT_URL, url.c_str());
  set(CURLOPT_PRIVATE, this);
  set(CURLOPT_ERRORBUFFER, reason_.data());
  set(CURLOPT_PROTOCOLS_STR, "http,https");
  set(CURLOPT_FOLLOWLOCATION, 0L);
  set(CURLOPT_SSL_VERIFYPEER, 1L);
  set(CURLOPT_SSL_VERIFYHOST, 2L);
  set(CURLOPT_NOSIGNAL, 1L);
  set(CURLOPT_USERAGENT, "Nudge");
  set(CURLOPT_ACCEPT_ENCODING, "gzip, deflate");
  set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(configuration.connectTimeout.count()));
  // libcurl's own watch for slow transfers averages over seconds, the request's bytes included.
  set(CURLOPT_NOPROGRESS, 0L);
  set(CURLOPT_XFERINFOFUNCTION, &HttpTransfer::onProgress);
  set(CURLOPT_XFERINFODATA, this);
  // One that sends a byte now and then ends as well.
  set(CURLOPT_TIMEOUT_MS,
      static_cast<long>((configuration.connectTimeout + 10 * patience_).count()));
  set(CURLOPT_HEADERFUNCTION, &HttpTransfer::onHeader);
  set(CURLOPT_HEADERDATA, this);
  set(CURLOPT_WRITEFUNCTION, &HttpTransfer::onData);
  set(CURLOPT_WRITEDATA, this);
  if (!configuration.proxy.empty()) set(CURLOPT_PROXY, configuration.proxy.c_str());
  if (parseUrl(url, "endpoint").isLoopback()) set(CURLOPT_NOPROXY, "*");
  if (!configuration.clientCertificate.empty()) {
    set(CURLOPT_SSLCERT, configuration.clientCertificate.c_str());
    if (!configuration.clientKey.empty()) set(CURLOPT_SSLKEY, configuration.clientKey.c_str());
  }
  if (request.method != "GET") {
    set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
    if (request.method == "POST" || !request.body.empty()) {
      set(CURLOPT_POSTFIELDS, request.body.data());
    }
    set(CURLOPT_CUSTOMREQUEST, request.method.c_str());
  }
  setHeaders(configuration);
  if (lastFailure) trustConnectionsSince(*lastFailure);
}

std::size_t HttpTransfer::onHeader(char* text, std::size_t, std::size_t length, void* self) {
  HttpReply& reply = static_cast<HttpTransfer*>(self)->reply_;
  const std::string_view line(text, length);
  if (line.starts_with("HTTP/")) reply = {};
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos) return length;
  const std::string_view value =
      trimmed(line.substr(colon + 1), " \t\r\n").substr(0, kLongestHeader);
  const auto is = [&](std::string_view name) {
    return name.size() == colon && curl_strnequal(text, name.data(), colon) != 0;
  };
  try {
    if (is("content-type")) reply.contentType = value;
    if (is("etag")) reply.etag = value;
    if (is("cache-control")) reply.cacheControl = value;
    if (is("retry-after")) reply.retryAfter = secondsOf(value);
  } catch (const std::bad_alloc&) {
    return 0;
  }
  return length;
}

int HttpTransfer::onProgress(void* self, curl_off_t, curl_off_t down, curl_off_t, curl_off_t up) {
  auto& transfer = *static_cast<HttpTransfer*>(self);
  const auto now = std::chrono::steady_clock::now();
  if (std::exchange(transfer.moved_, down + up) != down + up) transfer.lastMove_ = now;
  double connected = 0;
  curl_easy_getinfo(transfer.handle(), CURLINFO_PRETRANSFER_TIME, &connected);
  // Connecting has a time-out of its own.
  if (connected <= 0) transfer.lastMove_ = now;
  transfer.stalled_ = now - transfer.lastMove_ > transfer.patience_;
  return transfer.stalled_ ? 1 : 0;
}

std::size_t HttpTransfer::onData(char* data, std::size_t, std::size_t length, void* self) {
  auto& transfer = *static_cast<HttpTransfer*>(self);
  if (length > HttpLoop::kLargestReply - transfer.reply_.body.size()) {
    transfer.tooLarge_ = true;
    return 0;
  }
  try {
    transfer.reply_.body.append(data, length);
  } catch (const std::bad_alloc&) {
    return 0;
  }
  return length;
}

HttpOutcome HttpTransfer::outcome(CURLcode code) {
  HttpOutcome outcome;
  if (code == CURLE_OK) {
    curl_easy_getinfo(handle_.get(), CURLINFO_RESPONSE_CODE, &reply_.status);
    outcome.reply = std::move(reply_);
    return outcome;
  }
  if (tooLarge_) {
    outcome.fault = CloudFault::Reply;
    outcome.problem = fmt::format("the answer has more than {} MiB", HttpLoop::kLargestReply >> 20);
    return outcome;
  }
  if (stalled_) {
    outcome.fault = CloudFault::Timeout;
    outcome.problem =
        fmt::format("nothing came from the server for {} s", patience_.count() / 1000.0);
    return outcome;
  }
  if (code == CURLE_OPERATION_TIMEDOUT) outcome.fault = CloudFault::Timeout;
  if (code == CURLE_BAD_CONTENT_ENCODING) outcome.fault = CloudFault::Reply;
  outcome.problem = cleaned(reason_[0] != '\0' ? reason_.data() : curl_easy_strerror(code));
  return outcome;
}

std::string HttpTransfer::redirect() const {
  char* target = nullptr;
  curl_easy_getinfo(handle_.get(), CURLINFO_REDIRECT_URL, &target);
  return target == nullptr ? "" : target;
}

}  // namespace nudge
