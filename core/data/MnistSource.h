#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/data/Dataset.h"
#include "core/data/Download.h"

namespace nudge {

/// Where MNIST (Y. LeCun, C. Cortes, C. Burges) comes from, and what its files are.
struct MnistOrigin {
  std::vector<std::string> mirrors;  ///< addresses that end in "/", tried in order
  /// SHA-256 of the gzip files: training images, training labels, test images, test labels.
  std::array<std::string, 4> sha256;

  static const MnistOrigin& original();
};

/// The folders that are looked in, in order: $NUDGE_DATA, its "mnist", and the user's own,
/// mnistFolder().
std::vector<std::filesystem::path> mnistFolders();

/// Where downloads go: nudge/mnist in $XDG_DATA_HOME or ~/.local/share. Throws Error when neither
/// that nor $HOME is set.
std::filesystem::path mnistFolder();

/// The first of mnistFolders() that has all four files, plain or with ".gz".
std::optional<std::filesystem::path> findMnist();

/// MNIST from a folder with the four files, plain or gzip: 28 × 28 grey images of ten classes,
/// 60,000 to train and 10,000 to test on. Throws Error when a file is missing or wrong.
Dataset loadMnist(const std::filesystem::path& folder);

/// The same from findMnist(). Throws Error that says how to get it when it isn't there.
Dataset loadMnist();

/// Downloads what is missing or unreadable of the four files into `folder`. `progress` is told the
/// bytes of all four together. Throws Error as download() does when no mirror can help.
void fetchMnist(const std::filesystem::path& folder, const DownloadProgress& progress = {},
                const MnistOrigin& origin = MnistOrigin::original());

}  // namespace nudge
