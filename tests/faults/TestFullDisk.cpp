// A disk that is full, or that may only be read, in the middle of a run.
#include <QtTest>

#include "tests/TestProgram.h"
#include "tests/app/Shell.h"
#include "tests/faults/SmallDisk.h"

using namespace nudge;
using namespace nudge::test;

class TestFullDisk : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    shell_ = std::make_unique<Shell>();
    QVERIFY(QDir(shell_->path("")).mkdir("disk"));
    disk_ = std::make_unique<SmallDisk>(shell_->path("disk"), "4m");
    if (!disk_->problem.isEmpty()) QSKIP(qPrintable(disk_->problem));
    shell_->write("small.nudge", smallExperiment(2).toText());
    QCOMPARE(train("disk/run").status, 0);
  }
  void cleanup() {
    disk_.reset();
    shell_.reset();
  }

  void whatWasSavedStaysAndTheRunGoesOn() {
    const QMap<QString, QByteArray> before = files();
    QFile filler(shell_->path("disk/filler"));
    QVERIFY(filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    while (filler.write(QByteArray(4096, 'x')) == 4096) {
    }
    filler.close();
    const Outcome full = train("disk/run", {"--resume", "--epochs", "4"});
    QCOMPARE(full.status, 1);
    QVERIFY2(full.err.contains("No space left on device") && full.err.contains("disk/run/"),
             qPrintable(full.err));
    QCOMPARE(files(), before);
    QVERIFY(filler.remove());
    QCOMPARE(train("disk/run", {"--resume", "--epochs", "4"}).status, 0);
    QCOMPARE(train("whole", {"--epochs", "4"}).status, 0);
    QCOMPARE(shell_->bytes("disk/run/metrics.csv"), shell_->bytes("whole/metrics.csv"));
    QCOMPARE(shell_->bytes("disk/run/parameters.safetensors"),
             shell_->bytes("whole/parameters.safetensors"));
  }

  void whatMayOnlyBeReadIsReadAndLeftAlone() {
    const QMap<QString, QByteArray> before = files();
    QVERIFY(disk_->setReadOnly(true));
    const Outcome more = train("disk/run", {"--resume", "--epochs", "4"});
    QCOMPARE(more.status, 1);
    QVERIFY2(more.err.contains("Read-only file system"), qPrintable(more.err));
    const Outcome fresh = train("disk/other");
    QCOMPARE(fresh.status, 1);
    QVERIFY2(fresh.err.contains("disk/other") && fresh.err.contains("Read-only file system"),
             qPrintable(fresh.err));
    QCOMPARE(files(), before);
    const Outcome features = shell_->run({"features", "disk/run", "--out", "patterns"});
    QVERIFY2(features.status == 0, qPrintable(features.err));
    const Outcome inPlace = shell_->run({"features", "disk/run"});
    QCOMPARE(inPlace.status, 1);
    QVERIFY2(inPlace.err.contains("disk/run/features"), qPrintable(inPlace.err));
    QVERIFY(disk_->setReadOnly(false));
  }

 private:
  Outcome train(const QString& out, const QStringList& more = {}) const {
    return shell_->run(QStringList{"train", "small.nudge", "--out", out} + more);
  }

  /// What the run's folder holds, by name.
  QMap<QString, QByteArray> files() const {
    QMap<QString, QByteArray> all;
    for (const QString& name : QDir(shell_->path("disk/run")).entryList(QDir::Files))
      all[name] = shell_->bytes("disk/run/" + name);
    return all;
  }

  std::unique_ptr<Shell> shell_;
  std::unique_ptr<SmallDisk> disk_;
};

QTEST_GUILESS_MAIN(TestFullDisk)
#include "TestFullDisk.moc"
