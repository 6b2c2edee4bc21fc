#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace nudge {

/// A text of whole numbers, a few a line with blanks between; `#` begins a comment, and lines
/// without numbers are passed over.
class NumberLines {
 public:
  /// `name` begins every message and must outlive the reader.
  NumberLines(std::string_view text, const std::string& name);

  /// Reads the next line with numbers to numbers(); false at the end. Throws Error with the line
  /// for what is no whole number from 0 to 2^31 − 1.
  bool next();
  const std::vector<int>& numbers() const { return numbers_; }
  /// The number of the line read last, from 1.
  std::int64_t line() const { return line_; }
  /// Throws the Error of the line read last.
  [[noreturn]] void fail(const std::string& what) const;

 private:
  std::string_view rest_;
  const std::string& name_;
  std::vector<int> numbers_;
  std::int64_t line_ = 0;
};

}  // namespace nudge
