#include "core/data/MnistSource.h"

#include <algorithm>
#include <span>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/base/AtomicFile.h"
#include "core/base/Error.h"
#include "core/data/DataFolders.h"
#include "core/data/IdxReader.h"

namespace nudge {

namespace fs = std::filesystem;

namespace {

constexpr std::array<const char*, 4> kNames{"train-images-idx3-ubyte", "train-labels-idx1-ubyte",
                                            "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"};
constexpr int kImageSide = 28;
constexpr int kImageClasses = 10;
constexpr std::uintmax_t kLargestIdx = 64U << 20;  // six times the largest, packed

/// The file of that name, unpacked or packed.
std::optional<fs::path> fileIn(const fs::path& folder, const std::string& name) {
  std::error_code ignored;
  for (const fs::path& path : {folder / name, folder / (name + ".gz")}) {
    if (fs::is_regular_file(path, ignored)) return path;
  }
  return std::nullopt;
}

fs::path neededFile(const fs::path& folder, const std::string& name) {
  if (auto path = fileIn(folder, name)) return *path;
  throw Error(fmt::format("{}: has neither {} nor {}.gz; `nudge data fetch mnist` downloads it.",
                          folder.string(), name, name));
}

ImageSet readPart(const fs::path& folder, const std::string& images, const std::string& labels) {
  const fs::path path = neededFile(folder, images);
  ImageSet set = readIdx(path, neededFile(folder, labels), kImageClasses);
  if (set.width != kImageSide || set.height != kImageSide) {
    throw Error(fmt::format("{}: its images are {} × {}; MNIST's are {} × {}.", path.string(),
                            set.width, set.height, kImageSide, kImageSide));
  }
  return set;
}

/// Whether the folder has the file and it can be read; a user's own need not be the original bytes.
bool isGood(const fs::path& folder, std::size_t index) {
  const auto path = fileIn(folder, kNames.at(index));
  if (!path) return false;
  try {
    const std::string content = readFile(*path, std::uintmax_t{1} << 30);
    const auto bytes = std::as_bytes(std::span(content));
    if (index % 2 == 0) {
      parseIdxImages(bytes, path->string());
    } else {
      parseIdxLabels(bytes, path->string(), kImageClasses);
    }
    return true;
  } catch (const Error&) {
    return false;
  }
}

}  // namespace

const MnistOrigin& MnistOrigin::original() {
  static const MnistOrigin origin{
      {"https://ossci-datasets.s3.amazonaws.com/mnist/",
       "https://storage.googleapis.com/cvdf-datasets/mnist/"},
      {"440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609",
       "3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c",
       "8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6",
       "f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6"}};
  return origin;
}

fs::path mnistFolder() { return downloadFolder("mnist"); }

std::vector<fs::path> mnistFolders() { return dataFolders({"mnist"}); }

std::optional<fs::path> findMnist() {
  return firstFolder(mnistFolders(), [](const fs::path& folder) {
    return std::all_of(kNames.begin(), kNames.end(),
                       [&](const char* name) { return fileIn(folder, name).has_value(); });
  });
}

Dataset loadMnist(const fs::path& folder) {
  Dataset data;
  data.name = "MNIST";
  data.classes = kImageClasses;
  data.train = readPart(folder, kNames[0], kNames[1]);
  data.test = readPart(folder, kNames[2], kNames[3]);
  return data;
}

Dataset loadMnist() {
  if (const auto folder = findMnist()) return loadMnist(*folder);
  throw Error(fmt::format(
      "MNIST is not here (looked in {}). Download it with `nudge data fetch mnist`, or set "
      "NUDGE_DATA to a folder with {}, plain or .gz.",
      foldersInWords(mnistFolders()), fmt::join(kNames, ", ")));
}

void fetchMnist(const fs::path& folder, const DownloadProgress& progress,
                const MnistOrigin& origin) {
  // Sizes of the originals, for a bar that runs once through all four.
  constexpr std::array<std::uintmax_t, 4> kBytes{9'912'422, 28'881, 1'648'877, 4'542};
  std::uintmax_t before = 0, all = 0;
  for (const std::uintmax_t bytes : kBytes) all += bytes;
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    if (!isGood(folder, i)) {
      const std::string file = std::string(kNames.at(i)) + ".gz";
      Download wanted{.url = file, .target = folder / file, .sha256 = origin.sha256.at(i)};
      wanted.largest = kLargestIdx;
      downloadFromAny(origin.mirrors, wanted, [&](std::uintmax_t done, std::uintmax_t) {
        return !progress || progress(before + std::min(done, kBytes.at(i)), all);
      });
      // A plain file of that name is unreadable, or there had been no download, and comes first.
      std::error_code ignored;
      if (fs::exists(folder / kNames.at(i), ignored)) {
        fs::rename(folder / kNames.at(i), folder / (std::string(kNames.at(i)) + ".unreadable"),
                   ignored);
      }
    }
    before += kBytes.at(i);
    if (progress && !progress(before, all)) throw Cancelled();
  }
}

}  // namespace nudge
