// A run that is killed with kill -9 at a hundred moments: every file stays whole, and in the end it
// is the run that was never killed.
#include <csignal>
#include <random>

#include <QtTest>

#include "core/base/Safetensors.h"
#include "core/experiment/RunFolder.h"
#include "tests/TestProgram.h"
#include "tests/app/Shell.h"

using namespace nudge;
using namespace nudge::test;

namespace {

constexpr int kKills = 100;

/// Throws Error where a file of the run is there but not whole.
void readAll(const std::filesystem::path& path) {
  if (!RunFolder::holdsRun(path)) return;
  const RunFolder folder = RunFolder::open(path);
  (void)Experiment::load(path / "experiment.nudge");
  (void)folder.epochs();
  (void)folder.finished();
  if (std::filesystem::exists(folder.parameters())) (void)TensorFile::load(folder.parameters());
}

}  // namespace

class TestKilled : public QObject {
  Q_OBJECT

 private slots:
  void atAHundredMoments() {
    const Shell shell;
    shell.write("small.nudge", smallExperiment(12).toText());
    QElapsedTimer time;
    time.start();
    QCOMPARE(shell.run({"train", "small.nudge", "--out", "whole"}).status, 0);
    const auto wholeRun = static_cast<int>(time.elapsed());
    std::mt19937 random(1);
    const auto upTo = [&](int most) {
      return static_cast<int>(random() % static_cast<unsigned>(most));
    };
    const QString cut = shell.path("cut");
    int kills = 0, ends = 0;
    while (kills < kKills) {
      const auto process = shell.start({"train", "small.nudge", "--out", "cut", "--resume"});
      QVERIFY(process->waitForStarted());
      if (!process->waitForFinished(upTo(wholeRun))) {
        // Now and then in the midst of an orderly stop, when everything is written.
        if (kills % 2 == 1) {
          ::kill(static_cast<pid_t>(process->processId()), SIGINT);
          process->waitForFinished(50 + upTo(60));
        }
        process->kill();
        if (process->state() != QProcess::NotRunning) QVERIFY(process->waitForFinished(60'000));
        if (process->exitStatus() == QProcess::CrashExit) ++kills;
      }
      try {
        readAll(cut.toStdString());
      } catch (const std::exception& error) {
        QFAIL(error.what());
      }
      if (process->exitStatus() != QProcess::NormalExit || process->exitCode() != 0) continue;
      compare(shell);
      ++ends;
      QVERIFY(QDir(cut).removeRecursively());
    }
    qInfo("%d kills; %d times it came to its end in between", kills, ends);
    QCOMPARE(shell.run({"train", "small.nudge", "--out", "cut", "--resume"}).status, 0);
    compare(shell);
    QVERIFY(QDir(cut).entryList({"*.unfinished-*"}).isEmpty());
  }

 private:
  static void compare(const Shell& shell) {
    for (const QString name : {"metrics.csv", "parameters.safetensors"})
      QCOMPARE(shell.bytes("cut/" + name), shell.bytes("whole/" + name));
  }
};

QTEST_GUILESS_MAIN(TestKilled)
#include "TestKilled.moc"
