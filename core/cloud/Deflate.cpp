#include "core/cloud/Deflate.h"

#include <array>

#include <fmt/format.h>

#include "core/data/Inflater.h"

namespace nudge {

namespace {

// zlib's notation for its largest window with: its own header, gzip's.
constexpr int kZlib = 15;
constexpr int kGzip = 15 + 16;
constexpr int kMemory = 8;  // zlib's usual
constexpr std::size_t kMost = std::size_t{1} << 31;

class Deflater {
 public:
  explicit Deflater(int window) {
    if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, window, kMemory,
                     Z_DEFAULT_STRATEGY) != Z_OK) {
      throw Error("zlib cannot start: no memory.");
    }
  }
  Deflater(const Deflater&) = delete;
  Deflater& operator=(const Deflater&) = delete;
  ~Deflater() { deflateEnd(&stream); }

  z_stream stream{};
};

Bytef* bytesOf(std::string_view text) {
  return const_cast<Bytef*>(reinterpret_cast<const Bytef*>(text.data()));
}

std::string packed(std::string_view content, int window) {
  if (content.size() > kMost) throw Error("more than 2 GiB cannot be packed at once.");
  Deflater deflater(window);
  z_stream& stream = deflater.stream;
  std::string result(deflateBound(&stream, static_cast<uLong>(content.size())), '\0');
  stream.next_in = bytesOf(content);
  stream.avail_in = static_cast<uInt>(content.size());
  stream.next_out = reinterpret_cast<Bytef*>(result.data());
  stream.avail_out = static_cast<uInt>(result.size());
  if (deflate(&stream, Z_FINISH) != Z_STREAM_END) throw Error("zlib could not pack the data.");
  result.erase(static_cast<std::size_t>(stream.total_out));
  return result;
}

}  // namespace

std::string deflated(std::string_view content) { return packed(content, kZlib); }

std::string gzipped(std::string_view content) { return packed(content, kGzip); }

std::string inflated(std::string_view packed, const std::string& name, std::size_t limit) {
  if (packed.size() > kMost) throw Error(fmt::format("{}: is larger than 2 GiB.", name));
  Inflater inflater(Inflater::kEither);
  z_stream& stream = inflater.stream();
  stream.next_in = bytesOf(packed);
  stream.avail_in = static_cast<uInt>(packed.size());
  std::string result;
  std::string piece(std::size_t{1} << 16, '\0');
  while (true) {
    stream.next_out = reinterpret_cast<Bytef*>(piece.data());
    stream.avail_out = static_cast<uInt>(piece.size());
    const int status = inflate(&stream, Z_NO_FLUSH);
    result.append(piece, 0, piece.size() - stream.avail_out);
    if (result.size() > limit) {
      throw Error(fmt::format("{}: unpacks to more than {} bytes.", name, limit));
    }
    if (status == Z_STREAM_END) break;
    if (status == Z_BUF_ERROR) throw Error(fmt::format("{}: its packed data are cut off.", name));
    if (status != Z_OK) throw Error(fmt::format("{}: its packed data are damaged.", name));
  }
  if (stream.avail_in > 0) {
    throw Error(fmt::format("{}: something else follows its packed data.", name));
  }
  return result;
}

}  // namespace nudge
