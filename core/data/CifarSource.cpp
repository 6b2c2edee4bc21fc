#include "core/data/CifarSource.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <span>

#include <fmt/format.h>

#include "core/base/AtomicFile.h"
#include "core/base/Error.h"
#include "core/data/CifarReader.h"
#include "core/data/DataFolders.h"
#include "core/data/Gzip.h"
#include "core/data/Sha256.h"
#include "core/data/TarReader.h"

namespace nudge {

namespace fs = std::filesystem;

namespace {

constexpr const char* kTest = "test_batch.bin";
constexpr const char* kArchive = "cifar-10-binary.tar.gz";
constexpr const char* kArchiveFolder = "cifar-10-batches-bin/";
constexpr std::array<const char*, 6> kOriginals{"data_batch_1.bin", "data_batch_2.bin",
                                                "data_batch_3.bin", "data_batch_4.bin",
                                                "data_batch_5.bin", kTest};
constexpr std::uintmax_t kLargestArchive = 256U << 20;  // the original has 162 MiB,
constexpr std::size_t kLargestUnpacked = 256U << 20;    // and 176 unpacked

/// N of "data_batch_N.bin"; 0 for other names.
int batchNumber(const std::string& name) {
  constexpr std::string_view kBegin = "data_batch_", kEnd = ".bin";
  if (!name.starts_with(kBegin) || !name.ends_with(kEnd)) return 0;
  const char* last = name.data() + name.size() - kEnd.size();
  int number = 0;
  const auto [end, status] = std::from_chars(name.data() + kBegin.size(), last, number);
  return status == std::errc() && end == last ? number : 0;
}

/// The training files of a folder by their number; none of a folder that cannot be read.
std::map<int, fs::path> batchesIn(const fs::path& folder) {
  std::map<int, fs::path> found;
  std::error_code ignored;
  for (fs::directory_iterator entry(folder, ignored), end; entry != end; entry.increment(ignored)) {
    const int number = batchNumber(entry->path().filename().string());
    if (number > 0 && entry->is_regular_file(ignored)) found.emplace(number, entry->path());
  }
  return found;
}

bool hasCifar(const fs::path& folder) {
  std::error_code ignored;
  return fs::is_regular_file(folder / kTest, ignored) && !batchesIn(folder).empty();
}

std::vector<fs::path> subFolders(const fs::path& folder) {
  std::vector<fs::path> found;
  std::error_code ignored;
  for (fs::directory_iterator entry(folder, ignored), end; entry != end; entry.increment(ignored)) {
    if (entry->is_directory(ignored)) found.push_back(entry->path());
  }
  std::sort(found.begin(), found.end());
  return found;
}

bool isGood(const fs::path& file) {
  std::error_code ignored;
  if (!fs::is_regular_file(file, ignored)) return false;
  try {
    readCifar(file);
    return true;
  } catch (const Error&) {
    return false;
  }
}

void append(ImageSet& set, const ImageSet& more) {
  set.pixels.insert(set.pixels.end(), more.pixels.begin(), more.pixels.end());
  set.labels.insert(set.labels.end(), more.labels.begin(), more.labels.end());
}

std::string unpackedArchive(const fs::path& archive) {
  const std::string packed = readFile(archive, kLargestArchive);
  return gunzip(std::as_bytes(std::span(packed)), archive.string(), kLargestUnpacked);
}

/// Writes the six files into the archive's folder, each checked before.
void unpack(const fs::path& archive) {
  const std::string plain = unpackedArchive(archive);
  const std::vector<TarMember> members =
      parseTar(std::as_bytes(std::span(plain)), archive.string());
  for (const char* name : kOriginals) {
    const std::string path = std::string(kArchiveFolder) + name;
    const auto member = std::find_if(members.begin(), members.end(),
                                     [&](const TarMember& one) { return one.name == path; });
    if (member == members.end()) {
      throw Error(fmt::format(
          "{}: has no {}; it is not the binary version of CIFAR-10. Delete it and run `nudge data "
          "fetch cifar10` again.",
          archive.string(), path));
    }
    parseCifar(member->content, fmt::format("{}: {}", archive.string(), path));
    writeFileAtomically(
        archive.parent_path() / name,
        {reinterpret_cast<const char*>(member->content.data()), member->content.size()});
  }
}

bool isArchive(const fs::path& archive, const std::string& sha256) {
  std::error_code ignored;
  return fs::is_regular_file(archive, ignored) && sha256OfFile(archive) == sha256;
}

}  // namespace

const CifarOrigin& CifarOrigin::original() {
  static const CifarOrigin origin{
      {"https://www.cs.toronto.edu/~kriz/"},
      "c4a38c50a1bc5f3a1c5537f2155ab9d68f9f25eb1ed8d9ddda3db29a59bca1dd"};
  return origin;
}

fs::path cifarFolder() { return downloadFolder("cifar10"); }

std::vector<fs::path> cifarFolders() {
  const std::vector<std::string> names{"cifar10", "cifar-10-batches-bin"};
  std::vector<fs::path> folders = dataFolders(names);
  if (const auto given = givenDataFolder()) {
    auto place = folders.begin() + 1 + static_cast<std::ptrdiff_t>(names.size());
    for (const fs::path& folder : subFolders(*given)) {
      if (!hasCifar(folder) || std::find(folders.begin(), place, folder) != place) continue;
      place = folders.insert(place, folder) + 1;
    }
  }
  return folders;
}

std::optional<fs::path> findCifar() { return firstFolder(cifarFolders(), hasCifar); }

Dataset loadCifar(const fs::path& folder) {
  const std::map<int, fs::path> batches = batchesIn(folder);
  if (batches.empty()) {
    throw Error(fmt::format("{}: has no data_batch_1.bin; `nudge data fetch cifar10` downloads it.",
                            folder.string()));
  }
  Dataset data;
  data.name = "CIFAR-10";
  data.classes = 10;
  for (const auto& [number, path] : batches) {
    ImageSet batch = readCifar(path);
    if (data.train.count() == 0) {
      data.train = std::move(batch);
      data.train.pixels.reserve(data.train.pixels.size() * batches.size());
    } else {
      append(data.train, batch);
    }
  }
  data.test = readCifar(folder / kTest);
  return data;
}

Dataset loadCifar() {
  if (const auto folder = findCifar()) return loadCifar(*folder);
  throw Error(fmt::format(
      "CIFAR-10 is not here (looked in {}). Download it with `nudge data fetch cifar10`, or set "
      "NUDGE_DATA to a folder with data_batch_1.bin … data_batch_5.bin and test_batch.bin of its "
      "binary version.",
      foldersInWords(cifarFolders())));
}

void fetchCifar(const fs::path& folder, const DownloadProgress& progress,
                const CifarOrigin& origin) {
  if (std::all_of(kOriginals.begin(), kOriginals.end(),
                  [&](const char* name) { return isGood(folder / name); })) {
    return;
  }
  const fs::path archive = folder / kArchive;
  if (!isArchive(archive, origin.sha256)) {
    Download wanted{.url = kArchive, .target = archive, .sha256 = origin.sha256};
    wanted.largest = kLargestArchive;
    wanted.byHand = fmt::format(
        "put it at {} and give the same command again, or unpack it into a folder that the "
        "environment variable NUDGE_DATA names",
        archive.string());
    downloadFromAny(origin.mirrors, wanted, progress);
  }
  unpack(archive);
  std::error_code ignored;  // only costs room
  fs::remove(archive, ignored);
}

}  // namespace nudge
