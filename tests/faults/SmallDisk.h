#pragma once

#include <cerrno>
#include <cstring>
#include <memory>

#include <sys/mount.h>
#include <unistd.h>

#include <QByteArray>
#include <QString>

namespace nudge::test {

/// A small file system of its own, for those who may mount one.
class SmallDisk {
 public:
  /// `problem` says why there is none.
  SmallDisk(const QString& folder, const char* size) : folder_(folder.toUtf8()) {
    const QByteArray options = QByteArray("size=") + size;
    mounted_ = ::mount("tmpfs", folder_.constData(), "tmpfs", 0, options.constData()) == 0;
    if (!mounted_) problem = QString("no file system can be mounted here: ") + std::strerror(errno);
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;
  ~SmallDisk() {
    if (mounted_) ::umount2(folder_.constData(), MNT_DETACH);
  }

  bool setReadOnly(bool readOnly) const {
    return ::mount("tmpfs", folder_.constData(), "tmpfs",
                   MS_REMOUNT | (readOnly ? static_cast<unsigned long>(MS_RDONLY) : 0UL),
                   nullptr) == 0;
  }

  QString problem;

 private:
  QByteArray folder_;
  bool mounted_ = false;
};

}  // namespace nudge::test
