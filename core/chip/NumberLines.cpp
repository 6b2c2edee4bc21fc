#include "core/chip/NumberLines.h"

#include <fmt/format.h>

#include "core/base/Error.h"
#include "core/base/Text.h"

namespace nudge {

namespace {

std::string shown(std::string_view text) {
  std::string clean;
  for (const char c : text.substr(0, 40)) clean += c >= ' ' && c < '\x7f' ? c : '?';
  return clean;
}

bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

}  // namespace

NumberLines::NumberLines(std::string_view text, const std::string& name)
    : rest_(withoutByteOrderMark(text)), name_(name) {}

bool NumberLines::next() {
  numbers_.clear();
  while (!rest_.empty() && numbers_.empty()) {
    ++line_;
    const std::size_t end = rest_.find('\n');
    std::string_view line = rest_.substr(0, end);
    rest_ = end == std::string_view::npos ? std::string_view() : rest_.substr(end + 1);
    line = line.substr(0, line.find('#'));
    std::size_t at = 0;
    while (true) {
      while (at < line.size() && isBlank(line[at])) ++at;
      if (at == line.size()) break;
      const std::size_t start = at;
      while (at < line.size() && !isBlank(line[at])) ++at;
      const std::string_view token = line.substr(start, at - start);
      const std::optional<int> value = numberIn<int>(token);
      if (!value || *value < 0) {
        fail(fmt::format("\"{}\" is no number of this kind; write a whole number from 0 on.",
                         shown(token)));
      }
      numbers_.push_back(*value);
      if (numbers_.size() > 3) fail("has more than three numbers; at most two belong there.");
    }
  }
  return !numbers_.empty();
}

void NumberLines::fail(const std::string& what) const {
  throw Error(fmt::format("{}: line {}: {}", name_, line_, what));
}

}  // namespace nudge
