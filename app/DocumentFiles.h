#pragma once

#include <functional>

#include <QObject>
#include <QString>

class QAction;
class QMenu;
class QWidget;

namespace nudge {

class Session;

/// The document's files: new, open, save, what was open lately, and files that are dropped onto the
/// window.
class DocumentFiles : public QObject {
  Q_OBJECT
 public:
  /// Questions and file dialogs stand before `window`.
  DocumentFiles(Session& session, QWidget* window);

  /// Adds the actions to the menu, and to the window for their keys.
  void addTo(QMenu& menu);
  QAction* openAction() const { return open_; }
  QAction* saveAction() const { return save_; }

  /// Opens a document, or the run that its folder holds, or a run's folder.
  void open(const QString& path);
  /// The same with any file that the window can take: a picture becomes the input, an Ising problem
  /// is annealed. Asks before work is lost.
  void take(const QString& path);
  /// True where nothing would be lost, or may be.
  bool mayForget();
  /// What went wrong with the last file; empty: nothing.
  const QString& warning() const { return warning_; }
  /// Does something with a file and keeps what went wrong, if anything did.
  void withFile(const std::function<void()>& action);

  /// How a question about losing work is answered; replaced by tests. Returns whether to go on.
  std::function<bool(const QString& question)> confirm;
  /// How a page is shown; replaced by tests.
  std::function<void(const QString& path)> showPage;
  /// How a path to save to is asked for; replaced by tests. Empty: not now.
  std::function<QString()> askSavePath;

 signals:
  void warningChanged();
  void pictureTaken(const QString& path);
  void said(const QString& sentence);  ///< what was done
  void problemTaken(const QString& path);

 private:
  void newDocument();
  void openByHand();
  void openFolderByHand();
  void save();
  void saveAs();
  void saveTo(const QString& path);
  void continueLastRun();
  void reportOfRun();
  void listRecent();
  /// Newest run of this window, for later starts.
  void rememberRun();

  Session& session_;
  QWidget* window_;
  QMenu* recent_ = nullptr;
  QAction* open_ = nullptr;
  QAction* save_ = nullptr;
  QString warning_;
  QString lastRun_;
};

}  // namespace nudge
