#include "core/cloud/Base64.h"

#include <array>
#include <bit>

#include <fmt/format.h>

#include "core/base/Error.h"

namespace nudge {

static_assert(std::endian::native == std::endian::little, "numbers are sent as they lie in memory");

namespace {

constexpr std::string_view kDigits =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::uint8_t kNoDigit = 0x80;

constexpr std::array<std::uint8_t, 256> kValues = [] {
  std::array<std::uint8_t, 256> values{};
  values.fill(kNoDigit);
  for (std::size_t d = 0; d < kDigits.size(); ++d) {
    values[static_cast<unsigned char>(kDigits[d])] = static_cast<std::uint8_t>(d);
  }
  return values;
}();

/// Two digits for each of the 4096 values of twelve bits.
constexpr std::array<std::array<char, 2>, 4096> kPairs = [] {
  std::array<std::array<char, 2>, 4096> pairs{};
  for (std::size_t p = 0; p < pairs.size(); ++p) pairs[p] = {kDigits[p >> 6], kDigits[p & 63]};
  return pairs;
}();

std::uint8_t valueOf(char digit) { return kValues[static_cast<unsigned char>(digit)]; }

[[noreturn]] void refuseDigit(std::string_view text, const std::string& name) {
  std::size_t at = 0;
  while (at < text.size() && valueOf(text[at]) != kNoDigit) ++at;
  throw Error(fmt::format("{}: character {} is not base64.", name, at + 1));
}

/// The last one or two bytes, of a block with padding.
void appendTail(std::string_view block, std::size_t pads, std::string& bytes,
                const std::string& name) {
  std::uint32_t bits = 0;
  for (std::size_t d = 0; d < 4; ++d) {
    const std::uint8_t value = d < 4 - pads ? valueOf(block[d]) : std::uint8_t{0};
    if (value == kNoDigit) throw Error(fmt::format("{}: its end is not base64.", name));
    bits = bits << 6 | value;
  }
  const std::uint32_t unused = pads == 1 ? 0xFF : 0xFFFF;
  if ((bits & unused) != 0) {
    throw Error(fmt::format("{}: its last base64 digit holds bits that belong to no byte.", name));
  }
  bytes += static_cast<char>(bits >> 16);
  if (pads == 1) bytes += static_cast<char>(bits >> 8 & 0xFF);
}

std::size_t padsOf(std::string_view text) {
  if (text.empty() || text.back() != '=') return 0;
  return text.size() >= 2 && text[text.size() - 2] == '=' ? 2 : 1;
}

}  // namespace

std::string base64Of(std::span<const std::byte> bytes) {
  std::string text((bytes.size() + 2) / 3 * 4, '=');
  const auto* from = reinterpret_cast<const std::uint8_t*>(bytes.data());
  char* to = text.data();
  std::size_t left = bytes.size();
  for (; left >= 3; left -= 3, from += 3, to += 4) {
    const std::uint32_t bits = std::uint32_t{from[0]} << 16 | std::uint32_t{from[1]} << 8 | from[2];
    std::memcpy(to, kPairs[bits >> 12].data(), 2);
    std::memcpy(to + 2, kPairs[bits & 4095].data(), 2);
  }
  if (left > 0) {
    const std::uint32_t bits =
        std::uint32_t{from[0]} << 16 | (left == 2 ? std::uint32_t{from[1]} << 8 : 0U);
    std::memcpy(to, kPairs[bits >> 12].data(), 2);
    if (left == 2) to[2] = kDigits[bits >> 6 & 63];
  }
  return text;
}

std::size_t base64Bytes(std::string_view text) { return text.size() / 4 * 3 - padsOf(text); }

std::string fromBase64(std::string_view text, const std::string& name) {
  if (text.size() % 4 != 0) {
    throw Error(fmt::format("{}: has {} characters; base64 comes in fours.", name, text.size()));
  }
  const std::size_t pads = padsOf(text);
  const std::size_t whole = text.size() - (pads > 0 ? 4 : 0);
  std::string bytes(whole / 4 * 3, '\0');
  bytes.reserve(bytes.size() + 2);
  char* to = bytes.data();
  std::uint8_t wrong = 0;
  for (std::size_t at = 0; at < whole; at += 4, to += 3) {
    const std::uint8_t a = valueOf(text[at]), b = valueOf(text[at + 1]);
    const std::uint8_t c = valueOf(text[at + 2]), d = valueOf(text[at + 3]);
    wrong |= a | b | c | d;
    to[0] = static_cast<char>(a << 2 | b >> 4);
    to[1] = static_cast<char>(b << 4 | c >> 2);
    to[2] = static_cast<char>(c << 6 | d);
  }
  if ((wrong & kNoDigit) != 0) refuseDigit(text.substr(0, whole), name);
  if (pads > 0) appendTail(text.substr(whole), pads, bytes, name);
  return bytes;
}

template <class Number>
std::vector<Number> numbersFromBase64(std::string_view text, std::size_t count,
                                      const std::string& name) {
  // Before anything is allocated: what it claims must be what it has.
  if (text.size() % 4 != 0 || base64Bytes(text) != count * sizeof(Number)) {
    throw Error(
        fmt::format("{}: has {} characters, which are not {} numbers of {} bytes in base64.", name,
                    text.size(), count, sizeof(Number)));
  }
  const std::string bytes = fromBase64(text, name);
  std::vector<Number> numbers(count);
  if (count > 0) std::memcpy(numbers.data(), bytes.data(), bytes.size());
  return numbers;
}

template std::vector<double> numbersFromBase64(std::string_view, std::size_t, const std::string&);
template std::vector<std::int32_t> numbersFromBase64(std::string_view, std::size_t,
                                                     const std::string&);

}  // namespace nudge
