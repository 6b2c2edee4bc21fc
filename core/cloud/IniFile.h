#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace nudge {

/// Settings by key.
using Settings = std::map<std::string, std::string>;

/// A file of `[section]`s with lines `key = value` or `key: value`, as Python's configparser reads
/// them: keys in any case, comments behind # or ; at the beginning of a line, indented lines go on
/// with the value before.
struct IniFile {
  std::vector<std::pair<std::string, Settings>> sections;  ///< in the order of the file

  const Settings* find(std::string_view name) const;
  Settings& section(const std::string& name);
};

/// Throws CloudError (Configuration) naming `name` and the line; the line's value is not repeated,
/// as it may be a secret.
IniFile parseIni(std::string_view text, const std::string& name);

}  // namespace nudge
