// Two programs that want the same run folder: the second is told, and the first is not disturbed.
#include <array>
#include <csignal>
#include <set>

#include <QtTest>

#include "core/base/Error.h"
#include "tests/TestProgram.h"
#include "tests/app/NewestNews.h"
#include "tests/app/Shell.h"

using namespace nudge;
using namespace nudge::test;

class TestTwoPrograms : public QObject {
  Q_OBJECT

 private slots:
  void theSecondIsRefused() {
    const Shell shell;
    shell.write("small.nudge", smallExperiment(5000).toText());
    const auto first = shell.start({"train", "small.nudge", "--out", "run"});
    QTRY_VERIFY_WITH_TIMEOUT(!shell.bytes("run/metrics.csv").isEmpty(), 60'000);
    for (const QString option : {"--resume", "--epochs=3"}) {
      const Outcome second = shell.run({"train", "small.nudge", "--out", "run", option});
      QCOMPARE(second.status, 1);
      QVERIFY2(second.err.contains(option == "--resume" ? "another nudge is at work in this folder"
                                                        : "holds a run already"),
               qPrintable(second.err));
    }
    QCOMPARE(first->state(), QProcess::Running);
    ::kill(static_cast<pid_t>(first->processId()), SIGINT);
    QVERIFY(first->waitForFinished(60'000));
    QCOMPARE(first->exitCode(), 1);
    const auto rows = static_cast<int>(shell.bytes("run/metrics.csv").count('\n'));
    const Outcome after = shell.run(
        {"train", "small.nudge", "--out", "run", "--resume", "--epochs", QString::number(rows)});
    QVERIFY2(after.status == 0, qPrintable(after.err));
  }

  void aWindowIsToldAsWell() {
    const Shell shell;
    const std::filesystem::path folder = shell.path("run").toStdString();
    const RunFolder run = RunFolder::create(folder, smallExperiment(2));
    RunWorker worker;
    RunNews news;
    const auto look = [&] {
      takeNewest(worker, news);
      return news;
    };
    {
      const RunKeeper other(run);
      worker.open(folder);
      QTRY_VERIFY_WITH_TIMEOUT(!look().failure.empty(), 60'000);
      QVERIFY(news.failure.find("another nudge is at work") != std::string::npos && !news.hasRun);
    }
    worker.open(folder);
    QTRY_VERIFY_WITH_TIMEOUT(look().hasRun, 60'000);
    QVERIFY_EXCEPTION_THROWN((void)RunKeeper(run), Error);
  }

  void twoWindowsOnOneFolder() {
    const Shell shell;
    const std::filesystem::path runs = shell.path("runs").toStdString();
    Experiment experiment = smallExperiment(5000);
    RunWorker first, second;
    RunNews one, two;
    std::string failure;
    const auto look = [&] {
      takeNewest(first, one);
      takeNewest(second, two);
      if (!two.failure.empty()) failure = two.failure;
      return true;
    };
    first.prepare(experiment);
    first.play(runs);
    QTRY_VERIFY_WITH_TIMEOUT(look() && one.playing && !one.snapshot.epochsDone->empty(), 60'000);
    second.prepare(smallExperiment(2));
    second.open(one.folder);
    QTRY_VERIFY_WITH_TIMEOUT(look() && !failure.empty(), 60'000);
    QVERIFY2(failure.find("another nudge is at work") != std::string::npos, failure.c_str());
    QVERIFY(!two.hasRun && one.playing);
    // What it shows now can be trained: those settings, in a folder of its own.
    second.play(runs);
    QTRY_VERIFY_WITH_TIMEOUT(look() && two.hasRun, 60'000);
    QVERIFY(two.folder == runs / "small-2");
    QCOMPARE(Experiment::load(two.folder / "experiment.nudge"), experiment);
    // Once nobody is at work in it any more, it is theirs.
    const std::filesystem::path folder = one.folder;
    first.prepare(smallExperiment(2));
    QTRY_VERIFY_WITH_TIMEOUT(look() && !one.hasRun, 60'000);
    second.open(folder);
    QTRY_VERIFY_WITH_TIMEOUT(look() && two.hasRun && two.folder == folder, 60'000);
  }

  void windowsThatBeginTogether() {
    const Shell shell;
    const std::filesystem::path runs = shell.path("runs").toStdString();
    std::array<RunWorker, 4> workers;
    for (RunWorker& worker : workers) worker.prepare(smallExperiment(1));
    for (RunWorker& worker : workers) worker.play(runs);
    std::set<std::filesystem::path> folders;
    for (RunWorker& worker : workers) {
      RunNews news;
      const auto look = [&] {
        takeNewest(worker, news);
        return news.failure.empty() ? news.snapshot.stage == RunStage::Finished && news.hasRun
                                    : true;
      };
      QTRY_VERIFY_WITH_TIMEOUT(look(), 60'000);
      QVERIFY2(news.failure.empty(), news.failure.c_str());
      folders.insert(news.folder);
    }
    QCOMPARE(folders.size(), workers.size());
  }

  void theFirstKeepsItsRecordOfChanges() {
    const Shell shell;
    shell.write("small.nudge", smallExperiment(5000).toText());
    const auto first = shell.start({"train", "small.nudge", "--out", "run"});
    QTRY_VERIFY_WITH_TIMEOUT(!shell.bytes("run/metrics.csv").isEmpty(), 60'000);
    const Outcome second =
        shell.run({"train", "small.nudge", "--out", "run", "--resume", "--set", "beta=0.7"});
    QCOMPARE(second.status, 1);
    QVERIFY2(second.err.contains("another nudge is at work"), qPrintable(second.err));
    QVERIFY(!QFile::exists(shell.path("run/changes.jsonl")));
    ::kill(static_cast<pid_t>(first->processId()), SIGINT);
    QVERIFY(first->waitForFinished(60'000));
  }

  void foldersGetNamesOfTheirOwn() {
    const Shell shell;
    shell.write("small.nudge", smallExperiment(1).toText());
    const auto one = shell.start({"train", "small.nudge"});
    QVERIFY(one->waitForFinished(60'000));
    QCOMPARE(shell.run({"train", "small.nudge"}).status, 0);
    QCOMPARE(shell.bytes("runs/small-2/metrics.csv"), shell.bytes("runs/small/metrics.csv"));
  }
};

QTEST_GUILESS_MAIN(TestTwoPrograms)
#include "TestTwoPrograms.moc"
