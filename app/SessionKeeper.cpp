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

}  // namespace

SessionKeeper::SessionKeeper(MainWindow& window, const QString& path)
    : QObject(&window), window_(window), path_(path) {
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

SessionKeeper::~SessionKeeper() = default;

SavedSession SessionKeeper::present() const {
  const Session& session = window_.session();
  SavedSession now;
  now.experiment = session.document().experiment();
  now.path = session.document().path();
  now.modified = session.document().modified();
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
  } catch (const Error& error) {
    // A full disk: said once, not every second.
    timer_.disconnect(this);
    window_.files().withFile([&] { throw error; });
  }
}

std::optional<SavedSession> SessionKeeper::read() {
  std::optional<SavedSession> session;
  window_.files().withFile([&] {
    try {
      session = SavedSession::load(path_);
    } catch (const Error&) {
      const QString aside = path_ + ".unreadable";
      QFile::remove(aside);
      QFile::rename(path_, aside);
      throw;
    }
  });
  return session;
}

void SessionKeeper::restore() {
  const std::optional<SavedSession> session = read();
  if (!session) return;
  window_.setShade(session->dark ? Theme::Shade::Dark : Theme::Shade::Light);
  if (!session->geometry.isEmpty()) window_.restoreGeometry(session->geometry);
  window_.setPresentation(session->presentation);
  if (!session->run.isEmpty() && RunFolder::holdsRun(session->run.toStdString()))
    window_.session().openRun(session->run);
  window_.session().document().restore(session->experiment, session->path, session->modified);
  window_.showWorkspaceNamed(session->workspace);
}

void SessionKeeper::keepUnsaved() {
  const std::optional<SavedSession> session = read();
  if (!session || !session->modified) return;
  window_.files().withFile([&] {
    const QDir folder(QFileInfo(path_).absolutePath() + "/unsaved");
    folder.mkpath(".");
    const std::string name = RunFolder::pathFor({}, session->experiment.name).string();
    const QString path =
        folder.filePath(QString("%1-%2.nudge")
                            .arg(QString::fromStdString(name),
                                 QDateTime::currentDateTime().toString("yyyyMMdd-hhmmss")));
    session->experiment.save(path.toStdString());
    RecentFiles::add(path);
  });
}

}  // namespace nudge
