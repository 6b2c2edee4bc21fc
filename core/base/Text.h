#pragma once

#include <charconv>
#include <optional>
#include <string>
#include <string_view>

namespace nudge {

/// The text without the blanks around it.
std::string_view trimmed(std::string_view text, std::string_view blanks = " \t\r");

/// The text without the mark that some editors and spreadsheets begin UTF-8 with.
std::string_view withoutByteOrderMark(std::string_view text);

/// The number that the whole text spells, as C's locale writes it and without blanks or a plus;
/// nothing where it spells none, or one that the type cannot hold.
template <class Number>
std::optional<Number> numberIn(std::string_view text) {
  Number value{};
  const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (status != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

/// A number without decimals for people: "12,345".
std::string grouped(double number);

}  // namespace nudge
