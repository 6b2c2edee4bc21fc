#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/data/Dataset.h"
#include "core/data/Download.h"

namespace nudge {

/// Where CIFAR-10 (A. Krizhevsky, V. Nair, G. Hinton) comes from, and what its archive is.
struct CifarOrigin {
  std::vector<std::string> mirrors;  ///< addresses that end in "/", tried in order
  std::string sha256;                ///< of cifar-10-binary.tar.gz

  static const CifarOrigin& original();
};

/// The folders that are looked in, in order: $NUDGE_DATA; its "cifar10" and "cifar-10-batches-bin";
/// its other sub-folders, in the order of their names; and the user's own, cifarFolder().
std::vector<std::filesystem::path> cifarFolders();

/// Where downloads go: nudge/cifar10 in $XDG_DATA_HOME or ~/.local/share. Throws Error when neither
/// that nor $HOME is set.
std::filesystem::path cifarFolder();

/// The first of cifarFolders() that has test_batch.bin and at least one data_batch_N.bin.
std::optional<std::filesystem::path> findCifar();

/// CIFAR-10 from a folder with files of its binary version: test_batch.bin and every
/// data_batch_N.bin that is there, in the order of N. The original has N = 1 … 5 with 10,000 images
/// each; 3 × 32 × 32 bytes an image, ten classes. Throws Error when a file is missing or wrong.
Dataset loadCifar(const std::filesystem::path& folder);

/// The same from findCifar(). Throws Error that says how to get it when it isn't there.
Dataset loadCifar();

/// Downloads cifar-10-binary.tar.gz (170 MB) into `folder` unless all six files are there and can
/// be read; verifies it, takes the files out (184 MB) and deletes it. `progress` is told the bytes
/// of the archive. Throws Error as download() does, and when the archive does not hold the files.
void fetchCifar(const std::filesystem::path& folder, const DownloadProgress& progress = {},
                const CifarOrigin& origin = CifarOrigin::original());

}  // namespace nudge
