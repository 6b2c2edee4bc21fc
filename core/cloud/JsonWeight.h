#pragma once

#include <cstddef>
#include <string>

namespace nudge {

/// About how many bytes a JSON value takes in memory, with all that it holds.
template <class Value>
std::size_t weightOf(const Value& json) {
  constexpr std::size_t kValue = 16, kKey = 48;
  std::size_t bytes = kValue;
  if (json.is_string()) bytes += json.template get_ref<const std::string&>().size();
  if (json.is_array()) {
    for (const Value& element : json) bytes += weightOf(element);
  }
  if (json.is_object()) {
    for (const auto& entry : json.items())
      bytes += kKey + entry.key().size() + weightOf(entry.value());
  }
  return bytes;
}

}  // namespace nudge
