#include "app/RecentFiles.h"

#include <QFileInfo>
#include <QSettings>

namespace nudge {

namespace {

constexpr const char* kRecentKey = "recentFiles";
constexpr int kMostFiles = 10;

}  // namespace

QStringList RecentFiles::list() {
  QStringList paths = QSettings().value(kRecentKey).toStringList();
  paths.removeIf([](const QString& path) { return !QFileInfo::exists(path); });
  return paths;
}

void RecentFiles::add(const QString& path) {
  const QString whole = QFileInfo(path).absoluteFilePath();
  QStringList paths = list();
  paths.removeAll(whole);
  paths.prepend(whole);
  QSettings().setValue(kRecentKey, paths.mid(0, kMostFiles));
}

void RecentFiles::clear() { QSettings().remove(kRecentKey); }

}  // namespace nudge
