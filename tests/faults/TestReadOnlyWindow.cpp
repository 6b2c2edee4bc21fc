// Documents, runs and pictures in folders that may only be read: they are shown, what cannot be
// written is said, and nothing is lost.
#include <sys/stat.h>

#include <QtTest>

#include "app/SessionKeeper.h"
#include "core/experiment/RunDriver.h"
#include "tests/TestProgram.h"
#include "tests/app/WindowFixture.h"
#include "tests/faults/FileBytes.h"
#include "tests/faults/SmallDisk.h"

using namespace nudge;
using namespace nudge::test;

namespace {

Experiment quick(int epochs) {
  Experiment experiment = smallExperiment();
  experiment.data.train = 200;
  experiment.data.test = 100;
  experiment.learning.epochs = epochs;
  return experiment;
}

}  // namespace

class TestReadOnlyWindow : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    place_ = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(place_->path()).mkdir("disk"));
    disk_ = std::make_unique<SmallDisk>(disk(""), "16m");
    if (!disk_->problem.isEmpty()) QSKIP(qPrintable(disk_->problem));
  }
  void cleanup() {
    disk_.reset();
    place_.reset();
  }

  void aDocumentIsShownAndKeptInTheWindow() {
    const QString path = disk("small.nudge");
    quick(3).save(path.toStdString());
    const QByteArray before = bytesOf(path);
    QVERIFY(disk_->setReadOnly(true));
    WindowFixture f;
    f.window->files().open(path);
    QCOMPARE(f.document().path(), path);
    f.document().set("learning.beta", 3.5);
    press(f, "saveDocument");
    QVERIFY2(warning(f).contains("Read-only file system") && warning(f).contains(path),
             qPrintable(warning(f)));
    QVERIFY(f.document().modified());
    QCOMPARE(f.document().experiment().learning.beta, 3.5);
    QCOMPARE(bytesOf(path), before);
    // Elsewhere it can be saved, and here again once that is allowed.
    f.window->files().askSavePath = [&] { return f.folder.filePath("other.nudge"); };
    press(f, "saveDocumentAs");
    QVERIFY2(warning(f).isEmpty(), qPrintable(warning(f)));
    QVERIFY(!f.document().modified());
    QVERIFY(disk_->setReadOnly(false));
    f.window->files().askSavePath = [&] { return QString(path); };
    press(f, "saveDocumentAs");
    QCOMPARE(Experiment::load(path.toStdString()).learning.beta, 3.5);
  }

  void aRunIsShownAndStaysUntilItIsGivenUp() {
    const QString path = disk("run");
    finish(path, 1);
    const QByteArray before = bytesOf(path + "/metrics.csv");
    QVERIFY(disk_->setReadOnly(true));
    WindowFixture f;
    f.window->files().open(path);
    QTRY_VERIFY_WITH_TIMEOUT(f.session().hasRun(), kPatience);
    QVERIFY2(f.session().warnings().isEmpty(), qPrintable(f.session().warnings().join('\n')));
    learnInVain(f);
    QVERIFY(f.session().hasRun());
    // Another one is prepared: the run, which nobody has written down, is still there.
    f.document().set("network.layers", Json::array({784, 30, 20}));
    f.session().restart();
    QTRY_VERIFY_WITH_TIMEOUT(said(f).contains("Read-only file system"), kPatience);
    QVERIFY(f.session().hasRun() && f.session().restartNeeded());
    QCOMPARE(f.session().running().network.layers, quick(1).network.layers);
    f.document().set("network.layers", Json(quick(1).network.layers));
    QVERIFY(!f.session().restartNeeded());
    // Writable again, it is written down and goes on.
    QVERIFY(disk_->setReadOnly(false));
    f.session().play();
    QTRY_VERIFY_WITH_TIMEOUT(f.session().snapshot().stage == RunStage::Finished, kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(bytesOf(path + "/metrics.csv").count('\n'), 4, kPatience);
    QVERIFY(bytesOf(path + "/metrics.csv").startsWith(before.trimmed()));
    const QString whole = disk("whole");
    finish(whole, 3);
    QCOMPARE(bytesOf(path + "/metrics.csv"), bytesOf(whole + "/metrics.csv"));
  }

  void closingAsksForARunThatCannotBeSaved() {
    const QString path = disk("run");
    finish(path, 1);
    const QByteArray before = bytesOf(path + "/checkpoint.safetensors");
    QVERIFY(disk_->setReadOnly(true));
    WindowFixture f;
    openAndLearnInVain(f, path);
    QVERIFY(!f.window->close());
    QVERIFY2(said(f).contains("close again to give it up"), qPrintable(said(f)));
    QVERIFY(f.window->isVisible() && f.session().hasRun());
    QCOMPARE(bytesOf(path + "/checkpoint.safetensors"), before);
    // Where there is room again the second close saves it; nothing is given up.
    QVERIFY(disk_->setReadOnly(false));
    QVERIFY(f.window->close());
    QVERIFY(bytesOf(path + "/checkpoint.safetensors") != before);
  }

  void closingTwiceGivesARunUp() {
    const QString path = disk("run");
    finish(path, 1);
    QVERIFY(disk_->setReadOnly(true));
    WindowFixture f;
    openAndLearnInVain(f, path);
    QVERIFY(!f.window->close());
    QVERIFY(f.window->close());
  }

  void runsThatHaveNoPlace() {
    QVERIFY(disk_->setReadOnly(true));
    WindowFixture f;
    f.window.reset();
    f.window = std::make_unique<MainWindow>(disk("runs"));
    f.document().reset(quick(1));
    f.session().play();
    QTRY_VERIFY_WITH_TIMEOUT(said(f).contains("the folder cannot be made: Read-only file system"),
                             kPatience);
    QVERIFY(!f.session().hasRun());
    QVERIFY(disk_->setReadOnly(false));
    f.session().play();
    QTRY_VERIFY_WITH_TIMEOUT(f.session().snapshot().stage == RunStage::Finished, kPatience);
  }

  void aReportHasNoPlace() {
    const QString path = disk("run");
    finish(path, 1);
    QVERIFY(disk_->setReadOnly(true));
    WindowFixture f;
    f.window->files().showPage = [](const QString&) { QFAIL("there is no page"); };
    f.window->files().open(path);
    QTRY_VERIFY_WITH_TIMEOUT(f.session().hasRun(), kPatience);
    press(f, "reportOfRun");
    QVERIFY2(warning(f).contains("Read-only file system"), qPrintable(warning(f)));
  }

  void theSessionIsSaidOnceAndTriedAgain() {
    const QString file = disk("session.json");
    WindowFixture f;
    SessionKeeper keeper(*f.window, file);
    f.document().set("learning.beta", 3.5);
    QTRY_VERIFY_WITH_TIMEOUT(bytesOf(file).contains("3.5"), kPatience);
    // Full, because a disk on which the session's lock is held open cannot be made read-only.
    QFile filler(disk("filler"));
    QVERIFY(filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    while (filler.write(QByteArray(4096, 'x')) == 4096) continue;
    f.document().set("learning.beta", 4.5);
    QTRY_VERIFY_WITH_TIMEOUT(warning(f).contains("No space left"), kPatience);
    f.window->files().withFile([] {});
    f.document().set("learning.beta", 5.5);
    QTest::qWait(1500);
    QVERIFY2(warning(f).isEmpty(), qPrintable(warning(f)));
    QVERIFY(bytesOf(file).contains("3.5"));
    QVERIFY(filler.remove());
    f.document().set("learning.beta", 6.5);
    QTRY_VERIFY_WITH_TIMEOUT(bytesOf(file).contains("6.5"), kPatience);
  }

  void pipesAreNoDocuments() {
    const QString pipe = place_->filePath("pipe");
    WindowFixture f;
    for (const char* end : {"", ".nudge", ".png"}) {
      QCOMPARE(::mkfifo((pipe + end).toUtf8().constData(), 0600), 0);
      f.window->files().take(pipe + end);
      QVERIFY2(warning(f).contains("is a pipe or a device"), end);
    }
    f.window->files().open(pipe);
    QVERIFY(warning(f).contains("is a pipe or a device"));
  }

  void pathsThatLeadNowhere() {
    const QString loop = place_->filePath("loop");
    QVERIFY(QFile::link(loop, loop));
    WindowFixture f;
    for (const QString& path : {loop, loop + "/run", loop + "/small.nudge",
                                place_->filePath(QString(300, 'x')) + ".nudge"}) {
      f.window->files().open(path);
      QVERIFY2(!warning(f).isEmpty(), qPrintable(path));
      f.session().openRun(path);
      QVERIFY(!f.session().warnings().isEmpty());
    }
    SavedSession session;
    session.experiment = quick(1);
    session.run = loop + "/run";
    session.save(place_->filePath("session.json"));
    SessionKeeper(*f.window, place_->filePath("session.json")).restore();
    QCOMPARE(f.document().experiment().learning.epochs, 1);
  }

 private:
  /// A user who says yes to every question.
  static void openAndLearnInVain(WindowFixture& f, const QString& path) {
    f.window->files().confirm = [](const QString&) { return true; };
    f.window->files().open(path);
    QTRY_VERIFY_WITH_TIMEOUT(f.session().hasRun(), kPatience);
    learnInVain(f);
  }

  /// A mini-batch more than an opened run has, which cannot be written down.
  static void learnInVain(WindowFixture& f) {
    f.document().set("learning.epochs", 3);
    QTRY_VERIFY_WITH_TIMEOUT(said(f).contains("Read-only file system"), kPatience);
    const double before = f.session().snapshot().progress;
    f.session().stepMiniBatch();
    QTRY_VERIFY_WITH_TIMEOUT(f.session().snapshot().progress > before, kPatience);
  }

  QString disk(const QString& name) const { return place_->filePath("disk/" + name); }
  static QString warning(WindowFixture& f) { return f.window->files().warning(); }
  static QString said(WindowFixture& f) { return f.session().warnings().join('\n'); }
  static void press(WindowFixture& f, const char* name) {
    auto* action = f.window->findChild<QAction*>(name);
    QVERIFY2(action != nullptr, name);
    action->trigger();
  }
  static void finish(const QString& path, int epochs) {
    auto run = startRun(quick(epochs));
    RunKeeper keeper(RunFolder::create(path.toStdString(), quick(epochs)));
    QVERIFY(drive(*run, keeper, {}, {}));
  }

  std::unique_ptr<QTemporaryDir> place_;
  std::unique_ptr<SmallDisk> disk_;
};

QTEST_MAIN(TestReadOnlyWindow)
#include "TestReadOnlyWindow.moc"
