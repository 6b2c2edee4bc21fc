#include "core/cloud/Url.h"

#include <memory>

#include <curl/curl.h>
#include <fmt/format.h>

#include "core/cloud/CloudError.h"

namespace nudge {

namespace {

std::string partOf(CURLU* url, CURLUPart part, unsigned flags = 0) {
  char* text = nullptr;
  if (curl_url_get(url, part, &text, flags) != CURLUE_OK) return "";
  std::string result(text);
  curl_free(text);
  return result;
}

}  // namespace

bool Url::isLoopback() const {
  // "127.evil.example" is a name, and may lead anywhere.
  return host == "localhost" || host == "[::1]" ||
         (host.starts_with("127.") && host.find_first_not_of("0123456789.") == std::string::npos);
}

Url parseUrl(const std::string& address, const std::string& what) {
  const std::unique_ptr<CURLU, decltype(&curl_url_cleanup)> url(curl_url(), &curl_url_cleanup);
  if (!url) throw Error("libcurl cannot start: no memory.");
  const bool parsed = curl_url_set(url.get(), CURLUPART_URL, address.c_str(), 0) == CURLUE_OK;
  Url result;
  if (parsed) {
    result.scheme = partOf(url.get(), CURLUPART_SCHEME);
    result.host = partOf(url.get(), CURLUPART_HOST);
    result.port = partOf(url.get(), CURLUPART_PORT, CURLU_DEFAULT_PORT);
  }
  if (!partOf(url.get(), CURLUPART_USER).empty() ||
      !partOf(url.get(), CURLUPART_PASSWORD).empty()) {
    throw CloudError(
        CloudFault::Configuration,
        fmt::format("{}: an address with a user or password in it is not taken.", what));
  }
  if ((result.scheme != "http" && result.scheme != "https") || result.host.empty()) {
    throw CloudError(CloudFault::Configuration,
                     fmt::format("{}: \"{}\" is no address; it should be like "
                                 "https://cloud.dwavesys.com/sapi/.",
                                 what, cleaned(address, 100)));
  }
  for (char& c : result.host) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return result;
}

std::string escaped(std::string_view text) {
  std::string result;
  for (const char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '-' || c == '.' || c == '_' || c == '~';
    result += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return result;
}

}  // namespace nudge
