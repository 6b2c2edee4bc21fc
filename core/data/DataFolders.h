#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace nudge {

/// Where a data set's downloads go: nudge/`name` in $XDG_DATA_HOME or ~/.local/share. Throws Error
/// when neither that nor $HOME is set.
std::filesystem::path downloadFolder(const std::string& name);

/// The folder that the environment variable NUDGE_DATA names; none when it names none.
std::optional<std::filesystem::path> givenDataFolder();

/// The folders in which a data set is looked for, in order: $NUDGE_DATA, those of its sub-folders
/// that are called like one of `names`, and downloadFolder(names.front()) where there is one.
std::vector<std::filesystem::path> dataFolders(const std::vector<std::string>& names);

/// The first of the folders that has what is wanted.
std::optional<std::filesystem::path> firstFolder(
    const std::vector<std::filesystem::path>& folders,
    const std::function<bool(const std::filesystem::path&)>& hasAll);

/// The folders, for a message that says where was looked: "a, b", or "no folder".
std::string foldersInWords(const std::vector<std::filesystem::path>& folders);

}  // namespace nudge
