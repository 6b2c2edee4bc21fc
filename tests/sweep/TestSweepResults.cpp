// Tables out of run folders: means, deviations, what is unfinished, what is damaged.
#include <cmath>

#include <QTemporaryDir>
#include <QtTest>

#include "core/base/AtomicFile.h"
#include "core/base/Error.h"
#include "core/sweep/SweepFolder.h"
#include "tests/TestProgram.h"

using namespace nudge;
namespace fs = std::filesystem;

namespace {

Sweep smallSweep() {
  return Sweep::fromText(R"({"format": "nudge-sweep", "version": 1, "base": "digits", "epochs": 2,
      "list": [{"layers": [784, 20, 100], "data.train": 120, "data.test": 100},
               {"layers": [784, 20, 100], "data.train": 120, "data.test": 100, "beta": 1}],
      "seeds": [1, 2]})",
                         "s.json", ".");
}

RunResult resultOf(double test) {
  RunResult result;
  result.finished = true;
  result.epochs = 2;
  result.testError = test;
  return result;
}

}  // namespace

class TestSweepResults : public QObject {
  Q_OBJECT
 private slots:
  void meansAndDeviations() {
    const Sweep sweep = smallSweep();
    std::vector<RunResult> runs{resultOf(10), resultOf(13), resultOf(4), RunResult()};
    const auto cases = caseResults(sweep, runs);
    QCOMPARE(cases[0].runs, 2);
    QCOMPARE(cases[0].testError.mean, 11.5);
    QVERIFY(std::abs(cases[0].testError.deviation - 3 / std::sqrt(2.0)) < 1e-12);
    QCOMPARE(cases[1].runs, 1);
    QCOMPARE(cases[1].testError.mean, 4.0);
    QVERIFY(std::isnan(cases[1].testError.deviation));
    runs[2] = RunResult();
    QVERIFY(std::isnan(caseResults(sweep, runs)[1].testError.mean));
  }

  void tablesSayWhatTheFoldersHold() {
    const QTemporaryDir place;
    const fs::path path = fs::path(place.path().toStdString()) / "sweep";
    const Sweep sweep = smallSweep();
    const SweepFolder folder(path, sweep);
    auto planned = folder.plannedRuns();
    planned.pop_back();
    for (const RunStatus& run : runSideBySide(planned, {}, {})) {
      QVERIFY2(run.state == RunState::Finished, run.failure.c_str());
    }
    const auto cases = folder.gather();
    const auto epochs = RunFolder::open(planned[2].folder).epochs();
    QCOMPARE(epochs.size(), std::size_t{2});
    QCOMPARE(metricsCsv(epochs, 2), readFile(planned[2].folder / "metrics.csv", 1 << 20));
    QCOMPARE(cases[1].testError.mean, epochs[1].testError);
    QCOMPARE(cases[1].bestTrainError.mean, std::min(epochs[0].trainError, epochs[1].trainError));
    const QStringList rows =
        QString::fromStdString(readFile(folder.table(), 1 << 20)).trimmed().split('\n');
    QCOMPARE(rows.size(), qsizetype{5});
    QCOMPARE(rows[0], QString("run,case,network.layers,data.train,data.test,learning.beta,seed,"
                              "state,epochs,train_error,test_error,best_train_error,"
                              "best_test_error,seconds"));
    QVERIFY2(rows[3].startsWith("case-2-seed-1,2,\"[784,20,100]\",120,100,1.0,1,finished,2,"),
             qPrintable(rows[3]));
    QVERIFY2(rows[4].endsWith(",2,unfinished,0,,,,,0.000"), qPrintable(rows[4]));
    QCOMPARE(readFile(folder.caseTable(), 1 << 20), casesCsv(sweep, cases));
    QCOMPARE(QString::fromStdString(casesCsv(sweep, cases)).count('\n'), 3);
  }

  void damagedTablesAreRefused() {
    const std::string good = metricsCsv({{1, 10, 20, 11, 21, 0.5, 0.6, {{7, -1.5, 0.1}}, 3.5}}, 1);
    const std::string timing = "epoch,seconds\n1,3.500\n";
    const auto epochs = metricsFromCsv(good, timing, "m");
    QCOMPARE(epochs.size(), std::size_t{1});
    QCOMPARE(epochs[0].seconds, 3.5);
    QCOMPARE(metricsCsv(epochs, 1), good);
    for (const std::string& bad :
         {good.substr(0, good.size() - 4) + "\n", good + "2,", good + "3,1,1,1,1,1,1,1,1,1\n",
          good + good, std::string("a,b\n1,2\n")}) {
      QVERIFY_EXCEPTION_THROWN(metricsFromCsv(bad, timing, "m"), Error);
    }
  }

  void aFolderBelongsToItsSweep() {
    const QTemporaryDir place;
    const fs::path path = place.path().toStdString();
    const Sweep sweep = smallSweep();
    const SweepFolder first(path, sweep);
    const SweepFolder again(path, sweep);
    Sweep other = sweep;
    other.seeds.push_back(9);
    QVERIFY_EXCEPTION_THROWN(SweepFolder(path, other), Error);
    writeFileAtomically(path / "file", "x");
    QVERIFY_EXCEPTION_THROWN(SweepFolder(path / "file" / "below", sweep), Error);
  }
};

QTEST_APPLESS_MAIN(TestSweepResults)
#include "TestSweepResults.moc"
