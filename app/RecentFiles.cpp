#include "app/RecentFiles.h"

#include <QFileInfo>
#include <QSettings>

namespace nudge {

namespace {

constexpr const char* kKey = "recentFiles";
constexpr int kMost = 10;

}  // namespace

QStringList RecentFiles::list() {
  QStringList paths = QSettings().value(kKey).toStringList();
  paths.removeIf([](const QString& path) { return !QFileInfo::exists(path); });
  return paths;
}

void RecentFiles::add(const QString& path) {
  const QString whole = QFileInfo(path).absoluteFilePath();
  QStringList paths = list();
  paths.removeAll(whole);
  paths.prepend(whole);
  QSettings().setValue(kKey, paths.mid(0, kMost));
}

void RecentFiles::clear() { QSettings().remove(kKey); }

}  // namespace nudge
