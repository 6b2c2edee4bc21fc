// Two windows of the explorer on the same files: the second is told, and the first is not
// disturbed.
#include <QtTest>

#include "app/SessionKeeper.h"
#include "core/experiment/RunDriver.h"
#include "tests/TestProgram.h"
#include "tests/app/WindowFixture.h"
#include "tests/faults/FileBytes.h"

using namespace nudge;
using namespace nudge::test;

namespace {

bool finished(const MainWindow& window) {
  return const_cast<MainWindow&>(window).session().snapshot().stage == RunStage::Finished;
}

}  // namespace

class TestTwoWindows : public QObject {
  Q_OBJECT

 private slots:
  void oneRunFolder() {
    WindowFixture f;
    f.document().set("learning.epochs", 2000);
    f.session().play();
    QTRY_VERIFY_WITH_TIMEOUT(f.session().hasRun() && f.session().playing(), kPatience);
    const QString run = f.session().runFolder();
    MainWindow other(f.folder.filePath("runs"));
    other.files().confirm = [](const QString&) { return true; };
    other.show();
    other.files().open(run);
    QTRY_VERIFY_WITH_TIMEOUT(said(other).contains("another nudge is at work"), kPatience);
    QVERIFY(!other.session().hasRun());
    QVERIFY(f.session().playing());
    QCOMPARE(other.session().document().experiment().network.layers,
             f.document().experiment().network.layers);
    // What it shows can be trained: in a folder of its own.
    other.session().play();
    QTRY_VERIFY_WITH_TIMEOUT(other.session().hasRun(), kPatience);
    QVERIFY(other.session().runFolder() != run);
    QCOMPARE(other.session().running(), f.session().running());
    f.document().set("learning.epochs", 2);
    other.session().document().set("learning.epochs", 2);
    f.session().restart();
    other.session().restart();
    // Once nobody is at work in it any more, it is theirs.
    QTRY_VERIFY_WITH_TIMEOUT(!f.session().hasRun(), kPatience);
    other.files().open(run);
    QTRY_VERIFY_WITH_TIMEOUT(other.session().hasRun() && other.session().runFolder() == run,
                             kPatience);
  }

  void runsThatBeginTogether() {
    WindowFixture f;
    std::vector<std::unique_ptr<MainWindow>> windows;
    for (int k = 0; k < 4; ++k) {
      windows.push_back(std::make_unique<MainWindow>(f.folder.filePath("runs")));
      windows.back()->session().document().reset(smallExperiment());
    }
    for (const auto& window : windows) window->session().play();
    QStringList folders;
    for (const auto& window : windows) {
      QTRY_VERIFY_WITH_TIMEOUT(finished(*window), kPatience);
      QVERIFY2(window->session().warnings().isEmpty(), qPrintable(said(*window)));
      folders << window->session().runFolder();
    }
    QCOMPARE(folders.removeDuplicates(), 0);
    windows.clear();
    for (const QString& folder : folders)
      QCOMPARE(bytesOf(folder + "/metrics.csv"), bytesOf(folders[0] + "/metrics.csv"));
  }

  void oneDocument() {
    WindowFixture f;
    const QString path = f.folder.filePath("both.nudge");
    f.window->files().askSavePath = [&] { return QString(path); };
    press(*f.window, "saveDocument");
    MainWindow other(f.folder.filePath("runs"));
    other.files().open(path);
    other.session().document().set("learning.beta", 4.5);
    press(other, "saveDocument");
    QVERIFY(!other.session().document().modified());
    // The first does not write over that unasked.
    f.document().set("learning.beta", 3.5);
    QStringList asked;
    f.window->files().confirm = [&](const QString& question) {
      asked << question;
      return asked.size() > 1;
    };
    press(*f.window, "saveDocument");
    QVERIFY2(asked.value(0).contains("both.nudge has been changed"), qPrintable(asked.value(0)));
    QCOMPARE(Experiment::load(path.toStdString()).learning.beta, 4.5);
    QVERIFY(f.document().modified());
    press(*f.window, "saveDocument");
    QCOMPARE(Experiment::load(path.toStdString()).learning.beta, 3.5);
    press(*f.window, "saveDocument");
    QCOMPARE(asked.size(), 2);
  }

  void oneSession() {
    // Both have changes that nobody saved: neither window's go over the other's.
    WindowFixture f;
    const QString file = f.folder.filePath("session.json");
    MainWindow other(f.folder.filePath("runs"));
    {
      SessionKeeper first(*f.window, file), second(other, file);
      second.restore();
      f.document().set("learning.beta", 3.5);
      other.session().document().set("learning.beta", 4.5);
      f.window->close();
      other.close();
    }
    {
      // One window starts again, and then a second.
      MainWindow again(f.folder.filePath("runs"));
      SessionKeeper keeper(again, file);
      keeper.restore();
      QCOMPARE(again.session().document().experiment().learning.beta, 3.5);
      const QDir unsaved(f.folder.filePath("unsaved"));
      const QStringList kept = unsaved.entryList({"*.nudge"});
      QCOMPARE(kept.size(), 1);
      QCOMPARE(Experiment::load(unsaved.filePath(kept[0]).toStdString()).learning.beta, 4.5);
      MainWindow more(f.folder.filePath("runs"));
      SessionKeeper keeperOfMore(more, file);
      keeperOfMore.restore();
      QCOMPARE(unsaved.entryList({"*.nudge"}).size(), 1);
    }
    QVERIFY(bytesOf(file).contains("3.5"));
  }

 private:
  static void press(MainWindow& window, const char* name) {
    auto* action = window.findChild<QAction*>(name);
    QVERIFY2(action != nullptr, name);
    action->trigger();
  }
  static QString said(const MainWindow& window) {
    return const_cast<MainWindow&>(window).session().warnings().join('\n');
  }
};

QTEST_MAIN(TestTwoWindows)
#include "TestTwoWindows.moc"
