// `nudge features` as a shell would run it.
#include <csignal>

#include <QRegularExpression>
#include <QtTest>

#include "core/base/StrictJson.h"
#include "tests/TestProgram.h"
#include "tests/app/Shell.h"

using namespace nudge;
using namespace nudge::test;

namespace {

/// Whether the process catches SIGINT by now.
bool waitsForCtrlC(qint64 process) {
  QFile status(QString("/proc/%1/status").arg(process));
  if (!status.open(QIODevice::ReadOnly)) return true;
  static const QRegularExpression caught("SigCgt:\\s*([0-9a-f]+)");
  const QString mask = caught.match(QString::fromUtf8(status.readAll())).captured(1);
  return (mask.toULongLong(nullptr, 16) >> (SIGINT - 1) & 1U) != 0;
}

}  // namespace

class TestFeaturesCommand : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase() {
    smallExperiment(2).save(shell_.path("small.nudge").toStdString());
    const Outcome outcome = shell_.run({"train", "small.nudge", "--out", "run"});
    QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
  }

  void drawsWhatARunLooksFor() {
    const Outcome outcome = shell_.run({"features", "run", "--sample", "3", "--out", "f"});
    QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
    QVERIFY(outcome.out.contains("copy     train"));
    QVERIFY(outcome.out.contains("75.4 %, 69 %"));
    QVERIFY(outcome.out.contains("network  train"));
    QVERIFY(shell_.bytes("f/features.png").startsWith("\x89PNG"));
    QVERIFY(shell_.bytes("f/features.svg").contains("<svg"));
    const QList<QByteArray> rows = shell_.bytes("f/patterns.csv").trimmed().split('\n');
    QCOMPARE(rows.size(), 1 + 10 + 10);
    for (const QByteArray& row : rows) QCOMPARE(row.count(','), 3 + 784);
    const Json json = Json::parse(shell_.bytes("f/features.json").toStdString());
    QCOMPARE(json["classes"].size(), std::size_t{10});
    QCOMPARE(json["classes"][3]["outputs"].size(), std::size_t{20});
    QCOMPARE(json["copy"]["train"]["samples"].get<int>(), 1000);
    QVERIFY(json["copy"]["test"]["percent"].get<double>() > 30);
    QCOMPARE(json["options"]["steps"].get<int>(), 100);
    QCOMPARE(json["hidden"].size(), std::size_t{10});
    QCOMPARE(json["image"]["sample"].get<int>(), 3);
  }

  void theSameSeedGivesTheSameBytes() {
    for (const char* folder : {"a", "b"})
      QCOMPARE(
          shell_.run({"features", "run", "--seed", "5", "--steps", "9", "--out", folder}).status,
          0);
    QCOMPARE(shell_.bytes("a/patterns.csv"), shell_.bytes("b/patterns.csv"));
    QCOMPARE(shell_.run({"features", "run", "--seed", "6", "--steps", "9", "--out", "c"}).status,
             0);
    QVERIFY(shell_.bytes("a/patterns.csv") != shell_.bytes("c/patterns.csv"));
  }

  void takesParametersOfAPresetOrFile() {
    const Outcome trained =
        shell_.run({"features", "small.nudge", "--parameters", "run/parameters.safetensors",
                    "--sample", "3", "--out", "p"});
    QVERIFY2(trained.status == 0, qPrintable(trained.err));
    QCOMPARE(shell_.run({"features", "run", "--sample", "3"}).status, 0);
    QCOMPARE(shell_.bytes("p/patterns.csv"), shell_.bytes("run/features/patterns.csv"));
    const Outcome random = shell_.run({"features", "small.nudge", "--out", "q"});
    QCOMPARE(random.status, 0);
    QVERIFY(random.err.contains("random weights"));
  }

  void refusals_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* name, const QStringList& arguments, int status,
                        const char* message) {
      QTest::newRow(name) << arguments << status << message;
    };
    row("no such run", {"nowhere"}, 1, "nowhere");
    row("no run in it", {"."}, 1, "holds no run");
    row("sample", {"run", "--sample", "200"}, 1, "0 to 199");
    row("class", {"run", "--class", "10"}, 1, "0 to 9");
    row("layer", {"run", "--layer", "2"}, 1, "1 hidden layer");
    row("steps", {"run", "--steps", "0"}, 1, "from 1 to 10");
    row("rate", {"run", "--rate", "fast"}, 1, "features.rate");
    row("start", {"run", "--start", "white"}, 1, "noise");
    row("neurons", {"run", "--neurons", "99"}, 2, "--neurons");
    row("no run given", {}, 2, "run");
    row("parameters twice", {"run", "--parameters", "run/parameters.safetensors"}, 1,
        "has its own");
    row("no file to read", {"small.nudge", "--parameters", "no.safetensors"}, 1, "no.safetensors");
  }

  void refusals() {
    QFETCH(QStringList, arguments);
    QFETCH(int, status);
    QFETCH(QString, message);
    const Outcome outcome = shell_.run(QStringList{"features", "--out", "refused"} + arguments);
    QCOMPARE(outcome.status, status);
    QVERIFY2(outcome.err.contains(message), qPrintable(outcome.err));
    QVERIFY(outcome.out.isEmpty());
    QVERIFY(!QFileInfo::exists(shell_.path("refused")));
  }

  void isStoppedByCtrlC() {
    const auto process = shell_.start(
        {"features", "run", "--steps", "10000", "--smoothing", "0.1", "--out", "stopped"});
    // Once the program waits for the signal, so that it does not die of it.
    QVERIFY(process->waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(waitsForCtrlC(process->processId()), 20'000);
    ::kill(static_cast<pid_t>(process->processId()), SIGINT);
    QVERIFY(process->waitForFinished(20'000));
    if (process->exitCode() == 0) QSKIP("it was done before it could be stopped");
    QCOMPARE(process->exitCode(), 1);
    QVERIFY(process->readAllStandardError().contains("nothing was written"));
    QVERIFY(!QFileInfo::exists(shell_.path("stopped/features.png")));
  }

  void helpHasAnExample() {
    const Outcome outcome = shell_.run({"features", "--help"});
    QCOMPARE(outcome.status, 0);
    QVERIFY(outcome.out.contains("Example:"));
    for (const char* option : {"--steps", "--rate", "--regularisation", "--start", "--seed",
                               "--sample", "--out", "--parameters"})
      QVERIFY2(outcome.out.contains(option), option);
  }

 private:
  Shell shell_;
};

QTEST_APPLESS_MAIN(TestFeaturesCommand)
#include "TestFeaturesCommand.moc"
