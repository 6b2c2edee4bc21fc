#include "core/data/CifarReader.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/base/AtomicFile.h"
#include "core/base/Error.h"

namespace nudge {

namespace {

constexpr int kSide = 32;
constexpr int kChannels = 3;
constexpr unsigned kClasses = 10;
constexpr std::uintmax_t kLargestFile = 100'000 * kCifarRecord;  // ten times the original's

void checkSize(std::size_t bytes, const std::string& name, std::size_t most) {
  if (bytes == 0) {
    throw Error(fmt::format("{}: is empty; a CIFAR-10 file holds {} bytes for each image. {}", name,
                            kCifarRecord, "Copy or download the file again."));
  }
  if (bytes > most * kCifarRecord) {
    throw Error(
        fmt::format("{}: has {} bytes, more than {} images of CIFAR-10; it is of another "
                    "kind.",
                    name, bytes, most));
  }
  if (bytes % kCifarRecord != 0) {
    throw Error(
        fmt::format("{}: has {} bytes, {} images and {} bytes more; the binary version of CIFAR-10 "
                    "has {} bytes for each image. It is of another kind or cut off.",
                    name, bytes, bytes / kCifarRecord, bytes % kCifarRecord, kCifarRecord));
  }
}

}  // namespace

ImageSet parseCifar(std::span<const std::byte> content, const std::string& name, std::size_t most) {
  checkSize(content.size(), name, most);
  const std::size_t count = content.size() / kCifarRecord;
  ImageSet set;
  set.width = set.height = kSide;
  set.channels = kChannels;
  set.labels.resize(count);
  set.pixels.resize(count * set.imageSize());
  for (std::size_t i = 0; i < count; ++i) {
    const auto record = content.subspan(i * kCifarRecord, kCifarRecord);
    const auto label = std::to_integer<unsigned>(record.front());
    if (label >= kClasses) {
      throw Error(
          fmt::format("{}: label {} (counted from 0) is {}; labels of CIFAR-10 go from 0 to {}. "
                      "Is it the binary version of CIFAR-10?",
                      name, i, label, kClasses - 1));
    }
    set.labels[i] = static_cast<std::uint8_t>(label);
    std::transform(record.begin() + 1, record.end(),
                   set.pixels.begin() + static_cast<std::ptrdiff_t>(i * set.imageSize()),
                   [](std::byte pixel) { return std::to_integer<std::uint8_t>(pixel); });
  }
  return set;
}

ImageSet readCifar(const std::filesystem::path& path) {
  const std::string content = readFile(path, kLargestFile);
  return parseCifar(std::as_bytes(std::span(content)), path.string());
}

}  // namespace nudge
