// `nudge sweep` as a shell would run it: its files, messages, interruptions.
#include <csignal>

#include <QDir>
#include <QtTest>

#include "tests/TestProgram.h"
#include "tests/app/Shell.h"

using namespace nudge;
using namespace nudge::test;

namespace {

const char* const kGrid = R"({"format": "nudge-sweep", "version": 1, "base": "small.nudge",
  "grid": {"beta": [0.5, 2]}, "seeds": [1, 2]})";

/// metrics.csv of all runs, by folder.
QMap<QString, QByteArray> metricsBelow(const Shell& shell, const QString& name) {
  QMap<QString, QByteArray> all;
  for (const QString& run : QDir(shell.path(name + "/runs")).entryList({"case-*"})) {
    all[run] = shell.bytes(name + "/runs/" + run + "/metrics.csv");
  }
  return all;
}

}  // namespace

class TestSweepCommand : public QObject {
  Q_OBJECT

 private slots:
  void writesWhatTrainWrites() {
    const Shell shell;
    shell.write("small.nudge", smallExperiment(2).toText());
    shell.write("grid.json", kGrid);
    const Outcome first = shell.run({"sweep", "grid.json", "--out", "out"});
    QVERIFY2(first.status == 0, qPrintable(first.err));
    QVERIFY(!first.err.contains('\r'));  // no bar where there is no terminal
    QVERIFY2(first.out.contains("case-2-seed-1  train"), qPrintable(first.out));
    QVERIFY(first.out.contains("learning.beta = 2.0"));
    for (const char* name : {"sweep.csv", "cases.csv", "sweep.svg", "sweep.png", "sweep.json",
                             "runs/case-1-seed-2/report.html"}) {
      QVERIFY2(!shell.bytes(QString("out/") + name).isEmpty(), name);
    }
    QCOMPARE(shell.run({"train", "small.nudge", "--set", "beta=2", "--seed", "1", "--out", "one"})
                 .status,
             0);
    for (const char* name : {"metrics.csv", "experiment.nudge", "parameters.safetensors"}) {
      QCOMPARE(shell.bytes(QString("out/runs/case-2-seed-1/") + name),
               shell.bytes(QString("one/") + name));
    }
    // Again: nothing runs twice, and a report that was lost comes back.
    const QByteArray table = shell.bytes("out/sweep.csv");
    QVERIFY(QFile::remove(shell.path("out/runs/case-1-seed-2/report.html")));
    const Outcome again = shell.run({"sweep", "grid.json", "--out", "out", "--jobs", "1"});
    QCOMPARE(again.status, 0);
    QVERIFY2(!again.out.contains("train"), qPrintable(again.out));
    QCOMPARE(shell.bytes("out/sweep.csv"), table);  // the seconds too
    QVERIFY(QFile::exists(shell.path("out/runs/case-1-seed-2/report.html")));
    // The folder is this sweep's alone.
    shell.write("grid.json", QString(kGrid).replace("0.5", "0.7").toStdString());
    const Outcome other = shell.run({"sweep", "grid.json", "--out", "out"});
    QCOMPARE(other.status, 1);
    QVERIFY2(other.err.contains("out: belongs to another sweep"), qPrintable(other.err));
  }

  void interruptedItGoesOnTheSame_data() {
    QTest::addColumn<int>("signal");
    QTest::newRow("Ctrl-C") << SIGINT;
    QTest::newRow("kill -9") << SIGKILL;
  }
  void interruptedItGoesOnTheSame() {
    QFETCH(int, signal);
    const Shell shell;
    shell.write("small.nudge", smallExperiment(4).toText());
    shell.write("grid.json", kGrid);
    QCOMPARE(shell.run({"sweep", "grid.json", "--out", "whole"}).status, 0);
    int interruptions = 0;
    for (int i = 0; i < 4; ++i) {
      const auto process = shell.start({"sweep", "grid.json", "--out", "cut"});
      QVERIFY(process->waitForStarted());
      if (process->waitForFinished(100 + 120 * i)) break;  // at another moment each time
      ::kill(static_cast<pid_t>(process->processId()), i % 2 == 0 ? SIGINT : signal);
      QVERIFY(process->waitForFinished(60'000));
      const QString err = QString::fromUtf8(process->readAllStandardError());
      // A signal that comes before the program has begun ends it as any other.
      if (process->exitStatus() == QProcess::NormalExit && process->exitCode() != 0) {
        QCOMPARE(process->exitCode(), 1);
        QVERIFY2(err.contains("go on with\n  nudge sweep grid.json --out cut"), qPrintable(err));
      }
      ++interruptions;
    }
    QVERIFY(interruptions >= 1);
    const Outcome last = shell.run({"sweep", "grid.json", "--out", "cut"});
    QVERIFY2(last.status == 0, qPrintable(last.err));
    const auto whole = metricsBelow(shell, "whole");
    QCOMPARE(whole.size(), 4);
    QCOMPARE(metricsBelow(shell, "cut"), whole);
  }

  void whatCannotRunStartsNothing_data() {
    QTest::addColumn<QString>("document");
    QTest::addColumn<QString>("says");
    QTest::newRow("none") << ""
                          << "grid.json: cannot be opened";
    QTest::newRow("a problem of one case")
        << QString(kGrid).replace("\"beta\": [0.5, 2]",
                                  "\"layers\": [[784, 40, 20], [784, 40, 25]]")
        << "grid.json: case 2 (network.layers = [784,40,25])";
    QTest::newRow("a slip") << QString(kGrid).replace("\"beta\"", "\"betta\"")
                            << "did you mean \"beta\"?";
  }
  void whatCannotRunStartsNothing() {
    QFETCH(QString, document);
    QFETCH(QString, says);
    const Shell shell;
    shell.write("small.nudge", smallExperiment(1).toText());
    if (!document.isEmpty()) shell.write("grid.json", document.toStdString());
    const Outcome outcome = shell.run({"sweep", "grid.json"});
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.err.contains(says), qPrintable(outcome.err));
    QVERIFY(!QFile::exists(shell.path("sweeps")));
    QCOMPARE(shell.run({"sweep"}).status, 2);
    QCOMPARE(shell.run({"sweep", "grid.json", "--jobs", "0"}).status, 2);
  }

  void failuresAreToldAndTheOthersGoOn() {
    const Shell shell;
    shell.write("small.nudge", smallExperiment(1).toText());
    shell.write("grid.json",
                QString(kGrid)
                    .replace("\"beta\": [0.5, 2]", "\"source\": [\"digits\", \"mnist\"]")
                    .toStdString());
    const Outcome outcome = shell.run({"sweep", "grid.json"});
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.err.contains("nudge data fetch mnist"), qPrintable(outcome.err));
    QVERIFY2(outcome.err.contains("2 of 4 runs are finished, 2 failed"), qPrintable(outcome.err));
    QCOMPARE(shell.bytes("sweeps/grid/cases.csv").count('\n'), 3);
  }
};

QTEST_GUILESS_MAIN(TestSweepCommand)
#include "TestSweepCommand.moc"
