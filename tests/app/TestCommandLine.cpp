// The program as a shell would run it: its files, messages, exit statuses, interruptions.
#include <csignal>
#include <map>

#include <QDir>
#include <QFile>
#include <QtTest>

#include "core/base/AtomicFile.h"
#include "core/base/Safetensors.h"
#include "core/base/StrictJson.h"
#include "core/experiment/Presets.h"
#include "tests/SharedData.h"
#include "tests/TestProgram.h"
#include "tests/app/Shell.h"

using namespace nudge;
using namespace nudge::test;

namespace {

/// Values of a trajectory's CSV by "sample,phase,t,layer,neuron".
std::map<QByteArray, float> statesOf(const QByteArray& csv) {
  std::map<QByteArray, float> states;
  const QList<QByteArray> lines = csv.split('\n');
  for (qsizetype i = 1; i < lines.size(); ++i) {
    const QList<QByteArray> cells = lines[i].split(',');
    if (cells.size() == 7) states[cells.mid(0, 5).join(',')] = cells[5].toFloat();
  }
  return states;
}

/// A document for the network of a reference trace.
Experiment experimentOf(const Json& settings) {
  Experiment experiment;
  experiment.network.layers = settings["layers"].get<std::vector<int>>();
  experiment.network.perClass = settings["per_class"].get<int>();
  experiment.network.activation =
      settings["activation"] == "heaviside" ? Activation::Heaviside : Activation::Hardsigmoid;
  experiment.machine.kind =
      settings["dynamics"] == "energy" ? MachineKind::Energy : MachineKind::Prototypical;
  experiment.machine.freeSteps = settings["T"].get<int>();
  experiment.machine.nudgeSteps = settings["K"].get<int>();
  if (!settings["dt"].is_null()) experiment.machine.dt = settings["dt"].get<double>();
  experiment.machine.initialState = settings["initial_state"].get<double>();
  experiment.learning.beta = settings["beta"].get<double>();
  experiment.data.labels = settings["labels"].get<std::vector<int>>();
  return experiment;
}

/// Every state of a reference trace stands in the trajectory, to 1e-5.
bool agrees(const std::map<QByteArray, float>& states, const Json& frames) {
  std::size_t count = 0;
  for (const Json& frame : frames) {
    for (std::size_t n = 0; n < frame["layers"].size(); ++n) {
      for (std::size_t b = 0; b < frame["layers"][n].size(); ++b) {
        for (std::size_t i = 0; i < frame["layers"][n][b].size(); ++i) {
          const QString key = QString("%1,%2,%3,%4,%5")
                                  .arg(b)
                                  .arg(QString::fromStdString(frame["phase"].get<std::string>()))
                                  .arg(frame["t"].get<int>())
                                  .arg(n + 1)
                                  .arg(i);
          const auto found = states.find(key.toUtf8());
          if (found == states.end()) return false;
          if (std::abs(found->second - frame["layers"][n][b][i].get<float>()) > 1e-5F) return false;
          ++count;
        }
      }
    }
  }
  return count == states.size();
}

}  // namespace

class TestCommandLine : public QObject {
  Q_OBJECT

 private slots:
  void helpAndVersion() {
    const Shell shell;
    QCOMPARE(shell.run({"--version"}).status, 0);
    QVERIFY(shell.run({"--version"}).out.startsWith("nudge 0."));
    QVERIFY(shell.run({"--help"}).out.contains("Examples:"));
    for (const char* command : {"train", "sweep", "relax", "presets", "data", "screenshot"}) {
      const Outcome help = shell.run({command, "--help"});
      QCOMPARE(help.status, 0);
      QVERIFY2(help.out.contains("Example"), command);
    }
  }

  void wrongUsageIs2FailureIs1_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("says");
    QTest::newRow("no such option") << QStringList{"train", "digits", "--nope"} << 2 << "--nope";
    QTest::newRow("no experiment") << QStringList{"train"} << 2 << "required";
    QTest::newRow("no trajectory") << QStringList{"relax", "digits"} << 2 << "--trajectory";
    QTest::newRow("epochs of 0") << QStringList{"train", "digits", "--epochs", "0"} << 2
                                 << "--epochs";
    QTest::newRow("no such document")
        << QStringList{"none.nudge"} << 1 << "none.nudge: there is no such file";
    QTest::newRow("no such command") << QStringList{"trian"} << 1 << "nudge --help";
    QTest::newRow("no such preset")
        << QStringList{"train", "digit"} << 1 << "did you mean \"digits\"?";
    QTest::newRow("no such file") << QStringList{"train", "none.nudge"} << 1
                                  << "none.nudge: cannot be opened";
    QTest::newRow("no such key") << QStringList{"train", "digits", "--set", "bta=1"} << 1
                                 << "did you mean \"beta\"?";
    QTest::newRow("bad value") << QStringList{"train", "digits", "--set", "beta=much"} << 1
                               << "learning.beta";
    QTest::newRow("no MNIST") << QStringList{"train", "fc-512"} << 1 << "nudge data fetch mnist";
    QTest::newRow("no CIFAR-10") << QStringList{"train", "digits",
                                                "--set", "data.source=cifar10",
                                                "--set", "layers=3072,50,100"}
                                 << 1 << "nudge data fetch cifar10";
    QTest::newRow("a mirrored digit")
        << QStringList{"train", "digits", "--set", "flip=true"} << 1 << "data.flip: a mirrored";
    QTest::newRow("CIFAR-10 offline")
        << QStringList{"data", "fetch", "cifar10"} << 1 << "give the same command again";
    QTest::newRow("no such data") << QStringList{"data", "fetch", "x"} << 1 << "no data set \"x\"";
    QTest::newRow("offline") << QStringList{"data", "fetch", "mnist"} << 1 << "NUDGE_DATA";
    QTest::newRow("sample out of range")
        << QStringList{"relax", "digits", "--sample", "99999", "--trajectory", "t.csv"} << 1
        << "--sample 99999";
  }
  void wrongUsageIs2FailureIs1() {
    QFETCH(QStringList, arguments);
    QFETCH(int, status);
    QFETCH(QString, says);
    const Shell shell;
    const Outcome outcome = shell.run(arguments);
    QCOMPARE(outcome.status, status);
    QVERIFY2(outcome.err.contains(says), qPrintable(outcome.err));
    QVERIFY2(outcome.out.isEmpty(), qPrintable(outcome.out));
    QVERIFY(!QFile::exists(shell.path("runs")));  // what cannot run leaves no folder behind
  }

  void presetsAndDataAreListed() {
    const Shell shell;
    const Outcome list = shell.run({"presets"});
    for (const Preset& preset : presets()) {
      QVERIFY(list.out.contains(QString::fromStdString(std::string(preset.name))));
    }
    const QString data = shell.run({"data"}).out;
    QVERIFY(data.contains("not here; get it with: nudge data fetch mnist"));
    QVERIFY(data.contains("not here; get it with: nudge data fetch cifar10"));
  }

  void trainWritesARunFolder() {
    const Shell shell;
    shell.write("small.nudge", smallExperiment(2).toText());
    const Outcome first = shell.run({"train", "small.nudge", "--out", "one"});
    QVERIFY2(first.status == 0, qPrintable(first.err));
    for (const char* name :
         {"experiment.nudge", "metrics.csv", "timing.csv", "parameters.safetensors",
          "checkpoint.safetensors", "report.html", "figures/error.svg", "figures/flips.svg"}) {
      QVERIFY2(!shell.bytes(QString("one/") + name).isEmpty(), name);
    }
    QVERIFY(first.out.contains("one/report.html") &&
            first.out.contains("one/parameters.safetensors"));
    QVERIFY(!first.err.contains('\r'));  // no bar where there is no terminal
    QVERIFY(shell.bytes("one/metrics.csv")
                .startsWith(
                    "epoch,train_error,test_error,train_error_single,test_error_single,train_loss,"
                    "test_loss,flips_1,pi_1,alpha_1,flips_2,pi_2,alpha_2\n1,"));
    const QByteArray report = shell.bytes("one/report.html");
    QCOMPARE(report.count("<svg"), 4);
    QVERIFY(report.contains("test error after 2 of 2 epochs"));
    QCOMPARE(shell.run({"train", "small.nudge", "--out", "two", "--threads", "1"}).status, 0);
    QCOMPARE(shell.bytes("two/metrics.csv"), shell.bytes("one/metrics.csv"));
    QCOMPARE(shell.bytes("two/parameters.safetensors"), shell.bytes("one/parameters.safetensors"));
    const Outcome again = shell.run({"train", "small.nudge", "--out", "one"});
    QCOMPARE(again.status, 1);
    QVERIFY(again.err.contains("--resume"));
    QCOMPARE(
        shell.run({"train", "small.nudge", "--out", "one", "--resume", "--epochs", "3"}).status, 0);
    const QByteArray record = shell.bytes("one/changes.jsonl");
    QVERIFY2(record.contains("\"setting\":\"learning.epochs\""), record);
    QVERIFY(shell.bytes("one/report.html").contains("Changed while it ran"));
    QCOMPARE(shell.bytes("one/metrics.csv").count('\n'), 4);
    const QByteArray page = shell.bytes("one/report.html");
    QFile::remove(shell.path("one/report.html"));
    const Outcome reported = shell.run({"report", "one"});
    QVERIFY2(reported.status == 0, qPrintable(reported.err));
    QCOMPARE(shell.bytes("one/report.html"), page);
    QVERIFY(shell.bytes("one/report.pdf").startsWith("%PDF-"));
    const Outcome nothing = shell.run({"report", "nowhere"});
    QCOMPARE(nothing.status, 1);
    const Outcome other =
        shell.run({"train", "small.nudge", "--out", "one", "--resume", "--seed", "9"});
    QCOMPARE(other.status, 1);
    QVERIFY2(other.err.contains("seed: cannot change while a run goes on"), qPrintable(other.err));
  }

  void reproductionsAreListedDrawnAndWrittenDown() {
    const Shell shell;
    const Outcome list = shell.run({"reproduce", "--list"});
    QCOMPARE(list.status, 0);
    QVERIFY(list.out.contains("table-4.5") && list.out.contains("fig-C.13"));
    const Outcome drawn = shell.run({"reproduce", "fig-3.10", "--out", "again"});
    QVERIFY2(drawn.status == 0, qPrintable(drawn.err));
    QVERIFY(shell.bytes("again/REPRODUCTION.md").contains("](figures/fig-3.10.svg)"));
    QVERIFY(shell.bytes("again/figures/fig-3.10.svg").contains("<svg"));
    QCOMPARE(shell.bytes("again/figures/fig-3.10.csv").count('\n'), 1 + 4 * 201);
    const Outcome elsewhere = shell.run(
        {"reproduce", "--draw-only", "--out", "again", "--page", "page.md", "--figures", "f"});
    QCOMPARE(elsewhere.status, 0);
    QVERIFY(shell.bytes("page.md").contains("](f/fig-3.10.svg)"));
    QVERIFY(shell.bytes("page.md").contains("not run"));
    const Outcome unknown = shell.run({"reproduce", "table-4.7"});
    QCOMPARE(unknown.status, 1);
    QVERIFY2(unknown.err.contains("did you mean table-4."), qPrintable(unknown.err));
    QCOMPARE(shell.run({"reproduce", "--quick", "--full"}).status, 2);
  }

  void interruptedAtAnyMomentItGoesOnTheSame_data() {
    QTest::addColumn<int>("signal");
    QTest::newRow("Ctrl-C") << SIGINT;
    QTest::newRow("kill -9") << SIGKILL;
  }
  void interruptedAtAnyMomentItGoesOnTheSame() {
    QFETCH(int, signal);
    const Shell shell;
    shell.write("small.nudge", smallExperiment(12).toText());
    QCOMPARE(shell.run({"train", "small.nudge", "--out", "whole"}).status, 0);
    Outcome last;
    int interruptions = 0;
    for (int i = 0; i < 8; ++i) {
      const auto process = shell.start({"train", "small.nudge", "--out", "cut", "--resume"});
      QVERIFY(process->waitForStarted());
      if (process->waitForFinished(60 + 90 * i)) break;  // at another moment each time
      // Between kills an orderly stop now and then, so that there is something to take up.
      ::kill(static_cast<pid_t>(process->processId()), i % 2 == 0 ? SIGINT : signal);
      QVERIFY(process->waitForFinished(60'000));
      const QString err = QString::fromUtf8(process->readAllStandardError());
      // A signal that comes before the program has begun ends it as any other.
      const bool handled = process->exitStatus() == QProcess::NormalExit;
      if (handled && process->exitCode() != 0) {
        QCOMPARE(process->exitCode(), 1);
        if (!err.isEmpty()) QVERIFY2(err.contains("--resume"), qPrintable(err));
      }
      ++interruptions;
    }
    QVERIFY(interruptions >= 2);
    QCOMPARE(shell.run({"train", "small.nudge", "--out", "cut", "--resume"}).status, 0);
    QCOMPARE(shell.bytes("cut/metrics.csv"), shell.bytes("whole/metrics.csv"));
    QCOMPARE(shell.bytes("cut/parameters.safetensors"),
             shell.bytes("whole/parameters.safetensors"));
  }

  void relaxAgreesWithTheReferenceTraces_data() {
    QTest::addColumn<QString>("name");
    QTest::newRow("prototypical") << "proto_12_16_3";
    QTest::newRow("binary") << "binary_12_32_12";
  }
  void relaxAgreesWithTheReferenceTraces() {
    QFETCH(QString, name);
    const std::string stem = "traces/" + name.toStdString();
    if (test::referenceFile(stem + ".json").empty())
      QSKIP("no reference traces beside the project");
    const Json trace = parseJson(readFile(test::referenceFile(stem + ".json"), 1 << 26), stem);
    const auto tensors = test::referenceFile(stem + ".safetensors");
    const Shell shell;
    shell.write("trace.nudge", experimentOf(trace["settings"]).toText());
    const TensorFile file = TensorFile::load(tensors);
    const std::vector<float> x = file.at("x").floats("x");
    QString csv;
    for (std::size_t i = 0; i < x.size(); ++i) {
      csv += QString::number(static_cast<double>(x[i]), 'g', 9) + ((i + 1) % 12 == 0 ? "\n" : ",");
    }
    shell.write("x.csv", csv.toStdString());
    const QString parameters = QString::fromStdString(tensors.string());
    for (const QString& input : {QString("x.csv"), parameters}) {
      const Outcome outcome = shell.run({"relax", "trace.nudge", "--parameters", parameters,
                                         "--input", input, "--trajectory", "t.csv"});
      QVERIFY2(outcome.status == 0, qPrintable(outcome.err));
      QVERIFY(shell.bytes("t.csv").startsWith("sample,phase,t,layer,neuron,state,activation\n"));
      QVERIFY(agrees(statesOf(shell.bytes("t.csv")), trace["trajectory"]));
    }
    const double beta = trace["settings"]["beta"].get<double>();
    const QList<QByteArray> lines = shell.bytes("t-energies.csv").trimmed().split('\n');
    QCOMPARE(lines.first(), QByteArray("sample,phase,t,energy,loss,total"));
    QCOMPARE(lines.size() - 1, static_cast<qsizetype>(4 * trace["trajectory"].size()));
    for (qsizetype i = 1; i < lines.size(); ++i) {
      const QList<QByteArray> cells = lines[i].split(',');
      const double nudged = cells[1] == "nudge" ? beta * cells[4].toDouble() : 0;
      QVERIFY(std::abs(cells[3].toDouble() + nudged - cells[5].toDouble()) < 1e-6);
    }
  }

  void relaxRefusesWhatDoesNotFit() {
    const Shell shell;
    Experiment experiment = smallExperiment(1);
    shell.write("small.nudge", experiment.toText());
    shell.write("short.csv", "1,2,3\n");
    const auto says = [&](const QStringList& more, const char* part) {
      const Outcome outcome =
          shell.run(QStringList{"relax", "small.nudge", "--trajectory", "t.csv"} + more);
      return outcome.status == 1 && outcome.err.contains(part) &&
             !QFile::exists(shell.path("t.csv"));
    };
    QVERIFY(says({"--input", "short.csv"}, "3 values; the network has 784 inputs"));
    QVERIFY(says({"--input", "none.csv"}, "none.csv"));
    QString row = "0";
    for (int i = 1; i < 784; ++i) row += ",0";
    shell.write("right.csv", row.toStdString());
    QVERIFY(says({"--input", "right.csv"}, "data.labels: has 0 labels for 1 samples"));
    QVERIFY(says({"--input", "right.csv", "--set", "data.labels=10"}, "label 10 is none of"));
    shell.write("cut.safetensors", "12345");
    QVERIFY(says({"--parameters", "cut.safetensors"}, "too few for a safetensors file"));
    shell.write("small.nudge", experiment.toText().substr(0, 100));
    QVERIFY(says({}, "not valid JSON"));
  }

  void drawsEveryLessonOfAWindowThatTrained() {
    const Shell shell;
    const Outcome drawn = shell.run({"screenshot", "pictures", "--lessons", "--epochs", "0.05"});
    QVERIFY2(drawn.status == 0, qPrintable(drawn.err));
    const QDir folder(shell.path("pictures"));
    QCOMPARE(folder.entryList({"lesson-*.png"}).size(), 10);
    QCOMPARE(folder.entryList({"*.png"}).size(), drawn.out.count('\n'));
    QVERIFY(QFileInfo(folder.filePath("dynamics.png")).size() > 10'000);
  }
};

QTEST_GUILESS_MAIN(TestCommandLine)
#include "TestCommandLine.moc"
