#include "app/DocumentFiles.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QMessageBox>
#include <QSettings>
#include <QUrl>

#include "app/MenuAction.h"
#include "app/OpenedImage.h"
#include "app/RecentFiles.h"
#include "app/Report.h"
#include "app/Session.h"
#include "core/base/Error.h"
#include "core/experiment/Presets.h"
#include "core/experiment/RunFolder.h"
#include "widgets/MessageText.h"

namespace nudge {

namespace {

constexpr const char* kLastRun = "lastRun";
constexpr const char* kFilter = "Nudge (*.nudge)";
constexpr const char* kSuffix = ".nudge";

/// A pipe or a device: whoever reads it may wait for ever.
void refuseStreams(const QFileInfo& file) {
  if (!file.exists() || file.isFile() || file.isDir()) return;
  throw Error(DocumentFiles::tr("%1: is a pipe or a device, no file. Save what comes from it to a "
                                "file and open that.")
                  .arg(file.filePath())
                  .toStdString());
}

}  // namespace

DocumentFiles::DocumentFiles(Session& session, QWidget* window)
    : QObject(window), session_(session), window_(window) {
  confirm = [this](const QString& question) {
    return QMessageBox::question(window_, tr("Nudge"), question,
                                 QMessageBox::Discard | QMessageBox::Cancel) ==
           QMessageBox::Discard;
  };
  askSavePath = [this] {
    return QFileDialog::getSaveFileName(window_, tr("Save experiment"), {}, kFilter);
  };
  showPage = [](const QString& path) { QDesktopServices::openUrl(QUrl::fromLocalFile(path)); };
  connect(&session_, &Session::newsArrived, this, &DocumentFiles::rememberRun);
}

void DocumentFiles::addTo(QMenu& menu) {
  const auto add = [&](Glyph glyph, const QString& text, const QKeySequence& keys, const char* name,
                       void (DocumentFiles::*action)()) {
    QAction* made = makeMenuAction(window_, glyph, text, keys, name);
    connect(made, &QAction::triggered, this, action);
    menu.addAction(made);
    return made;
  };
  add(Glyph::Add, tr("New experiment"), QKeySequence::New, "newDocument",
      &DocumentFiles::newDocument);
  open_ =
      add(Glyph::Open, tr("Open"), QKeySequence::Open, "openDocument", &DocumentFiles::openByHand);
  recent_ = menu.addMenu(tr("Open lately used"));
  recent_->setObjectName("recentFiles");
  connect(recent_, &QMenu::aboutToShow, this, &DocumentFiles::listRecent);
  save_ = add(Glyph::Save, tr("Save"), QKeySequence::Save, "saveDocument", &DocumentFiles::save);
  add(Glyph::Save, tr("Save as"), QKeySequence::SaveAs, "saveDocumentAs", &DocumentFiles::saveAs);
  add(Glyph::Open, tr("Open a run's folder"), QKeySequence("Ctrl+Shift+O"), "openRunFolder",
      &DocumentFiles::openFolderByHand);
  add(Glyph::Play, tr("Go on with the last run"), {}, "continueRun",
      &DocumentFiles::continueLastRun);
  add(Glyph::Save, tr("Report of this run"), QKeySequence("Ctrl+Shift+R"), "reportOfRun",
      &DocumentFiles::reportOfRun);
}

void DocumentFiles::listRecent() {
  recent_->clear();
  const QStringList paths = RecentFiles::list();
  for (int i = 0; i < paths.size(); ++i) {
    const QFileInfo file(paths[i]);
    const QString name = file.isDir() ? tr("%1 (run)").arg(file.fileName()) : file.fileName();
    QAction* action = recent_->addAction(name);
    action->setObjectName(QString("recent-%1").arg(i));
    action->setToolTip(paths[i]);
    connect(action, &QAction::triggered, this, [this, path = paths[i]] { take(path); });
  }
  recent_->setToolTipsVisible(true);
  if (paths.isEmpty()) {
    recent_->addAction(tr("nothing was opened or saved yet"))->setEnabled(false);
    return;
  }
  recent_->addSeparator();
  QAction* forget = recent_->addAction(tr("Forget these"));
  forget->setObjectName("forgetRecent");
  connect(forget, &QAction::triggered, this, &RecentFiles::clear);
}

void DocumentFiles::withFile(const std::function<void()>& action) {
  warning_.clear();
  try {
    action();
  } catch (const std::bad_alloc&) {
    warning_ = tr("There is not enough memory for this file.");
  } catch (const std::exception& error) {
    warning_ = messageText(error.what());
  }
  emit warningChanged();
}

bool DocumentFiles::mayForget() {
  if (!session_.document().modified()) return true;
  return confirm(tr("The experiment has changes that are not saved. Discard them?"));
}

void DocumentFiles::newDocument() {
  if (mayForget()) session_.document().reset(presetExperiment(std::string(kDefaultPreset)));
}

void DocumentFiles::openByHand() {
  if (!mayForget()) return;
  const QString path = QFileDialog::getOpenFileName(window_, tr("Open experiment"), {}, kFilter);
  if (!path.isEmpty()) open(path);
}

void DocumentFiles::openFolderByHand() {
  if (!mayForget()) return;
  const QString path =
      QFileDialog::getExistingDirectory(window_, tr("Open a run's folder"), session_.runs());
  if (!path.isEmpty()) open(path);
}

void DocumentFiles::open(const QString& path) {
  withFile([&] {
    const QFileInfo file(path);
    refuseStreams(file);
    const QString folder = file.isDir() ? path : file.path();
    if (file.isDir() && !RunFolder::holdsRun(folder.toStdString())) {
      throw Error(path.toStdString() +
                  ": there is no run in this folder; the folder of one has an experiment.nudge.");
    }
    if (file.isDir() || QFileInfo::exists(QDir(folder).filePath("checkpoint.safetensors"))) {
      session_.openRun(folder);
      RecentFiles::add(folder);
    } else {
      session_.document().open(path);
      RecentFiles::add(path);
    }
  });
}

void DocumentFiles::take(const QString& path) {
  const QFileInfo file(path);
  withFile([&] { refuseStreams(file); });
  if (!warning_.isEmpty()) return;
  if (file.isDir() || path.endsWith(kSuffix)) {
    if (mayForget()) open(path);
  } else if (isImageFile(path)) {
    emit pictureTaken(path);
  } else {
    emit problemTaken(path);
  }
}

void DocumentFiles::save() {
  const Document& document = session_.document();
  if (document.path().isEmpty()) return saveAs();
  if (document.changedOnDisk() &&
      !confirm(tr("%1 has been changed by another program since it was opened or saved here. "
                  "Discard those changes?")
                   .arg(QFileInfo(document.path()).fileName())))
    return;
  saveTo(document.path());
}

void DocumentFiles::saveAs() {
  const QString path = askSavePath();
  if (!path.isEmpty()) saveTo(path.endsWith(kSuffix) ? path : path + kSuffix);
}

void DocumentFiles::saveTo(const QString& path) {
  withFile([&] {
    session_.document().save(path);
    RecentFiles::add(path);
  });
}

void DocumentFiles::continueLastRun() {
  const QString folder = QSettings().value(kLastRun).toString();
  if (folder.isEmpty() || !mayForget()) return;
  open(folder);
}

void DocumentFiles::reportOfRun() {
  withFile([&] {
    if (!session_.hasRun() || session_.runFolder().isEmpty())
      throw Error(tr("There is no run to report of yet: train first (Ctrl+Space).").toStdString());
    const RunFolder folder = RunFolder::open(session_.runFolder().toStdString());
    writePdfReport(folder);
    emit said(tr("report.html and report.pdf are in %1").arg(session_.runFolder()));
    showPage(QString::fromStdString(folder.report().string()));
  });
}

void DocumentFiles::rememberRun() {
  const QString folder = session_.hasRun() ? session_.runFolder() : QString();
  if (folder.isEmpty() || folder == lastRun_) return;
  lastRun_ = folder;
  QSettings().setValue(kLastRun, folder);
  RecentFiles::add(folder);
}

}  // namespace nudge
