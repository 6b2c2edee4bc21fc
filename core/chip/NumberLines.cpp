#include "core/chip/NumberLines.h"

#include <charconv>

#include <fmt/format.h>

#include "core/base/AtomicFile.h"
#include "core/base/Error.h"
#include "core/data/Gzip.h"

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
    : rest_(text), name_(name) {
  if (rest_.starts_with("\xEF\xBB\xBF")) rest_.remove_prefix(3);  // as some editors write
}

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
      int value = 0;
      const auto [stop, status] = std::from_chars(token.data(), token.data() + token.size(), value);
      if (status != std::errc() || stop != token.data() + token.size() || value < 0) {
        fail(fmt::format("\"{}\" is no number of this kind; write a whole number from 0 on.",
                         shown(token)));
      }
      numbers_.push_back(value);
      if (numbers_.size() > 3) fail("has more than three numbers; at most two belong there.");
    }
  }
  return !numbers_.empty();
}

void NumberLines::fail(const std::string& what) const {
  throw Error(fmt::format("{}: line {}: {}", name_, line_, what));
}

std::string readPlainOrGzip(const std::string& path, std::size_t limit) {
  std::string text = readFile(path, limit);
  const auto bytes = std::as_bytes(std::span(text.data(), text.size()));
  return isGzip(bytes) ? gunzip(bytes, path, limit) : text;
}

}  // namespace nudge
