#pragma once

#include <memory>

#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

#include "app/DocumentFiles.h"
#include "app/MainWindow.h"
#include "core/experiment/Presets.h"

namespace nudge::test {

/// An experiment that learns in a moment.
inline Experiment smallExperiment() {
  Experiment experiment = presetExperiment("digits");
  experiment.name = "small";
  experiment.network.layers = {784, 60, 20};
  experiment.network.perClass = 2;
  experiment.data.train = 400;
  experiment.data.test = 300;
  experiment.learning.epochs = 3;
  return experiment;
}

/// A window on a small experiment, with its runs and settings in a folder that goes away.
struct WindowFixture {
  QTemporaryDir folder;
  std::unique_ptr<MainWindow> window;

  WindowFixture() {
    QStandardPaths::setTestModeEnabled(true);
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder.filePath("settings"));
    open();
    window->session().document().reset(smallExperiment());
  }

  /// A new window, as if the program were started again.
  void open() {
    window.reset();
    window = std::make_unique<MainWindow>(folder.filePath("runs"));
    window->files().confirm = [](const QString&) { return true; };
    window->show();
    // Keys reach a window only once it is active.
    if (!QTest::qWaitForWindowActive(window.get())) qWarning("the window did not become active");
  }

  Session& session() { return window->session(); }
  Document& document() { return window->session().document(); }

  template <class Widget = QWidget>
  Widget* find(const char* name) {
    for (auto* widget : window->findChildren<Widget*>(name)) {
      if (widget->isVisible()) return widget;
    }
    return nullptr;
  }

  void click(const char* name) {
    auto* widget = find<QWidget>(name);
    QVERIFY2(widget != nullptr, name);
    QTest::mouseClick(widget, Qt::LeftButton);
  }

  /// Trains for the first epoch of a run, and waits until it rests.
  void trainOneEpoch() {
    session().stepEpoch();
    QTRY_VERIFY_WITH_TIMEOUT(!session().playing() && session().hasRun() &&
                                 session().snapshot().epochsDone &&
                                 session().snapshot().epochsDone->size() == 1,
                             120'000);
  }
};

}  // namespace nudge::test
