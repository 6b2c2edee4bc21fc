// Runs in folders that may only be read: they are shown, what cannot be written is said, and what
// was learnt stays until it can be.
#include <QtTest>

#include "core/experiment/RunDriver.h"
#include "tests/TestProgram.h"
#include "tests/app/NewestNews.h"
#include "tests/app/Shell.h"
#include "tests/data/Failure.h"
#include "tests/faults/SmallDisk.h"

using namespace nudge;
using namespace nudge::test;
namespace fs = std::filesystem;

namespace {

Experiment shortRun(int epochs) {
  Experiment experiment = smallExperiment(epochs);
  experiment.data.train = 200;
  experiment.data.test = 100;
  return experiment;
}

void finish(const fs::path& path, int epochs) {
  auto run = startRun(shortRun(epochs));
  RunKeeper keeper(RunFolder::create(path, shortRun(epochs)));
  drive(*run, keeper, {}, {});
}

}  // namespace

class TestReadOnly : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    place_ = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(place_->path()).mkdir("disk"));
    disk_ = std::make_unique<SmallDisk>(place_->filePath("disk"), "16m");
    if (!disk_->problem.isEmpty()) QSKIP(qPrintable(disk_->problem));
    news_ = {};
    failure_.clear();
    stayed_ = false;
  }
  void cleanup() {
    disk_.reset();
    place_.reset();
  }

  void aDocumentStaysAsItWas() {
    const fs::path path = disk("small.nudge");
    shortRun(1).save(path);
    QVERIFY(disk_->setReadOnly(true));
    VERIFY_SAYS(shortRun(2).save(path), "small.nudge: cannot be written: Read-only file system");
    QCOMPARE(Experiment::load(path).learning.epochs, 1);
    QVERIFY(disk_->setReadOnly(false));
    shortRun(2).save(path);
    QCOMPARE(Experiment::load(path).learning.epochs, 2);
  }

  void aRunStaysUntilItIsGivenUp() {
    finish(disk("run"), 1);
    finish(disk("whole"), 3);
    RunWorker worker;
    QVERIFY(disk_->setReadOnly(true));
    worker.open(disk("run"));
    QTRY_VERIFY_WITH_TIMEOUT(look(worker).hasRun, kPatience);
    QCOMPARE(failure_, std::string());
    worker.change(shortRun(3));
    QTRY_VERIFY_WITH_TIMEOUT((look(worker), says(failure_, "Read-only file system")), kPatience);
    failure_.clear();
    const double before = news_.snapshot.progress;
    worker.step({}, false);
    QTRY_VERIFY_WITH_TIMEOUT((look(worker), says(failure_, "Read-only file system")), kPatience);
    QVERIFY(news_.snapshot.progress > before && news_.hasRun);
    // Another one is wanted: what has not been written down is not thrown away for it.
    Experiment other = shortRun(3);
    other.network.layers = {784, 30, 20};
    failure_.clear();
    worker.prepare(other);
    QTRY_VERIFY_WITH_TIMEOUT((look(worker), stayed_), kPatience);
    QVERIFY2(says(failure_, "Read-only file system"), failure_.c_str());
    QVERIFY(news_.hasRun);
    // Writable again, it is written down and comes to its end.
    QVERIFY(disk_->setReadOnly(false));
    worker.play({});
    QTRY_VERIFY_WITH_TIMEOUT(look(worker).snapshot.stage == RunStage::Finished, kPatience);
    worker.prepare(other);
    QTRY_VERIFY_WITH_TIMEOUT(!look(worker).hasRun, kPatience);
    for (const char* name : {"metrics.csv", "parameters.safetensors"}) {
      QVERIFY2(readFile(disk("run") / name, 1 << 24) == readFile(disk("whole") / name, 1 << 24),
               name);
    }
  }

  void givenUpTwiceItGoes() {
    finish(disk("run"), 1);
    RunWorker worker;
    QVERIFY(disk_->setReadOnly(true));
    worker.open(disk("run"));
    worker.change(shortRun(3));
    QTRY_VERIFY_WITH_TIMEOUT((look(worker), says(failure_, "Read-only file system")), kPatience);
    const double before = news_.snapshot.progress;
    worker.step({}, false);
    QTRY_VERIFY_WITH_TIMEOUT(look(worker).snapshot.progress > before, kPatience);
    worker.prepare(shortRun(2));
    QTRY_VERIFY_WITH_TIMEOUT((look(worker), stayed_), kPatience);
    worker.prepare(shortRun(2));
    QTRY_VERIFY_WITH_TIMEOUT(!look(worker).hasRun, kPatience);
  }

  void runsThatHaveNoPlace() {
    QVERIFY(disk_->setReadOnly(true));
    RunWorker worker;
    worker.prepare(shortRun(1));
    worker.play(disk("runs"));
    QTRY_VERIFY_WITH_TIMEOUT(
        (look(worker), says(failure_, "the folder cannot be made: Read-only file system")),
        kPatience);
    QVERIFY(!news_.hasRun);
    QVERIFY(disk_->setReadOnly(false));
    worker.play(disk("runs"));
    QTRY_VERIFY_WITH_TIMEOUT(look(worker).snapshot.stage == RunStage::Finished, kPatience);
  }

  void pathsThatLeadNowhere() {
    const fs::path loop = place_->filePath("loop").toStdString();
    fs::create_symlink(loop, loop);
    QVERIFY(!RunFolder::holdsRun(loop / "run"));
    VERIFY_SAYS(RunFolder::open(loop / "run"), "holds no run");
    VERIFY_SAYS(RunFolder::createFree(loop, "run", shortRun(1)), "the folder cannot be made");
  }

 private:
  fs::path disk(const char* name) const { return (place_->path() + "/disk/" + name).toStdString(); }

  const RunNews& look(RunWorker& worker) {
    if (takeNewest(worker, news_)) {
      if (!news_.failure.empty()) failure_ = news_.failure;
      stayed_ = stayed_ || news_.stayed;
    }
    return news_;
  }

  std::unique_ptr<QTemporaryDir> place_;
  std::unique_ptr<SmallDisk> disk_;
  RunNews news_;
  std::string failure_;
  bool stayed_ = false;
};

QTEST_GUILESS_MAIN(TestReadOnly)
#include "TestReadOnly.moc"
