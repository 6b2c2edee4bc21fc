#pragma once

#include <algorithm>

#include <QString>

namespace nudge {

/// A text as one value: in quotes, doubled inside, where it would be read as several otherwise.
inline QString csvValue(QString text) {
  const auto parts = [](QChar c) {
    return c == QLatin1Char(',') || c == QLatin1Char('"') || c == QLatin1Char('\n');
  };
  if (std::none_of(text.cbegin(), text.cend(), parts)) return text;
  text.replace(QLatin1Char('"'), QLatin1String("\"\""));
  return QLatin1Char('"') + text + QLatin1Char('"');
}

/// Something that can write what it shows as comma-separated values, a header line first.
class CsvSource {
 public:
  virtual ~CsvSource() = default;
  virtual QString csv() const = 0;
};

}  // namespace nudge
