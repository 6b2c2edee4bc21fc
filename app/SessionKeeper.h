#pragma once

#include <QObject>
#include <QTimer>

#include "app/SavedSession.h"
#include "app/SessionSlot.h"

namespace nudge {

class MainWindow;

/// Writes down what the window shows, a moment after it changed and when it closes, and brings a
/// new window back to it: closing it, or killing it, loses nothing. Windows that are open at the
/// same time have a file each.
class SessionKeeper : public QObject {
  Q_OBJECT
 public:
  SessionKeeper(MainWindow& window, const QString& path);

  /// Brings the window to what was written down last. Nothing happens where there is nothing, or
  /// where it can't be read: that is said in the window, and the file is kept beside the new one.
  void restore();
  /// Where another document is opened instead: what was never saved of the last one is put into a
  /// file of its own, among the lately used.
  void keepUnsaved();

 private:
  SavedSession present() const;
  void save();
  /// The session that is written down; says in the window why there is none if it is damaged, and
  /// puts it aside.
  std::optional<SavedSession> read(const QString& path);
  /// The same of what other windows left that are gone.
  void keepLeft();
  /// Puts what was never saved into a file of its own.
  void keep(const SavedSession& session);

  MainWindow& window_;
  SessionSlot slot_;
  QString path_;
  QTimer timer_;
  std::optional<SavedSession> saved_;  ///< what the file holds
  bool failing_ = false;               ///< it could not be written, which has been said
};

}  // namespace nudge
