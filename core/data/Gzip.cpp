#include "core/data/Gzip.h"

#include <algorithm>
#include <limits>

#include <fmt/format.h>

#include "core/base/AtomicFile.h"
#include "core/data/Inflater.h"

namespace nudge {

namespace {

[[noreturn]] void refuse(const std::string& name, std::size_t at, const std::string& what) {
  throw Error(fmt::format("{}: at byte {} the gzip data {}. Copy or download the file again.", name,
                          at, what));
}

/// Bytes that the last part says it unpacks to; no more than so many could be packed in it.
std::size_t announcedSize(std::span<const std::byte> content) {
  constexpr std::size_t kTrailer = 4, kMostPacked = 1032;
  if (content.size() < kTrailer) return 0;
  std::uint32_t size = 0;
  for (std::size_t k = 0; k < kTrailer; ++k)
    size |= std::to_integer<std::uint32_t>(content[content.size() - kTrailer + k]) << (8 * k);
  return std::min<std::size_t>(size, kMostPacked * content.size());
}

}  // namespace

bool isGzip(std::span<const std::byte> content) {
  return content.size() >= 2 && content[0] == std::byte{0x1f} && content[1] == std::byte{0x8b};
}

std::string gunzip(std::span<const std::byte> content, const std::string& name, std::size_t limit) {
  Inflater inflater(Inflater::kGzip);
  z_stream& stream = inflater.stream();
  std::string result;
  result.reserve(std::min(limit, announcedSize(content)));
  std::string piece(1 << 18, '\0');
  std::size_t given = 0;
  const auto position = [&] { return given - stream.avail_in; };
  while (true) {
    if (stream.avail_in == 0) {
      // zlib counts in 32 bits.
      const std::size_t next = std::min<std::size_t>(content.size() - given, 1U << 30);
      stream.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(content.data() + given));
      stream.avail_in = static_cast<uInt>(next);
      given += next;
    }
    stream.next_out = reinterpret_cast<Bytef*>(piece.data());
    stream.avail_out = static_cast<uInt>(piece.size());
    const int status = inflate(&stream, Z_NO_FLUSH);
    const std::size_t produced = piece.size() - stream.avail_out;
    if (produced > limit - result.size()) {
      throw Error(fmt::format("{}: unpacks to more than {} bytes, more than such a file can hold.",
                              name, limit));
    }
    result.append(piece, 0, produced);
    if (status == Z_STREAM_END) {
      if (position() == content.size()) return result;
      if (!isGzip(content.subspan(position()))) {
        refuse(name, position(), "ends, but the file goes on with something else");
      }
      if (inflateReset(&stream) != Z_OK) refuse(name, position(), "cannot be read further");
    } else if (status == Z_BUF_ERROR && position() == content.size()) {
      refuse(name, content.size(), "is cut off");
    } else if (status != Z_OK) {
      refuse(name, position(), fmt::format("is damaged ({})", stream.msg ? stream.msg : "no gzip"));
    }
  }
}

std::string readPlainOrGzip(const std::string& path, std::size_t limit) {
  std::string text = readFile(path, limit);
  const auto bytes = std::as_bytes(std::span(text.data(), text.size()));
  return isGzip(bytes) ? gunzip(bytes, path, limit) : text;
}

}  // namespace nudge
