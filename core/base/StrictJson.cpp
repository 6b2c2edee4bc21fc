#include "core/base/StrictJson.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/base/Error.h"

namespace nudge {

namespace {

constexpr int kDeepest = 64;

struct Place {
  std::size_t line = 1, column = 1;
};

Place placeOf(std::string_view text, std::size_t byte) {
  const std::string_view before = text.substr(0, std::min(byte, text.size()));
  const std::size_t lineStart = before.rfind('\n');
  return {1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')),
          lineStart == std::string_view::npos ? before.size() : before.size() - lineStart - 1};
}

}  // namespace

Json parseJson(std::string_view text, const std::string& where) {
  std::vector<std::set<std::string>> open;
  const auto watch = [&](int depth, Json::parse_event_t event, Json& parsed) {
    if (depth > kDeepest) {
      throw Error(fmt::format("{}: is nested deeper than {} levels.", where, kDeepest));
    }
    if (event == Json::parse_event_t::object_start) open.emplace_back();
    if (event == Json::parse_event_t::object_end) open.pop_back();
    if (event == Json::parse_event_t::key) {
      const std::string key = parsed.get<std::string>();
      if (!open.back().insert(key).second) {
        throw Error(
            fmt::format("{}: the key \"{}\" stands twice in one object; keep one.", where, key));
      }
    }
    return true;
  };
  try {
    return Json::parse(text, watch);
  } catch (const Json::parse_error& error) {
    const Place place = placeOf(text, error.byte);
    throw Error(
        fmt::format("{}: is not valid JSON at line {}, column {}; the file may be cut off or "
                    "was edited by hand.",
                    where, place.line, place.column));
  } catch (const Json::exception&) {
    throw Error(fmt::format("{}: holds a number that is out of range.", where));
  }
}

void checkFormat(const Json& document, const DocumentFormat& format, const std::string& where) {
  if (!document.is_object() || !document.contains("format") ||
      document["format"] != format.format) {
    throw Error(fmt::format("{}: is no {} of Nudge; it needs \"format\": \"{}\".", where,
                            format.what, format.format));
  }
  if (!document.contains("version") || !document["version"].is_number_integer() ||
      document["version"] < 1) {
    throw Error(fmt::format("{}: needs \"version\": {}.", where, format.version));
  }
  if (document["version"] > format.version) {
    throw Error(
        fmt::format("{}: was written in version {} of the format, this program reads version {}; "
                    "install a newer Nudge to open it.",
                    where, document["version"].dump(), format.version));
  }
}

void checkKeys(const Json& object, const std::vector<std::string>& known,
               const std::string& where) {
  for (const auto& [key, value] : object.items()) {
    if (std::find(known.begin(), known.end(), key) == known.end()) unknownKey(where, key, known);
  }
}

void unknownKey(const std::string& where, const std::string& key,
                const std::vector<std::string>& known) {
  const std::string nearest = nearestName(key, known);
  const std::string hint = nearest.empty() ? fmt::format("known are {}", fmt::join(known, ", "))
                                           : fmt::format("did you mean \"{}\"?", nearest);
  throw Error(fmt::format("{}: the key \"{}\" is unknown; {}", where, key, hint));
}

}  // namespace nudge
