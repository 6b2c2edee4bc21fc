// Runs side by side write what each writes alone, are stopped, and go on.
#include <fstream>
#include <set>

#include <QTemporaryDir>
#include <QtTest>

#include "core/base/AtomicFile.h"
#include "core/base/Error.h"
#include "core/base/FolderLock.h"
#include "core/experiment/RunDriver.h"
#include "core/sweep/SideBySide.h"
#include "tests/TestProgram.h"

using namespace nudge;
namespace fs = std::filesystem;

namespace {

Experiment smallExperiment(int seed) {
  Experiment experiment;
  experiment.name = "small";
  experiment.seed = seed;
  experiment.network.layers = {784, 30, 20};
  experiment.network.perClass = 2;
  experiment.machine.freeSteps = 6;
  experiment.machine.nudgeSteps = 3;
  experiment.learning.batch = 16;
  experiment.learning.epochs = 2;
  experiment.data.train = 150;
  experiment.data.test = 100;
  return experiment;
}

struct Place {
  QTemporaryDir folder;
  fs::path path() const { return folder.path().toStdString(); }

  std::vector<PlannedRun> runs(int count) const {
    std::vector<PlannedRun> all;
    for (int i = 1; i <= count; ++i) {
      all.push_back({smallExperiment(i), path() / std::to_string(i)});
    }
    return all;
  }
};

std::string bytes(const fs::path& path) { return readFile(path, 1 << 26); }

/// What a run of this seed writes alone.
void verifyAlone(const fs::path& folder, int seed) {
  const Place place;
  const auto run = startRun(smallExperiment(seed));
  RunKeeper keeper(RunFolder::create(place.path() / "alone", smallExperiment(seed)));
  drive(*run, keeper, {}, nullptr);
  for (const char* name : {"metrics.csv", "parameters.safetensors", "experiment.nudge"}) {
    QVERIFY2(bytes(folder / name) == bytes(place.path() / "alone" / name), name);
  }
}

bool allFinished(const std::vector<RunStatus>& runs) {
  return std::all_of(runs.begin(), runs.end(),
                     [](const RunStatus& run) { return run.state == RunState::Finished; });
}

}  // namespace

class TestSideBySide : public QObject {
  Q_OBJECT
 private slots:
  void eachWritesWhatItWritesAlone_data() {
    QTest::addColumn<int>("jobs");
    for (const int jobs : {0, 1, 3}) QTest::addRow("%d jobs", jobs) << jobs;
  }
  void eachWritesWhatItWritesAlone() {
    QFETCH(int, jobs);
    const Place place;
    const auto runs = place.runs(4);
    std::set<std::size_t> ended;
    double last = 0;
    SideBySideOptions options;
    options.jobs = jobs;
    options.onEnded = [&](std::size_t index, const RunFolder& folder, const Run& run) {
      QVERIFY(run.finished() && folder.finished());
      QCOMPARE(folder.path(), runs[index].folder);
      QCOMPARE(QThread::currentThread(), thread());
      ended.insert(index);
    };
    options.onProgress = [&](const SideBySideProgress& progress) {
      QCOMPARE(progress.runs.size(), std::size_t{4});
      QVERIFY(progress.progress >= last && progress.progress <= 1);
      QVERIFY(progress.count(RunState::Running) <= static_cast<std::size_t>(jobs ? jobs : 1024));
      last = progress.progress;
    };
    QVERIFY(allFinished(runSideBySide(runs, options, {})));
    QCOMPARE(ended.size(), std::size_t{4});
    for (int seed = 1; seed <= 4; ++seed) {
      verifyAlone(runs[static_cast<std::size_t>(seed) - 1].folder, seed);
    }
  }

  void stoppedTheyGoOnAndNoneRunsTwice() {
    const Place place;
    const auto runs = place.runs(4);
    std::size_t finished = 0;
    int stops = 0;
    for (bool done = false; !done; ++stops) {
      QVERIFY(stops < 100);
      std::stop_source stop;
      SideBySideOptions options;
      options.jobs = 2;
      options.onEnded = [&](std::size_t, const RunFolder&, const Run& run) {
        finished += run.finished() ? 1 : 0;
        stop.request_stop();
      };
      const auto status = runSideBySide(runs, options, stop.get_token());
      QVERIFY(std::none_of(status.begin(), status.end(), [](const RunStatus& run) {
        return run.state == RunState::Failed || run.state == RunState::Running;
      }));
      done = allFinished(status);
    }
    QVERIFY(stops >= 2);
    QCOMPARE(finished, std::size_t{4});  // each came to its end once
    for (int seed = 1; seed <= 4; ++seed) {
      verifyAlone(runs[static_cast<std::size_t>(seed) - 1].folder, seed);
    }
  }

  void aStopBeforeTheStartDoesNothing() {
    const Place place;
    std::stop_source stop;
    stop.request_stop();
    for (const RunStatus& run : runSideBySide(place.runs(2), {}, stop.get_token())) {
      QVERIFY(run.state == RunState::Waiting);
    }
    QVERIFY(fs::is_empty(place.path()));
    QVERIFY(runSideBySide({}, {}, {}).empty());
  }

  void oneThatFailsDoesNotKeepTheOthers() {
    const Place place;
    auto runs = place.runs(4);
    runs[0].experiment.network.layers = {5, 5};              // cannot run
    RunFolder::create(runs[1].folder, smallExperiment(77));  // another one's folder
    std::ofstream(runs[2].folder) << "a file in its place";
    const auto status = runSideBySide(runs, {}, {});
    QVERIFY(status[0].state == RunState::Failed);
    QVERIFY(status[0].failure.find("network.layers") != std::string::npos);
    QVERIFY(!fs::exists(runs[0].folder));
    QVERIFY(status[1].state == RunState::Failed);
    QVERIFY2(status[1].failure.find("another seed (77 instead of 2)") != std::string::npos,
             status[1].failure.c_str());
    QVERIFY(status[2].state == RunState::Failed);
    QVERIFY(status[3].state == RunState::Finished);
  }

  void aFolderIsWorkedInOnce() {
    const Place place;
    auto runs = place.runs(2);
    fs::create_directories(runs[0].folder);
    {
      const FolderLock lock(runs[0].folder);
      const auto status = runSideBySide(runs, {}, {});
      QVERIFY2(status[0].failure.find("another nudge is at work") != std::string::npos,
               status[0].failure.c_str());
      QVERIFY(status[1].state == RunState::Finished);
    }
    QVERIFY(allFinished(runSideBySide(runs, {}, {})));
    runs[1].folder = runs[0].folder / "." / "../1";
    QVERIFY_EXCEPTION_THROWN(runSideBySide(runs, {}, {}), Error);
  }

  void whatACallbackThrowsEndsAll() {
    const Place place;
    SideBySideOptions options;
    options.jobs = 3;
    options.onEnded = [](std::size_t, const RunFolder&, const Run&) { throw Error("no room"); };
    QVERIFY_EXCEPTION_THROWN(runSideBySide(place.runs(4), options, {}), Error);
    QVERIFY(allFinished(runSideBySide(place.runs(4), {}, {})));
  }
};

QTEST_GUILESS_MAIN(TestSideBySide)
#include "TestSideBySide.moc"
