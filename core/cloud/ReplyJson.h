#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

namespace nudge {

using ReplyJson = nlohmann::json;

/// JSON that came over the network: no deeper than 64, no key twice in an object. Throws CloudError
/// (Reply) beginning with `where`.
ReplyJson parseReply(std::string_view text, const std::string& where);

/// Reads the members of an object of a reply; every failure is a CloudError (Reply) that names
/// `where` and the member.
class ReplyReader {
 public:
  /// Throws unless `object` is an object, which must outlive the reader.
  ReplyReader(const ReplyJson& object, std::string where);

  const std::string& where() const { return where_; }
  /// Whether the member is there and not null.
  bool has(const char* key) const;
  const ReplyJson& at(const char* key) const;

  std::string text(const char* key, std::size_t longest = 4096) const;
  /// Without copying what may be megabytes.
  std::string_view longText(const char* key) const;
  /// Finite.
  double number(const char* key) const;
  std::int64_t integer(const char* key, std::int64_t least, std::int64_t most) const;
  std::vector<double> numbers(const char* key, std::size_t most) const;
  std::vector<std::string> texts(const char* key, std::size_t most) const;

  /// `fallback` where the member is absent or null.
  std::string text(const char* key, const std::string& fallback) const {
    return has(key) ? text(key) : fallback;
  }
  double number(const char* key, double fallback) const {
    return has(key) ? number(key) : fallback;
  }
  std::int64_t integer(const char* key, std::int64_t least, std::int64_t most,
                       std::int64_t fallback) const {
    return has(key) ? integer(key, least, most) : fallback;
  }

  [[noreturn]] void refuse(const char* key, const std::string& what) const;

 private:
  const ReplyJson& object_;
  std::string where_;
};

}  // namespace nudge
