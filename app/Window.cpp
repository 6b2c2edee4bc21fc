#include "app/Window.h"

#include <filesystem>

#include <QApplication>
#include <QIcon>
#include <QStandardPaths>

#include "app/DocumentFiles.h"
#include "app/Language.h"
#include "app/MainWindow.h"
#include "app/SessionKeeper.h"
#include "core/base/Error.h"

namespace nudge {

namespace {

bool hasDisplay() {
  return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY") ||
         qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
}

}  // namespace

int openWindow(int argc, char** argv, const std::string& file) {
  if (!file.empty() && !std::filesystem::exists(file)) {
    throw Error(file + ": there is no such file; `nudge --help` lists the commands.");
  }
  if (!hasDisplay()) {
    throw Error(
        "there is no display to open the explorer on; train without one, as in: nudge train "
        "digits");
  }
  QApplication application(argc, argv);
  QApplication::setOrganizationName("Nudge");
  QApplication::setApplicationName("nudge");
  QApplication::setApplicationDisplayName("Nudge");
  QApplication::setApplicationVersion(NUDGE_VERSION);
  QApplication::setDesktopFileName(NUDGE_ID);
  QApplication::setWindowIcon(QIcon(":/icons/nudge.svg"));
  speakLanguage(currentLanguage());
  const QString runs =
      QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + "/nudge/runs";
  MainWindow window(runs);
  SessionKeeper keeper(window, SavedSession::defaultPath());
  if (file.empty()) {
    keeper.restore();
  } else {
    keeper.keepUnsaved();
    window.files().open(QString::fromStdString(file));
  }
  window.show();
  return QApplication::exec();
}

}  // namespace nudge
