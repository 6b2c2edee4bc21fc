#include "core/data/DataFolders.h"

#include <algorithm>
#include <cstdlib>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/base/Error.h"

namespace nudge {

namespace fs = std::filesystem;

namespace {

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

}  // namespace

fs::path downloadFolder(const std::string& name) {
  // The XDG specification has relative paths ignored.
  const fs::path data = environment("XDG_DATA_HOME");
  if (data.is_absolute()) return data / "nudge" / name;
  const fs::path home = environment("HOME");
  if (home.is_absolute()) return home / ".local" / "share" / "nudge" / name;
  throw Error(
      "There is no place for data sets: neither XDG_DATA_HOME nor HOME is set. Set one of them, or "
      "NUDGE_DATA to a folder that has the data.");
}

std::optional<fs::path> givenDataFolder() {
  const std::string given = environment("NUDGE_DATA");
  return given.empty() ? std::nullopt : std::optional<fs::path>(given);
}

std::vector<fs::path> dataFolders(const std::vector<std::string>& names) {
  std::vector<fs::path> folders;
  if (const auto given = givenDataFolder()) {
    folders.push_back(*given);
    for (const std::string& name : names) folders.push_back(*given / name);
  }
  try {
    folders.push_back(downloadFolder(names.front()));
  } catch (const Error&) {
    // Nowhere to look: NUDGE_DATA may do.
  }
  return folders;
}

std::optional<fs::path> firstFolder(const std::vector<fs::path>& folders,
                                    const std::function<bool(const fs::path&)>& hasAll) {
  const auto found = std::find_if(folders.begin(), folders.end(), hasAll);
  return found == folders.end() ? std::nullopt : std::optional(*found);
}

std::string foldersInWords(const std::vector<fs::path>& folders) {
  if (folders.empty()) return "no folder";
  std::vector<std::string> names;
  names.reserve(folders.size());
  for (const fs::path& folder : folders) names.push_back(folder.string());
  return fmt::format("{}", fmt::join(names, ", "));
}

}  // namespace nudge
