#include "app/SessionSlot.h"

#include <QDir>
#include <QFileInfo>
#include <QLockFile>

namespace nudge {

namespace {

constexpr int kMost = 20;

/// Null where another window has it.
std::unique_ptr<QLockFile> lockOf(const QString& path) {
  auto lock = std::make_unique<QLockFile>(path + ".lock");
  lock->setStaleLockTime(0);  // a window may be open for weeks
  // Where no lock can be written, neither can a session.
  if (lock->tryLock(0) || lock->error() == QLockFile::PermissionError) return lock;
  return lock->error() == QLockFile::UnknownError ? std::move(lock) : nullptr;
}

}  // namespace

SessionSlot::SessionSlot(const QString& path) : first_(path), path_(path) {
  QDir().mkpath(QFileInfo(path).absolutePath());
  for (int number = 1; number <= kMost; ++number) {
    path_ = numbered(number);
    lock_ = lockOf(path_);
    if (lock_) return;
  }
}

SessionSlot::~SessionSlot() = default;

QString SessionSlot::numbered(int number) const {
  if (number == 1) return first_;
  const QFileInfo file(first_);
  return file.dir().filePath(
      QString("%1-%2.%3").arg(file.completeBaseName()).arg(number).arg(file.suffix()));
}

QStringList SessionSlot::left() const {
  QStringList paths;
  for (int number = 1; number <= kMost; ++number) {
    const QString path = numbered(number);
    if (path != path_ && QFileInfo::exists(path) && lockOf(path)) paths << path;
  }
  return paths;
}

}  // namespace nudge
