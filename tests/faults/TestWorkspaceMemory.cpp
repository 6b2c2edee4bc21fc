// Memory stays flat, however often another workspace is shown.
#include <malloc.h>

#include <QtTest>

#include "tests/TestProgram.h"
#include "tests/app/WindowFixture.h"
#include "tests/faults/Memory.h"

using namespace nudge;
using namespace nudge::test;

class TestWorkspaceMemory : public QObject {
  Q_OBJECT

 private slots:
  void aThousandSwitches() {
    if (!kMeasuresMemory) QSKIP("memory cannot be measured here");
    constexpr int kSwitches = 1'000;
    constexpr double kSlack = 8;  // MiB, from a fifth of the way to its end
    WindowFixture f;
    QTRY_VERIFY_WITH_TIMEOUT(f.session().data() != nullptr, 30'000);
    double warm = 0;
    for (int k = 0; k < kSwitches; ++k) {
      if (k == kSwitches / 5) warm = resident();
      f.window->showWorkspace(k % f.window->workspaces());
      QCoreApplication::processEvents();
    }
    const double now = resident();
    qInfo("%.1f MiB, then %.1f", warm, now);
    QVERIFY2(now - warm < kSlack, qPrintable(QString::number(now - warm)));
  }

 private:
  static double resident() {
    malloc_trim(0);
    return memoryOf("VmRSS");
  }
};

QTEST_MAIN(TestWorkspaceMemory)
#include "TestWorkspaceMemory.moc"
