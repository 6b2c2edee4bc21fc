#pragma once

#include <memory>

#include <QString>
#include <QStringList>

class QLockFile;

namespace nudge {

/// A session file that no other window writes to while this lives: of "session.json",
/// "session-2.json", … the first that is free.
class SessionSlot {
 public:
  explicit SessionSlot(const QString& path);
  ~SessionSlot();
  SessionSlot(const SessionSlot&) = delete;
  SessionSlot& operator=(const SessionSlot&) = delete;

  const QString& path() const { return path_; }
  /// The files of windows that are gone.
  QStringList left() const;

 private:
  QString numbered(int number) const;

  QString first_, path_;
  std::unique_ptr<QLockFile> lock_;
};

}  // namespace nudge
