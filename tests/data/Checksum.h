#pragma once

#include <string>

#include <QCryptographicHash>

namespace nudge::test {

/// SHA-256 in hexadecimal digits.
inline std::string sumOf(const std::string& content) {
  const auto bytes = QByteArray::fromRawData(content.data(), static_cast<int>(content.size()));
  return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().toStdString();
}

}  // namespace nudge::test
