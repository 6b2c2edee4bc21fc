#pragma once

#include <filesystem>

#include <QByteArray>
#include <QFile>
#include <QString>

namespace nudge::test {

/// A file's content; empty where it cannot be read.
inline QByteArray bytesOf(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}
inline QByteArray bytesOf(const std::filesystem::path& path) {
  return bytesOf(QString::fromStdString(path.string()));
}

}  // namespace nudge::test
