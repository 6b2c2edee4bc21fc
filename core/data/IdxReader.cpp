#include "core/data/IdxReader.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/base/AtomicFile.h"
#include "core/base/Error.h"
#include "core/data/Gzip.h"

namespace nudge {

namespace {

constexpr std::size_t kLimit = std::size_t{1} << 30;
constexpr unsigned kUnsignedBytes = 0x08;
constexpr std::size_t kLargestSide = 4096;

/// What an IDX file holds: the sizes of its dimensions and the bytes behind the header.
struct Idx {
  std::vector<std::size_t> sizes;
  std::span<const std::byte> data;
};

unsigned byteAt(std::span<const std::byte> content, std::size_t index) {
  return std::to_integer<unsigned>(content[index]);
}

void checkMagic(std::span<const std::byte> content, const std::string& name, unsigned dimensions) {
  if (content.size() < 4) {
    throw Error(
        fmt::format("{}: has {} bytes only; an IDX file begins with 4 bytes that say what "
                    "it holds.",
                    name, content.size()));
  }
  if (byteAt(content, 0) != 0 || byteAt(content, 1) != 0) {
    throw Error(
        fmt::format("{}: bytes 0 and 1 are {:02x} {:02x} where an IDX file has 00 00; it "
                    "is of another kind.",
                    name, byteAt(content, 0), byteAt(content, 1)));
  }
  if (byteAt(content, 2) != kUnsignedBytes) {
    throw Error(
        fmt::format("{}: byte 2 gives the values' type as {:02x}; only 08, unsigned bytes, "
                    "can be read.",
                    name, byteAt(content, 2)));
  }
  const unsigned found = byteAt(content, 3);
  if (found != dimensions) {
    const bool swapped = dimensions + found == 4;  // one dimension for three, or the reverse
    throw Error(fmt::format("{}: byte 3 says {} dimension{}, but {} have {}.{}", name, found,
                            found == 1 ? "" : "s", dimensions == 3 ? "images" : "labels",
                            dimensions, swapped ? " Have images and labels been exchanged?" : ""));
  }
}

Idx parseHeader(std::span<const std::byte> content, const std::string& name, unsigned dimensions) {
  checkMagic(content, name, dimensions);
  const std::size_t header = 4 + std::size_t{4} * dimensions;
  if (content.size() < header) {
    throw Error(
        fmt::format("{}: ends at byte {} within its header of {} bytes. Copy or download "
                    "the file again.",
                    name, content.size(), header));
  }
  Idx idx;
  for (std::size_t at = 4; at < header; at += 4) {
    idx.sizes.push_back(std::size_t{byteAt(content, at)} << 24 |
                        std::size_t{byteAt(content, at + 1)} << 16 |
                        std::size_t{byteAt(content, at + 2)} << 8 | byteAt(content, at + 3));
  }
  idx.data = content.subspan(header);
  return idx;
}

void checkLength(const Idx& idx, const std::string& name, std::size_t limit) {
  std::size_t expected = 1;
  for (const std::size_t size : idx.sizes) {
    if (size == 0) throw Error(fmt::format("{}: holds nothing: one of its sizes is 0.", name));
    if (size > limit / expected) {
      throw Error(
          fmt::format("{}: its header announces more than {} bytes, more than such a file "
                      "can hold.",
                      name, limit));
    }
    expected *= size;
  }
  if (idx.data.size() != expected) {
    throw Error(fmt::format(
        "{}: has {} bytes behind its header, {} {} than the {} it announces. "
        "Copy or download the file again.",
        name, idx.data.size(),
        idx.data.size() < expected ? expected - idx.data.size() : idx.data.size() - expected,
        idx.data.size() < expected ? "fewer" : "more", expected));
  }
}

/// Calls `parse` with the content, unpacked if it needs to be.
template <class Parse>
auto unpacked(std::span<const std::byte> content, const std::string& name, std::size_t limit,
              Parse parse) {
  if (!isGzip(content)) return parse(content);
  const std::string plain = gunzip(content, name, limit);
  return parse(std::as_bytes(std::span(plain)));
}

std::vector<std::uint8_t> bytesOf(std::span<const std::byte> data) {
  const auto* first = reinterpret_cast<const std::uint8_t*>(data.data());
  return {first, first + data.size()};
}

}  // namespace

ImageSet parseIdxImages(std::span<const std::byte> content, const std::string& name,
                        std::size_t limit) {
  return unpacked(content, name, limit, [&](std::span<const std::byte> plain) {
    const Idx idx = parseHeader(plain, name, 3);
    if (idx.sizes[1] > kLargestSide || idx.sizes[2] > kLargestSide) {
      throw Error(
          fmt::format("{}: its images are {} rows by {} columns; at most {} each can be "
                      "read.",
                      name, idx.sizes[1], idx.sizes[2], kLargestSide));
    }
    checkLength(idx, name, limit);
    ImageSet set;
    set.height = static_cast<int>(idx.sizes[1]);
    set.width = static_cast<int>(idx.sizes[2]);
    set.pixels = bytesOf(idx.data);
    return set;
  });
}

std::vector<std::uint8_t> parseIdxLabels(std::span<const std::byte> content,
                                         const std::string& name, int classes, std::size_t limit) {
  return unpacked(content, name, limit, [&](std::span<const std::byte> plain) {
    const Idx idx = parseHeader(plain, name, 1);
    checkLength(idx, name, limit);
    std::vector<std::uint8_t> labels = bytesOf(idx.data);
    const auto wrong = std::find_if(labels.begin(), labels.end(),
                                    [&](std::uint8_t label) { return label >= classes; });
    if (wrong != labels.end()) {
      throw Error(fmt::format("{}: label {} (counted from 0) is {}; labels go from 0 to {}.", name,
                              wrong - labels.begin(), *wrong, classes - 1));
    }
    return labels;
  });
}

ImageSet readIdx(const std::filesystem::path& images, const std::filesystem::path& labels,
                 int classes) {
  ImageSet set;
  {
    const std::string content = readFile(images, kLimit);
    set = parseIdxImages(std::as_bytes(std::span(content)), images.string());
  }
  const std::string content = readFile(labels, kLimit);
  set.labels = parseIdxLabels(std::as_bytes(std::span(content)), labels.string(), classes);
  const std::size_t found = set.pixels.size() / set.imageSize();
  if (found != set.count()) {
    throw Error(
        fmt::format("{}: holds {} labels, but {} holds {} images; the two do not belong "
                    "together.",
                    labels.string(), set.count(), images.string(), found));
  }
  return set;
}

}  // namespace nudge
