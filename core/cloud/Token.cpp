#include "core/cloud/Token.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/base/AtomicFile.h"
#include "core/cloud/CloudError.h"

namespace nudge {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kLongest = 1024;

/// `text` with the profile's token replaced, or added.
std::string withToken(const std::string& text, const Token& token, const std::string& profile) {
  const std::string line = "token = " + token.reveal() + "\n";
  std::string result;
  bool inside = false, done = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
    std::string old = text.substr(at, end - at);
    at = end;
    const std::size_t first = old.find_first_not_of(" \t");
    if (first != std::string::npos && old[first] == '[') {
      inside = old.substr(first).starts_with("[" + profile + "]");
      result += old;
      if (result.back() != '\n') result += '\n';
      if (inside && !done) result += line;
      done = done || inside;
      continue;
    }
    const bool isOld = inside && first == 0 && old.starts_with("token") &&
                       old.find_first_of("=:") == old.find_first_not_of(" \t", 5);
    if (!isOld) result += old;
  }
  if (done) return result;
  if (!result.empty() && result.back() != '\n') result += '\n';
  return result + "[" + profile + "]\n" + line;
}

/// Never readable by others, not even before it is renamed into place.
void writePrivately(const fs::path& path, const std::string& text) {
  std::string name = path.string() + ".XXXXXX";
  const int descriptor = ::mkstemp(name.data());  // mode 0600
  if (descriptor < 0) failWriting(path, "cannot be written");
  ::fchmod(descriptor, 0600);
  std::size_t written = 0;
  while (written < text.size()) {
    const ssize_t count = ::write(descriptor, text.data() + written, text.size() - written);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) break;
    written += static_cast<std::size_t>(count);
  }
  const bool synced = written == text.size() && ::fsync(descriptor) == 0;
  const bool closed = ::close(descriptor) == 0;
  if (synced && closed && ::rename(name.c_str(), path.c_str()) == 0) return;
  const int reason = errno;
  ::unlink(name.c_str());
  errno = reason;
  failWriting(path, "cannot be written");
}

}  // namespace

Token::Token(std::string secret) : secret_(std::move(secret)) {
  const bool fits = std::all_of(secret_.begin(), secret_.end(),
                                [](unsigned char c) { return c > 0x20 && c < 0x7F; });
  if (fits && secret_.size() <= kLongest) return;
  std::fill(secret_.begin(), secret_.end(), '\0');
  throw CloudError(CloudFault::Configuration,
                   fmt::format("the token holds blanks, other characters than ASCII's, or more "
                               "than {}; copy it again from D-Wave's dashboard.",
                               kLongest));
}

Token::~Token() {
  volatile char* const bytes = secret_.data();
  for (std::size_t b = 0; b < secret_.size(); ++b) bytes[b] = '\0';
}

std::string Token::hiddenIn(std::string text) const {
  if (empty()) return text;
  for (std::size_t at = text.find(secret_); at != std::string::npos; at = text.find(secret_, at)) {
    text.replace(at, secret_.size(), "***");
    at += 3;
  }
  return text;
}

void storeToken(const Token& token, const fs::path& file, const std::string& profile) {
  if (profile.empty() || profile.find_first_of("]\n\r") != std::string::npos) {
    throw CloudError(CloudFault::Configuration, "a profile's name cannot be empty or hold ].");
  }
  const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
  if (!fs::exists(folder)) {
    makeFolder(folder);
    std::error_code failed;
    fs::permissions(folder, fs::perms::owner_all, failed);
  }
  const std::string old = fs::exists(file) ? readFile(file, 1 << 20) : "";
  writePrivately(file, withToken(old, token, profile));
}

}  // namespace nudge
