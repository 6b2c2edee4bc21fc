#include "core/data/TarReader.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string_view>

#include <fmt/format.h>

#include "core/base/Error.h"

namespace nudge {

namespace {

constexpr std::size_t kBlock = 512;
constexpr std::size_t kMostMembers = 1000;

/// Where a header of 512 bytes has what (POSIX.1-1988).
struct HeaderField {
  std::size_t at, length;
};
constexpr HeaderField kName{0, 100}, kSize{124, 12}, kChecksum{148, 8}, kMagic{257, 6},
    kPrefix{345, 155};
constexpr std::size_t kType = 156;

class Header {
 public:
  explicit Header(std::span<const std::byte> block)
      : text_(reinterpret_cast<const char*>(block.data()), block.size()) {}

  bool isZero() const {
    return std::all_of(text_.begin(), text_.end(), [](char c) { return c == '\0'; });
  }

  /// The text of a field, which ends at its first zero byte.
  std::string_view text(HeaderField place) const {
    const std::string_view field = text_.substr(place.at, place.length);
    return field.substr(0, field.find('\0'));
  }

  /// The number that a field spells in octal, blanks around it; none when it is something else,
  /// such as GNU's binary form for files above 8 GiB.
  std::optional<std::uint64_t> octal(HeaderField place) const {
    std::string_view digits = text(place);
    while (digits.starts_with(' ')) digits.remove_prefix(1);
    while (digits.ends_with(' ')) digits.remove_suffix(1);
    if (digits.empty()) return std::nullopt;
    std::uint64_t value = 0;
    for (const char digit : digits) {  // 12 digits at most: no overflow
      if (digit < '0' || digit > '7') return std::nullopt;
      value = value * 8 + static_cast<std::uint64_t>(digit - '0');
    }
    return value;
  }

  bool checksumIsRight() const {
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < text_.size(); ++i) {
      const bool own = i >= kChecksum.at && i < kChecksum.at + kChecksum.length;
      sum += own ? std::uint64_t{' '} : static_cast<unsigned char>(text_[i]);
    }
    return octal(kChecksum) == sum;
  }

  std::string name() const {
    const std::string prefix(text(kPrefix));
    // GNU's older form, "ustar" and a blank, has other things in the prefix's place.
    const bool posix = text_.substr(kMagic.at, kMagic.length) == std::string_view("ustar\0", 6);
    const std::string name(text(kName));
    return posix && !prefix.empty() ? prefix + "/" + name : name;
  }

  bool isPaxHeader() const { return text_[kType] == 'x' || text_[kType] == 'g'; }
  bool isFolder() const {
    return text_[kType] == '5' || (text_[kType] == '\0' && text(kName).ends_with('/'));
  }
  bool isFile() const { return text_[kType] == '0' || text_[kType] == '\0'; }

 private:
  std::string_view text_;
};

[[noreturn]] void refuseArchive(const std::string& archive, std::size_t at,
                                const std::string& what) {
  throw Error(fmt::format("{}: at byte {} the tar archive {}.", archive, at, what));
}

/// Whether a path is one that stays in the folder it is unpacked into, and that can be shown.
bool isSafe(const std::string& path) {
  if (path.empty() || path.starts_with('/')) return false;
  if (std::any_of(path.begin(), path.end(),
                  [](unsigned char c) { return c < 0x20 || c >= 0x7f || c == '\\'; })) {
    return false;
  }
  return ("/" + path + "/").find("/../") == std::string::npos;
}

void take(const Header& header, std::span<const std::byte> content, std::size_t at,
          const std::string& archive, std::vector<TarMember>& members) {
  if (header.isPaxHeader()) return;
  const std::string name = header.name();
  if (!isSafe(name)) {
    refuseArchive(archive, at,
                  "has a file whose path is empty, absolute, leads elsewhere or is no text");
  }
  if (header.isFolder()) return;
  if (!header.isFile()) {
    refuseArchive(
        archive, at,
        fmt::format("has \"{}\", which is neither a file nor a folder; links and devices are not "
                    "unpacked",
                    name));
  }
  const auto same = [&](const TarMember& member) { return member.name == name; };
  if (std::any_of(members.begin(), members.end(), same)) {
    refuseArchive(archive, at, fmt::format("has \"{}\" a second time", name));
  }
  members.push_back({name, content});
}

}  // namespace

std::vector<TarMember> parseTar(std::span<const std::byte> archive, const std::string& name) {
  std::vector<TarMember> members;
  std::size_t at = 0;
  for (std::size_t headers = 0;; ++headers) {
    if (archive.size() - at < kBlock) refuseArchive(name, at, "is cut off");
    const Header header(archive.subspan(at, kBlock));
    if (header.isZero()) return members;  // what follows is padding
    if (headers == kMostMembers) {
      refuseArchive(name, at, fmt::format("has more than {} members", kMostMembers));
    }
    if (!header.checksumIsRight())
      refuseArchive(name, at, "is damaged, or is none: a checksum is wrong");
    const auto size = header.octal(kSize);
    if (!size) refuseArchive(name, at, "has a file whose size cannot be read");
    const std::size_t begin = at + kBlock;
    if (*size > archive.size() - begin) refuseArchive(name, at, "is cut off within a file");
    take(header, archive.subspan(begin, static_cast<std::size_t>(*size)), at, name, members);
    const std::size_t padded = (static_cast<std::size_t>(*size) + kBlock - 1) / kBlock * kBlock;
    at = begin + std::min(padded, archive.size() - begin);
  }
}

}  // namespace nudge
