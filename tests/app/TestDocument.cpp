#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include "app/Document.h"
#include "core/base/Error.h"
#include "core/experiment/Presets.h"
#include "tests/TestProgram.h"

using namespace nudge;

class TestDocument : public QObject {
  Q_OBJECT
 private slots:
  void everyChangeIsUndoneAndRedone() {
    Document document;
    document.reset(presetExperiment("fc-512"));
    const Experiment before = document.experiment();
    document.set("learning.beta", 0.7);
    document.insertLayer(2);
    document.resizeLayer(1, 300, true);
    document.replace(presetExperiment("digits"), "preset");
    const Experiment after = document.experiment();
    QCOMPARE(document.undoStack().count(), 4);
    for (int i = 0; i < 4; ++i) document.undoStack().undo();
    QVERIFY(document.experiment() == before);
    for (int i = 0; i < 4; ++i) document.undoStack().redo();
    QVERIFY(document.experiment() == after);
  }

  void aDragIsOneStep() {
    Document document;
    document.reset(presetExperiment("fc-512"));
    for (int i = 1; i <= 20; ++i) document.set("learning.beta", 0.3 + 0.01 * i, false);
    document.set("learning.beta", 0.5, true);
    QCOMPARE(document.undoStack().count(), 1);
    document.set("learning.beta", 0.6, true);
    QCOMPARE(document.undoStack().count(), 2);
    document.undoStack().undo();
    QCOMPARE(document.experiment().learning.beta, 0.5);
    document.undoStack().undo();
    QCOMPARE(document.experiment().learning.beta, 0.3);
  }

  void aValueThatIsNotAllowedChangesNothing() {
    Document document;
    document.reset(presetExperiment("fc-512"));
    QSignalSpy changed(&document, &Document::changed);
    QVERIFY_EXCEPTION_THROWN(document.set("machine.T", 0), Error);
    QVERIFY_EXCEPTION_THROWN(document.set("machine.T", "many"), Error);
    QCOMPARE(changed.count(), 0);
    QCOMPARE(document.undoStack().count(), 0);
  }

  void ratesFollowTheLayers() {
    Document document;
    document.reset(presetExperiment("fc-512"));
    document.insertLayer(1);
    QCOMPARE(document.experiment().network.layers, (std::vector<int>{784, 648, 512, 10}));
    QCOMPARE(document.experiment().learning.gamma, (std::vector<double>{1e-4, 1e-4, 1e-5}));
    QVERIFY(document.experiment().problems().empty());
    document.removeLayer(2);
    QCOMPARE(document.experiment().network.layers, (std::vector<int>{784, 648, 10}));
    QVERIFY(document.experiment().problems().empty());
    document.removeLayer(2);  // the outputs stay
    document.removeLayer(0);  // and the inputs
    document.insertLayer(0);
    document.insertLayer(3);
    QCOMPARE(document.experiment().network.layers, (std::vector<int>{784, 648, 10}));
  }

  void filesAndTheModifiedMark() {
    QTemporaryDir folder;
    Document document;
    document.reset(presetExperiment("fc-512"));
    QVERIFY(!document.modified());
    document.set("seed", 7);
    QVERIFY(document.modified());
    document.save(folder.filePath("a.nudge"));
    QVERIFY(!document.modified());
    document.undoStack().undo();
    QVERIFY(document.modified());
    Document other;
    other.open(folder.filePath("a.nudge"));
    QCOMPARE(other.experiment().seed, std::int64_t{7});
    QVERIFY(!other.modified());
    const Experiment kept = other.experiment();
    QVERIFY_EXCEPTION_THROWN(other.open(folder.filePath("missing.nudge")), Error);
    QVERIFY_EXCEPTION_THROWN(other.save("/proc/not/here.nudge"), Error);
    QVERIFY(other.experiment() == kept);
    QCOMPARE(other.path(), folder.filePath("a.nudge"));
  }

  void whatAnotherProgramWritesIsNoticed() {
    QTemporaryDir folder;
    const QString path = folder.filePath("a.nudge");
    Document document, other;
    document.reset(presetExperiment("fc-512"));
    QVERIFY(!document.changedOnDisk());
    document.save(path);
    QVERIFY(!document.changedOnDisk());
    other.open(path);
    other.set("seed", 7);
    other.save(path);
    QVERIFY(document.changedOnDisk());
    QVERIFY(!other.changedOnDisk());
    // One that comes back at the next start of the window still knows.
    Document again;
    again.restore(document.experiment(), path, true, document.digest());
    QVERIFY(again.changedOnDisk());
    again.save(path);
    QVERIFY(!again.changedOnDisk() && other.changedOnDisk());
    QVERIFY(QFile::remove(path));
    QVERIFY(!again.changedOnDisk());
    QVERIFY(QDir(folder.path()).mkdir("a.nudge"));
    QVERIFY(again.changedOnDisk());
  }
};

QTEST_GUILESS_MAIN(TestDocument)
#include "TestDocument.moc"
