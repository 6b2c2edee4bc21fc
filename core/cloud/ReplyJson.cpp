#include "core/cloud/ReplyJson.h"

#include <algorithm>
#include <cmath>
#include <set>

#include <fmt/format.h>

#include "core/cloud/CloudError.h"

namespace nudge {

namespace {

constexpr int kDeepest = 64;
constexpr std::size_t kMostValues = 8'000'000;  // some hundred megabytes

/// Watches a parser, and throws Error at what only hostile or damaged data have.
class Watch {
 public:
  bool operator()(int depth, ReplyJson::parse_event_t event, ReplyJson& parsed) {
    using Event = ReplyJson::parse_event_t;
    if (depth > kDeepest) throw Error(fmt::format("nested deeper than {} levels", kDeepest));
    if (++values_ > kMostValues) throw Error(fmt::format("more than {} values", kMostValues));
    if (event == Event::object_start) open_.emplace_back();
    if (event == Event::object_end) open_.pop_back();
    if (event == Event::key && !open_.back().insert(parsed.get<std::string>()).second) {
      throw Error("a key stands twice in one object");
    }
    return true;
  }

 private:
  std::vector<std::set<std::string>> open_;
  std::size_t values_ = 0;
};

ReplyJson parsed(std::string_view text) {
  try {
    return ReplyJson::parse(text, Watch());
  } catch (const ReplyJson::parse_error& error) {
    throw Error(error.byte >= text.size() ? std::string("it is cut off")
                                          : fmt::format("byte {} is wrong", error.byte));
  } catch (const ReplyJson::exception&) {
    throw Error("a number is out of range");
  }
}

}  // namespace

ReplyJson parseReply(std::string_view text, const std::string& where) {
  try {
    return parsed(text);
  } catch (const Error& error) {
    throw CloudError(
        CloudFault::Reply,
        fmt::format("{}: not the JSON that should be there: {}; {} bytes that begin "
                    "\"{}\".",
                    where, error.what(), text.size(), cleaned(text.substr(0, 256), 60)));
  }
}

ReplyReader::ReplyReader(const ReplyJson& object, std::string where)
    : object_(object), where_(std::move(where)) {
  if (!object.is_object()) {
    throw CloudError(CloudFault::Reply, fmt::format("{}: should be an object, but is \"{}\".",
                                                    where_, object.type_name()));
  }
}

void ReplyReader::refuse(const char* key, const std::string& what) const {
  throw CloudError(CloudFault::Reply, fmt::format("{}: \"{}\" {}.", where_, key, what));
}

bool ReplyReader::has(const char* key) const {
  const auto found = object_.find(key);
  return found != object_.end() && !found->is_null();
}

const ReplyJson& ReplyReader::at(const char* key) const {
  const auto found = object_.find(key);
  if (found == object_.end()) refuse(key, "is missing");
  return *found;
}

std::string_view ReplyReader::longText(const char* key) const {
  const ReplyJson& value = at(key);
  if (!value.is_string()) refuse(key, "should be text");
  return value.get_ref<const std::string&>();
}

std::string ReplyReader::text(const char* key, std::size_t longest) const {
  const std::string_view value = longText(key);
  if (value.size() > longest) refuse(key, fmt::format("is longer than {} bytes", longest));
  return std::string(value);
}

double ReplyReader::number(const char* key) const {
  const ReplyJson& value = at(key);
  if (!value.is_number()) refuse(key, "should be a number");
  const double number = value.get<double>();
  if (!std::isfinite(number)) refuse(key, "should be a finite number");
  return number;
}

std::int64_t ReplyReader::integer(const char* key, std::int64_t least, std::int64_t most) const {
  const ReplyJson& value = at(key);
  const auto outOfRange = [&] {
    refuse(key, fmt::format("should be a whole number from {} to {}", least, most));
  };
  if (!value.is_number_integer()) outOfRange();
  if (value.is_number_unsigned() &&
      value.get<std::uint64_t>() > static_cast<std::uint64_t>(std::max<std::int64_t>(most, 0))) {
    outOfRange();
  }
  const auto number = value.get<std::int64_t>();
  if (number < least || number > most) outOfRange();
  return number;
}

std::vector<double> ReplyReader::numbers(const char* key, std::size_t most) const {
  const ReplyJson& list = at(key);
  if (!list.is_array()) refuse(key, "should be a list of numbers");
  if (list.size() > most) refuse(key, fmt::format("has more than {} entries", most));
  std::vector<double> values;
  values.reserve(list.size());
  for (const ReplyJson& entry : list) {
    if (!entry.is_number() || !std::isfinite(entry.get<double>())) {
      refuse(key, "should be a list of numbers");
    }
    values.push_back(entry.get<double>());
  }
  return values;
}

std::vector<std::string> ReplyReader::texts(const char* key, std::size_t most) const {
  const ReplyJson& list = at(key);
  if (!list.is_array()) refuse(key, "should be a list of texts");
  if (list.size() > most) refuse(key, fmt::format("has more than {} entries", most));
  std::vector<std::string> values;
  for (const ReplyJson& entry : list) {
    if (!entry.is_string()) refuse(key, "should be a list of texts");
    values.push_back(entry.get<std::string>());
  }
  return values;
}

}  // namespace nudge
