#include "app/Window.h"

#include <QApplication>
#include <QStandardPaths>

#include "app/MainWindow.h"

namespace nudge {

int openWindow(int argc, char** argv, const std::string& file) {
  QApplication application(argc, argv);
  QApplication::setApplicationName("nudge");
  QApplication::setApplicationDisplayName("Nudge");
  QApplication::setApplicationVersion(NUDGE_VERSION);
  const QString runs = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + "/runs";
  MainWindow window(runs);
  if (!file.empty()) window.open(QString::fromStdString(file));
  window.show();
  return QApplication::exec();
}

}  // namespace nudge
