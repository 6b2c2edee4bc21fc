// How the window feels while the default experiment trains, at 1920×1080: pictures a second, how
// long an event waits, and how long a click takes until its effect is drawn. Prints; asserts
// nothing.
#include <algorithm>
#include <cstdio>
#include <thread>
#include <vector>

#include <QApplication>
#include <QElapsedTimer>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

#include "app/DocumentFiles.h"
#include "app/MainWindow.h"
#include "core/experiment/Presets.h"
#include "widgets/CellsView.h"

using namespace nudge;

namespace {

constexpr int kMeasureMilliseconds = 5000;

/// Counts how often a widget is drawn, and when last.
class PaintCounter : public QObject {
 public:
  explicit PaintCounter(QWidget* widget) { widget->installEventFilter(this); }
  int count = 0;

 protected:
  bool eventFilter(QObject* /*watched*/, QEvent* event) override {
    if (event->type() == QEvent::Paint) ++count;
    return false;
  }
};

void report(const char* what, std::vector<double> values, const char* unit) {
  std::sort(values.begin(), values.end());
  std::printf("%-44s median %7.2f  95 %% %7.2f  max %7.2f %s\n", what, values[values.size() / 2],
              values[values.size() * 95 / 100], values.back(), unit);
}

QWidget* visibleChild(MainWindow& window, const char* name) {
  for (auto* child : window.findChildren<QWidget*>(name)) {
    if (child->isVisible()) return child;
  }
  qFatal("no visible %s", name);
}

/// How long an event that another thread sends waits until the window takes it.
void measureWaits(const char* what) {
  std::vector<double> waits;
  std::jthread sender([&](const std::stop_token& stop) {
    while (!stop.stop_requested()) {
      QElapsedTimer sent;
      sent.start();
      QMetaObject::invokeMethod(
          qApp, [&waits, sent] { waits.push_back(static_cast<double>(sent.nsecsElapsed()) / 1e6); },
          Qt::QueuedConnection);
      std::this_thread::sleep_for(std::chrono::milliseconds(7));
    }
  });
  QTest::qWait(kMeasureMilliseconds);
  sender.request_stop();
  sender.join();
  QTest::qWait(20);
  report(what, waits, "ms");
}

void measureFrames(MainWindow& window, const char* what, const char* watched) {
  PaintCounter counter(visibleChild(window, watched));
  QElapsedTimer time;
  time.start();
  QTest::qWait(kMeasureMilliseconds);
  std::printf("%-44s %.1f a second\n", what,
              counter.count * 1000.0 / static_cast<double>(time.elapsed()));
}

/// From the click on a button until the state of the run has changed and the strip is drawn.
void measureClicks(MainWindow& window) {
  std::vector<double> delays;
  for (int i = 0; i < 40; ++i) {
    QWidget* strip = visibleChild(window, "status-strip");
    QWidget* play = visibleChild(window, "run-play");
    const bool before = window.session().playing();
    QElapsedTimer time;
    time.start();
    QTest::mouseClick(play, Qt::LeftButton);
    while (window.session().playing() == before)
      QApplication::processEvents(QEventLoop::WaitForMoreEvents);
    strip->repaint();
    delays.push_back(static_cast<double>(time.nsecsElapsed()) / 1e6);
    QTest::qWait(130 + 7 * (i % 5));
  }
  report("click on play or pause until drawn", delays, "ms");
}

}  // namespace

int main(int argc, char** argv) {
  QApplication application(argc, argv);
  QStandardPaths::setTestModeEnabled(true);
  const QTemporaryDir folder;
  QElapsedTimer start;
  start.start();
  MainWindow window(folder.filePath("runs"));
  window.resize(1920, 1080);
  window.files().confirm = [](const QString&) { return true; };
  window.show();
  while (window.session().data() == nullptr) QTest::qWait(1);
  while (window.findChild<CellsView*>("cells1") == nullptr) QTest::qWait(1);
  std::printf("%-44s %lld ms\n", "start to first moving picture",
              static_cast<long long>(start.elapsed()));
  window.session().document().set("learning.epochs", 10000);
  window.session().play();
  QTest::qWait(1000);
  window.showWorkspace(2);
  QTest::qWait(500);
  measureFrames(window, "Training: pictures of the watched sample", "watched-layer-1");
  measureWaits("Training: an event waits");
  const double watched = window.session().snapshot().samplesPerSecond;
  window.showWorkspace(1);
  QTest::qWait(500);
  measureFrames(window, "Dynamics: pictures of the cells", "cells1");
  measureWaits("Dynamics: an event waits");
  window.showWorkspace(2);
  measureClicks(window);
  std::printf("%-44s %.0f samples a second\n", "training while watched (Training)", watched);
  return 0;
}
