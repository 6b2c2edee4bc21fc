// Memory stays flat, however long a run goes on.
#include <malloc.h>

#include <QTemporaryDir>
#include <QtTest>

#include "core/experiment/Presets.h"
#include "core/experiment/RunDriver.h"
#include "tests/TestProgram.h"
#include "tests/faults/Memory.h"

using namespace nudge;
using namespace nudge::test;

namespace {

constexpr int kMiniBatches = 10'000;
constexpr double kSlack = 6;  // MiB, from a fifth of the way to its end

/// Resident size in MiB, without what the allocator keeps for later.
double resident() {
  malloc_trim(0);
  return memoryOf("VmRSS");
}

}  // namespace

class TestMemory : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    if (!kMeasuresMemory || resident() < 0) QSKIP("memory cannot be measured here");
  }

  void miniBatches_data() {
    QTest::addColumn<QString>("preset");
    QTest::newRow("dynamics") << "digits";
    QTest::newRow("annealing") << "ising-digits";
  }
  void miniBatches() {
    QFETCH(QString, preset);
    Experiment experiment = presetExperiment(preset.toStdString());
    experiment.network.layers = {experiment.network.layers.front(), 6, 10};
    experiment.network.perClass = 1;
    experiment.machine.annealing.freeReads = experiment.machine.annealing.nudgeReads = 1;
    experiment.machine.annealing.sweeps = 2;
    experiment.data.train = 200;
    experiment.data.test = 10;
    experiment.learning.batch = 2;
    experiment.learning.epochs = 1'000;
    QCOMPARE(experiment.problems(), std::vector<std::string>());
    const QTemporaryDir place;
    auto run = startRun(experiment);
    RunKeeper keeper(RunFolder::create(place.filePath("run").toStdString(), experiment));
    double warm = 0;
    for (int k = 0; k < kMiniBatches; ++k) {
      if (k == kMiniBatches / 5) warm = resident();
      QVERIFY(run->step({}));
      keeper.afterStep(*run);
      (void)run->snapshot();
    }
    report(warm);
  }

 private:
  static void report(double warm) {
    const double now = resident();
    qInfo("%s: %.1f MiB, then %.1f", QTest::currentTestFunction(), warm, now);
    QVERIFY2(now - warm < kSlack, qPrintable(QString::number(now - warm)));
  }
};

QTEST_GUILESS_MAIN(TestMemory)
#include "TestMemory.moc"
