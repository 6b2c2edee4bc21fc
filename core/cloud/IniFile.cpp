#include "core/cloud/IniFile.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "core/base/Text.h"
#include "core/cloud/CloudError.h"

namespace nudge {

namespace {

constexpr std::size_t kMostLines = 100'000;

constexpr std::string_view kBlanks = " \t\r\f";

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return result;
}

/// Takes the lines one by one.
class IniReader {
 public:
  explicit IniReader(const std::string& name) : name_(name) {}

  void take(std::string_view line) {
    if (++number_ > kMostLines) refuse("is one line too many for such a file");
    const std::string_view content = trimmed(line, kBlanks);
    if (content.empty() || content.front() == '#' || content.front() == ';') return;
    const bool indented = line.front() == ' ' || line.front() == '\t';
    if (indented && value_ != nullptr) {
      *value_ += '\n';
      *value_ += content;
    } else if (content.front() == '[') {
      open(content);
    } else {
      set(content);
    }
  }

  IniFile file;

 private:
  [[noreturn]] void refuse(const std::string& what) const {
    throw CloudError(CloudFault::Configuration,
                     fmt::format("{}: line {} {}.", name_, number_, what));
  }

  void open(std::string_view content) {
    const std::size_t end = content.find(']');
    if (end == std::string_view::npos) refuse("begins a section without a ]");
    const std::string title(content.substr(1, end - 1));
    if (title.empty() || !seen_.insert(title).second) {
      refuse("begins a section without a name, or one that is there already");
    }
    file.sections.emplace_back(title, Settings());
    value_ = nullptr;
  }

  void set(std::string_view content) {
    if (file.sections.empty()) refuse("stands before the first [section]");
    const std::size_t sign = content.find_first_of("=:");
    if (sign == std::string_view::npos || sign == 0) refuse("should be like key = value");
    const std::string key = lower(trimmed(content.substr(0, sign), kBlanks));
    const auto [at, isNew] = file.sections.back().second.emplace(
        key, std::string(trimmed(content.substr(sign + 1), kBlanks)));
    if (!isNew) refuse("sets a key for the second time in its section");
    value_ = &at->second;
  }

  const std::string& name_;
  std::size_t number_ = 0;
  std::string* value_ = nullptr;
  std::set<std::string> seen_;
};

}  // namespace

const Settings* IniFile::find(std::string_view name) const {
  for (const auto& [title, settings] : sections) {
    if (title == name) return &settings;
  }
  return nullptr;
}

Settings& IniFile::section(const std::string& name) {
  for (auto& [title, settings] : sections) {
    if (title == name) return settings;
  }
  return sections.emplace_back(name, Settings()).second;
}

IniFile parseIni(std::string_view text, const std::string& name) {
  text = withoutByteOrderMark(text);
  IniReader reader(name);
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    reader.take(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return std::move(reader.file);
}

}  // namespace nudge
