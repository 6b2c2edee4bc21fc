#include "core/cloud/CloudError.h"

namespace nudge {

namespace {

/// How many bytes the UTF-8 character at the beginning of `text` has; 0 where there is none.
std::size_t characterLength(std::string_view text) {
  const auto first = static_cast<unsigned char>(text[0]);
  const std::size_t length = first < 0x80   ? 1
                             : first < 0xC2 ? 0
                             : first < 0xE0 ? 2
                             : first < 0xF0 ? 3
                             : first < 0xF5 ? 4
                                            : 0;
  if (length == 0 || length > text.size()) return 0;
  for (std::size_t b = 1; b < length; ++b) {
    if ((static_cast<unsigned char>(text[b]) & 0xC0) != 0x80) return 0;
  }
  return length;
}

/// C0, C1 and DEL: what could move a terminal's cursor.
bool isControl(std::string_view character) {
  const auto first = static_cast<unsigned char>(character[0]);
  if (first < 0x20 || first == 0x7F) return true;
  return first == 0xC2 && static_cast<unsigned char>(character[1]) < 0xA0;
}

}  // namespace

void refuseProblem(const std::string& what) { throw CloudError(CloudFault::Problem, what); }

void refuseConfiguration(const std::string& what) {
  throw CloudError(CloudFault::Configuration, what);
}

std::string cleaned(std::string_view text, std::size_t most) {
  std::string result;
  while (!text.empty()) {
    const std::size_t length = characterLength(text);
    const bool blank = length == 0 || isControl(text.substr(0, length)) || text[0] == ' ';
    if (result.size() + length > most) return result + "…";
    if (!blank) {
      result += text.substr(0, length);
    } else if (!result.empty() && result.back() != ' ') {
      result += ' ';
    }
    text.remove_prefix(length == 0 ? 1 : length);
  }
  if (!result.empty() && result.back() == ' ') result.pop_back();
  return result;
}

}  // namespace nudge
