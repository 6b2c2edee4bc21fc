#pragma once

#include <QString>

namespace nudge {

/// Something that can write what it shows as comma-separated values, a header line first.
class CsvSource {
 public:
  virtual ~CsvSource() = default;
  virtual QString csv() const = 0;
};

}  // namespace nudge
