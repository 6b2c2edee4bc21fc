#include "core/data/Download.h"

#include <array>
#include <exception>
#include <memory>

#include <curl/curl.h>
#include <fmt/format.h>

#include "core/base/Error.h"
#include "core/data/PartFile.h"
#include "core/data/Sha256.h"

namespace nudge {

namespace {

constexpr long kOk = 200;
constexpr long kPartialContent = 206;
constexpr long kRangeNotSatisfiable = 416;

enum class Outcome {
  Complete,    ///< the part holds what the server has
  WrongRange,  ///< the server has nothing that continues the part
};

std::string advice(const Download& wanted) {
  const std::string byHand =
      wanted.byHand.empty()
          ? fmt::format(
                " and put it at {}, or into a folder that the environment variable NUDGE_DATA "
                "names",
                wanted.target.string())
          : ", " + wanted.byHand;
  return fmt::format("Check the network and try again, or get the file by other means{}.", byHand);
}

/// One request. libcurl calls back into it; exceptions wait in `failure_`, because they must not
/// cross C code.
class Transfer {
 public:
  Transfer(const Download& wanted, const DownloadProgress& progress, PartFile& part)
      : wanted_(wanted), progress_(progress), part_(part), start_(part.size()) {
    if (!curl_) throw Error("libcurl cannot start: no memory.");
    setUp();
  }

  Outcome run() {
    const CURLcode code = curl_easy_perform(curl_.get());
    if (failure_) std::rethrow_exception(failure_);
    if (status() == kRangeNotSatisfiable && start_ > 0) return Outcome::WrongRange;
    if (code != CURLE_OK) refuse(code);
    if (status() == kOk && !begun_) part_.restart();  // an empty file
    return Outcome::Complete;
  }

 private:
  using Handle = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;

  template <class Value>
  void set(CURLoption option, Value value) {
    if (curl_easy_setopt(curl_.get(), option, value) != CURLE_OK) {
      throw Error(fmt::format("{}: libcurl does not take option {}.", wanted_.url,
                              static_cast<int>(option)));
    }
  }

  void setUp() {
    set(CURLOPT_URL, wanted_.url.c_str());
    set(CURLOPT_ERRORBUFFER, reason_.data());
    set(CURLOPT_PROTOCOLS_STR, "http,https");
    set(CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
    set(CURLOPT_FOLLOWLOCATION, 1L);
    set(CURLOPT_MAXREDIRS, 10L);
    set(CURLOPT_FAILONERROR, 1L);
    set(CURLOPT_SSL_VERIFYPEER, 1L);
    set(CURLOPT_SSL_VERIFYHOST, 2L);
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_USERAGENT, "Nudge");
    set(CURLOPT_CONNECTTIMEOUT, wanted_.connectSeconds);
    set(CURLOPT_LOW_SPEED_LIMIT, 1L);
    set(CURLOPT_LOW_SPEED_TIME, wanted_.stallSeconds);
    set(CURLOPT_WRITEFUNCTION, &Transfer::onData);
    set(CURLOPT_WRITEDATA, this);
    set(CURLOPT_HEADERFUNCTION, &Transfer::onHeader);
    set(CURLOPT_HEADERDATA, this);
    set(CURLOPT_NOPROGRESS, 0L);
    set(CURLOPT_XFERINFOFUNCTION, &Transfer::onProgress);
    set(CURLOPT_XFERINFODATA, this);
    // CURLOPT_RESUME_FROM would fail on a server that answers with the whole file.
    if (start_ > 0) set(CURLOPT_RANGE, fmt::format("{}-", start_).c_str());
  }

  long status() const {
    long code = 0;
    curl_easy_getinfo(curl_.get(), CURLINFO_RESPONSE_CODE, &code);
    return code;
  }

  /// Runs a call-back's work; false when it threw.
  template <class Work>
  bool guarded(Work work) noexcept {
    try {
      work();
      return true;
    } catch (...) {
      failure_ = std::current_exception();
      return false;
    }
  }

  static std::size_t onHeader(char* text, std::size_t, std::size_t length, void* self) {
    auto& transfer = *static_cast<Transfer*>(self);
    const std::string_view line(text, length);
    if (line.starts_with("HTTP/")) transfer.rangeStart_.clear();
    constexpr std::string_view kRange = "content-range: bytes ";
    if (length > kRange.size() && curl_strnequal(text, kRange.data(), kRange.size()) != 0) {
      const std::string_view rest = line.substr(kRange.size());
      transfer.guarded([&] { transfer.rangeStart_ = rest.substr(0, rest.find('-')); });
    }
    return length;
  }

  static std::size_t onData(char* data, std::size_t, std::size_t length, void* self) {
    auto& transfer = *static_cast<Transfer*>(self);
    return transfer.guarded([&] { transfer.take({data, length}); }) ? length : 0;
  }

  static int onProgress(void* self, curl_off_t total, curl_off_t, curl_off_t, curl_off_t) {
    auto& transfer = *static_cast<Transfer*>(self);
    return transfer.guarded([&] { transfer.report(static_cast<std::uintmax_t>(total)); }) ? 0 : 1;
  }

  void take(std::string_view data) {
    if (!begun_) begin();
    if (part_.size() + data.size() > wanted_.largest) tooLarge();
    part_.append(data);
  }

  void begin() {
    begun_ = true;
    const bool continues = status() == kPartialContent;
    if (continues && rangeStart_ != std::to_string(start_)) {
      throw Error(
          fmt::format("{}: the server was asked for the bytes from {} and answered with "
                      "others. {}",
                      wanted_.url, start_, advice(wanted_)));
    }
    if (!continues && start_ > 0) {
      part_.restart();
      start_ = 0;
    }
  }

  void report(std::uintmax_t remaining) {
    // Before the first byte it may be a redirect's body that is counted.
    const std::uintmax_t total = begun_ && remaining > 0 ? start_ + remaining : 0;
    if (total > wanted_.largest) tooLarge();
    if (progress_ && !progress_(part_.size(), total)) throw Cancelled();
  }

  [[noreturn]] void tooLarge() const {
    throw Error(fmt::format("{}: is larger than {} bytes, more than the file can have. {}",
                            wanted_.url, wanted_.largest, advice(wanted_)));
  }

  [[noreturn]] void refuse(CURLcode code) const {
    std::string what = reason_[0] != '\0' ? reason_.data() : curl_easy_strerror(code);
    if (code == CURLE_HTTP_RETURNED_ERROR) {
      what = fmt::format("the server answered with status {}{}", status(),
                         status() == 404 ? ", not found" : "");
    }
    throw Error(
        fmt::format("{}: cannot be downloaded: {}. {}", wanted_.url, what, advice(wanted_)));
  }

  const Download& wanted_;
  const DownloadProgress& progress_;
  PartFile& part_;
  std::uintmax_t start_;
  bool begun_ = false;
  std::string rangeStart_;
  std::array<char, CURL_ERROR_SIZE> reason_{};
  std::exception_ptr failure_;
  Handle curl_{curl_easy_init(), curl_easy_cleanup};
};

void startCurl() {
  // Once a process, before any handle; the initialisation of a static is safe among threads.
  static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
  if (started != CURLE_OK) throw Error("libcurl cannot start.");
}

}  // namespace

void download(const Download& wanted, const DownloadProgress& progress) {
  startCurl();
  PartFile part(wanted.target);
  if (part.size() > wanted.largest) part.restart();
  std::string found;
  for (bool again = true; again;) {
    const bool resumed = part.size() > 0;
    const Outcome outcome = Transfer(wanted, progress, part).run();
    found = sha256OfFile(part.path());
    if (found == wanted.sha256) return part.commit();
    // Nothing of a wrong file is worth going on from, but only an old beginning may be to blame.
    part.restart();
    again = resumed || outcome == Outcome::WrongRange;
  }
  part.remove();
  throw Error(fmt::format("{}: what came is not the expected file: its SHA-256 is {}, not {}. {}",
                          wanted.url, found, wanted.sha256, advice(wanted)));
}

void downloadFromAny(const std::vector<std::string>& mirrors, Download wanted,
                     const DownloadProgress& progress) {
  const std::string file = wanted.url;
  for (std::size_t i = 0; i < mirrors.size(); ++i) {
    wanted.url = mirrors[i] + file;
    try {
      return download(wanted, progress);
    } catch (const Error&) {
      if (i + 1 == mirrors.size()) throw;
    }
  }
}

}  // namespace nudge
