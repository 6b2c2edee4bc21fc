#include "app/SessionKeeper.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include "app/DocumentFiles.h"
#include "app/MainWindow.h"
#include "app/RecentFiles.h"
#include "core/base/Error.h"
#include "core/experiment/RunFolder.h"

namespace nudge {

namespace {

constexpr int kDelayMilliseconds = 1000;

/// A name that nothing has yet: a clock that was put back says the same time twice.
QString freePath(const QString& begin, const QString& end) {
  QString path = begin + end;
  for (int number = 2; QFileInfo::exists(path); ++number)
    path = QString("%1-%2%3").arg(begin).arg(number).arg(end);
  return path;
}

}  // namespace

SessionKeeper::SessionKeeper(MainWindow& window, const QString& path)
    : QObject(&window), window_(window), slot_(path), path_(slot_.path()) {
  timer_.setSingleShot(true);
  timer_.setInterval(kDelayMilliseconds);
  connect(&timer_, &QTimer::timeout, this, &SessionKeeper::save);
  const auto soon = [this] {
    if (!timer_.isActive()) timer_.start();
  };
  Session& session = window_.session();
  connect(&session.document(), &Document::changed, this, soon);
  connect(&session.document(), &Document::fileChanged, this, soon);
  connect(&session, &Session::newsArrived, this, soon);
  connect(&window_, &MainWindow::viewChanged, this, soon);
  connect(&window_, &MainWindow::closing, this, &SessionKeeper::save);
}

SavedSession SessionKeeper::present() const {
  const Session& session = window_.session();
  SavedSession now;
  now.experiment = session.document().experiment();
  now.path = session.document().path();
  now.modified = session.document().modified();
  now.digest = session.document().digest();
  if (session.hasRun()) now.run = session.runFolder();
  now.workspace = window_.workspaceId(window_.currentWorkspace());
  now.dark = window_.shade() == Theme::Shade::Dark;
  now.presentation = window_.presentation();
  now.geometry = window_.saveGeometry();
  return now;
}

void SessionKeeper::save() {
  timer_.stop();
  SavedSession now = present();
  if (saved_ == now) return;
  window_.setUnsavedKept(false);
  try {
    now.save(path_);
    saved_ = std::move(now);
    window_.setUnsavedKept(true);
    failing_ = false;
  } catch (const Error& error) {
    // A full disk: said once, not every second, and tried again at the next change.
    if (!std::exchange(failing_, true)) window_.files().withFile([&] { throw error; });
  }
}

std::optional<SavedSession> SessionKeeper::read(const QString& path) {
  std::optional<SavedSession> session;
  window_.files().withFile([&] {
    try {
      session = SavedSession::load(path);
    } catch (const Error&) {
      QFile::rename(path, freePath(path, ".unreadable"));
      throw;
    }
  });
  return session;
}

void SessionKeeper::restore() {
  keepLeft();
  const std::optional<SavedSession> session = read(path_);
  if (!session) return;
  window_.setShade(session->dark ? Theme::Shade::Dark : Theme::Shade::Light);
  if (!session->geometry.isEmpty()) window_.restoreGeometry(session->geometry);
  window_.setPresentation(session->presentation);
  if (!session->run.isEmpty() && RunFolder::holdsRun(session->run.toStdString()))
    window_.session().openRun(session->run);
  window_.session().document().restore(session->experiment, session->path, session->modified,
                                       session->digest);
  window_.showWorkspaceNamed(session->workspace);
}

void SessionKeeper::keepUnsaved() {
  keepLeft();
  const std::optional<SavedSession> session = read(path_);
  if (session && session->modified) window_.files().withFile([&] { keep(*session); });
}

void SessionKeeper::keepLeft() {
  for (const QString& path : slot_.left()) {
    const std::optional<SavedSession> session = read(path);
    window_.files().withFile([&] {
      if (session && session->modified) keep(*session);
      QFile::remove(path);
    });
  }
}

void SessionKeeper::keep(const SavedSession& session) {
  const QDir folder(QFileInfo(path_).absolutePath() + "/unsaved");
  folder.mkpath(".");
  const std::string name = RunFolder::pathFor({}, session.experiment.name).string();
  const QString path = freePath(
      folder.filePath(QString("%1-%2").arg(
          QString::fromStdString(name), QDateTime::currentDateTime().toString("yyyyMMdd-hhmmss"))),
      ".nudge");
  session.experiment.save(path.toStdString());
  RecentFiles::add(path);
}

}  // namespace nudge
