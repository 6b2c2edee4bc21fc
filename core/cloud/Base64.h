#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace nudge {

/// Standard base64 with padding (RFC 4648, section 4), without line breaks.
std::string base64Of(std::span<const std::byte> bytes);

/// The way back, strictly: a multiple of four characters, padding only at the end, unused bits
/// zero. Throws Error beginning with `name`, with the place of the first wrong character.
std::string fromBase64(std::string_view text, const std::string& name);

/// How many bytes `text` stands for if it is base64, without looking at more than its end.
std::size_t base64Bytes(std::string_view text);

/// Numbers as they lie in memory of a little-endian machine, which D-Wave's formats ask for.
template <class Number>
std::string base64OfNumbers(std::span<const Number> numbers) {
  return base64Of(std::as_bytes(numbers));
}

/// Throws Error, naming `name` and `count`, unless the text is base64 of exactly `count` numbers.
template <class Number>
std::vector<Number> numbersFromBase64(std::string_view text, std::size_t count,
                                      const std::string& name);

extern template std::vector<double> numbersFromBase64(std::string_view, std::size_t,
                                                      const std::string&);
extern template std::vector<std::int32_t> numbersFromBase64(std::string_view, std::size_t,
                                                            const std::string&);

}  // namespace nudge
