// Runs in the window: played, paused, changed, compared, closed and taken up again.
#include <QLabel>
#include <QLineEdit>
#include <QTabBar>

#include "core/base/AtomicFile.h"
#include "core/experiment/Presets.h"
#include "tests/TestProgram.h"
#include "tests/app/WindowHand.h"
#include "widgets/ChipTimePlot.h"
#include "widgets/GradientPlot.h"
#include "widgets/PlotExport.h"
#include "widgets/RunsTable.h"

using namespace nudge;
using namespace nudge::test;

class TestTrainingWorkspace : public QObject {
  Q_OBJECT
 private slots:
  void trainsOnAVirtualChip() {
    WindowFixture f;
    Experiment experiment = presetExperiment("ising-digits");
    experiment.network.layers = {experiment.network.layers.front(), 8, 10};
    experiment.network.perClass = 1;
    experiment.machine.kind = MachineKind::VirtualChip;
    experiment.machine.chip.chip = "chimera:4";
    experiment.machine.annealing.sweeps = 20;
    experiment.data.perClass = 10;
    experiment.learning.epochs = 1;
    f.document().replace(experiment, "chip");
    key(f, Qt::Key_3);
    auto* plot = f.find<ChipTimePlot>("chip-time");
    QVERIFY(plot != nullptr);
    QTRY_VERIFY_WITH_TIMEOUT(f.find<QLabel>("chip-text")->text().contains("an epoch costs"),
                             kPatience);
    f.session().play();
    QTRY_VERIFY_WITH_TIMEOUT(f.session().snapshot().stage == RunStage::Finished, kPatience);
    QVERIFY2(plot->summary().contains("110 + "), qPrintable(plot->summary()));
    QVERIFY(plot->csv().contains("\nnudge,"));
  }

  void theEstimateIsComparedWithTheGradient() {
    WindowFixture f;
    waitForRelaxed(f);
    auto* tabs = f.find<QTabBar>("insightTabs");
    QVERIFY(tabs);
    QCOMPARE(tabs->currentIndex(), 0);  // binary activations: counts
    QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(1).center());
    auto* plot = f.find<GradientPlot>("gradient-plot");
    QVERIFY(plot);
    QCOMPARE(plot->graphCount(), 0);
    Experiment real = smallExperiment();
    real.network.activation = Activation::Hardsigmoid;
    real.machine.freeSteps = 60;
    real.learning.estimator = EstimatorKind::OneSided;
    real.learning.beta = 0.05;
    f.document().reset(real);
    const auto layers = static_cast<int>(real.network.layers.size()) - 1;
    QTRY_COMPARE_WITH_TIMEOUT(plot->graphCount(), 2 * layers, kPatience);
    const auto cosine = [plot] { return plot->graph(0)->data()->constEnd()[-1].value; };
    QVERIFY2(cosine() > 0.8, qPrintable(QString::number(cosine())));
    // Without a nudge there is nothing to compare; with the same one as before there is again.
    const auto setBetaToNothingAndBack = [&f, layers](const GradientPlot& shown) {
      f.document().set("learning.beta", 0);
      QTRY_COMPARE_WITH_TIMEOUT(shown.graphCount(), 0, kPatience);
      f.document().set("learning.beta", 0.05);
      QTRY_COMPARE_WITH_TIMEOUT(shown.graphCount(), 2 * layers, kPatience);
    };
    setBetaToNothingAndBack(*plot);
    // A free phase that is cut short leaves no gradient to agree with.
    auto* edit = f.find<QWidget>("machine.T-editor");
    QVERIFY(edit);
    auto* line = edit->findChild<QLineEdit*>();
    line->setFocus();
    line->selectAll();
    QTest::keyClicks(line, "1");
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(f.document().experiment().machine.freeSteps, 1);
    const double before = cosine();
    QTRY_VERIFY_WITH_TIMEOUT(cosine() != before, kPatience);
    // Training compares on samples of its own and follows the run.
    key(f, Qt::Key_3);
    auto* training = f.find<GradientPlot>("gradient-plot");
    QVERIFY(training && training != plot);
    QTRY_COMPARE_WITH_TIMEOUT(training->graphCount(), 2 * layers, kPatience);
    setBetaToNothingAndBack(*training);
    const double start = training->graph(0)->data()->constEnd()[-1].value;
    f.click("stepEpoch");
    QTRY_VERIFY_WITH_TIMEOUT(training->graph(0)->data()->constEnd()[-1].value != start, kPatience);
  }

  void runsAreCompared() {
    WindowFixture f;
    const auto train = [&] { f.trainOneEpoch(); };
    key(f, Qt::Key_3);
    auto* tabs = f.find<QTabBar>("trainingTabs");
    tabs->setCurrentIndex(1);
    QTRY_VERIFY_WITH_TIMEOUT(
        f.find<QLabel>("compareHint")->text().contains("No run was written down yet"), kPatience);
    train();
    const QString first = f.session().runFolder();
    f.document().set("seed", 5);
    f.session().restart();
    QTRY_VERIFY_WITH_TIMEOUT(!f.session().hasRun(), kPatience);
    train();
    auto* table = f.find<RunsTable>("runs-table");
    // A run is written down a moment after it has come to rest.
    for (int i = 0; i < 100 && table->model()->rowCount() < 2; ++i) {
      f.click("refreshRuns");
      QTest::qWait(100);
    }
    QCOMPARE(table->model()->rowCount(), 2);
    // What the earlier one did otherwise stands beside it.
    const int row = table->model()->index(0, 0).data(Qt::ToolTipRole) == first ? 0 : 1;
    const QString differs = table->model()->index(row, 4).data().toString();
    QVERIFY2(differs == "Seed 1", qPrintable(differs));
    QCOMPARE(table->model()->index(1 - row, 4).data().toString(), QString("none"));
    // Space ticks it, and does not play.
    table->setFocus();
    table->setCurrentIndex(table->model()->index(row, 0));
    QTest::keyClick(table, Qt::Key_Space);
    QCOMPARE(table->ticked(), QStringList{first});
    QVERIFY(!f.session().playing());
    auto* plot = f.find<QCustomPlot>("error-plot");
    QVERIFY(plotCsv(*plot).contains(QFileInfo(first).fileName() + ", test"));
    QStringList marks;
    for (int i = 0; i < plot->itemCount(); ++i)
      if (auto* text = qobject_cast<QCPItemText*>(plot->item(i))) marks << text->text();
    QVERIFY(marks.count("1") == 2);
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                      table->visualRect(table->model()->index(row, 1)).center());
    QVERIFY(table->ticked().isEmpty());
    // Return opens it.
    table->setCurrentIndex(table->model()->index(row, 0));
    QTest::keyClick(table, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(f.session().hasRun() && f.session().runFolder() == first, kPatience);
    QCOMPARE(f.document().experiment().seed, 1);
  }

  void changesAreRecordedAndTheWindowFollowsTheirReplay() {
    namespace fs = std::filesystem;
    WindowFixture f;
    key(f, Qt::Key_3);
    const auto stepTo = [&](int miniBatch) {
      f.click("stepMiniBatch");
      QTRY_COMPARE_WITH_TIMEOUT(f.session().snapshot().miniBatch, miniBatch, kPatience);
      QTRY_VERIFY_WITH_TIMEOUT(!f.session().playing(), kPatience);
    };
    stepTo(1);
    stepTo(2);
    f.document().set("learning.beta", 0.75);
    stepTo(3);
    const fs::path folder = f.session().runFolder().toStdString();
    const std::string record = readFile(folder / "changes.jsonl", 10'000);
    QVERIFY2(record.find(R"("mini_batch":2,"test_piece":0,"setting":"learning.beta","from":2.0,)"
                         R"("to":0.75)") != std::string::npos,
             record.c_str());
    f.open();  // closes the first window and saves its run
    // As a kill before the first checkpoint would have left it.
    fs::remove(folder / "checkpoint.safetensors");
    smallExperiment().save(folder / "experiment.nudge");
    f.session().openRun(QString::fromStdString(folder.string()));
    QTRY_VERIFY_WITH_TIMEOUT(f.session().hasRun(), kPatience);
    QCOMPARE(f.document().experiment().learning.beta, 2.0);
    key(f, Qt::Key_3);
    stepTo(1);
    QCOMPARE(f.document().experiment().learning.beta, 2.0);
    stepTo(2);
    QTRY_COMPARE_WITH_TIMEOUT(f.document().experiment().learning.beta, 0.75, kPatience);
    QVERIFY(!f.session().restartNeeded());
    stepTo(3);
    f.open();
    QCOMPARE(readFile(folder / "changes.jsonl", 10'000), record);
  }

  void trainsPausesSteps() {
    WindowFixture f;
    key(f, Qt::Key_3);
    f.click("stepMiniBatch");
    QTRY_COMPARE_WITH_TIMEOUT(f.session().snapshot().miniBatch, 1, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(!f.session().playing(), kPatience);
    f.click("stepEpoch");
    QTRY_COMPARE_WITH_TIMEOUT(f.session().snapshot().epoch, 1, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(!f.session().playing(), kPatience);
    f.click("run-play");
    QTRY_VERIFY_WITH_TIMEOUT(f.session().snapshot().stage == RunStage::Finished, kPatience);
    QCOMPARE(f.session().stateInWords(), QString("finished"));
    QCOMPARE(f.session().snapshot().epochsDone->size(), std::size_t{3});
    f.click("restartRun");
    QTRY_VERIFY_WITH_TIMEOUT(!f.session().hasRun(), kPatience);
    QCOMPARE(f.session().earlierRuns().size(), std::size_t{1});
  }

  void closingAndGoingOnIsAsIfNeverStopped() {
    Experiment experiment = smallExperiment();
    experiment.data.train = 6000;
    const auto whole = startRun(experiment);
    while (whole->step()) {
    }
    const std::string expected = metricsCsv(whole->epochs(), 2);
    WindowFixture f;
    f.document().reset(experiment);
    f.click("run-play");
    QTRY_VERIFY_WITH_TIMEOUT(f.session().snapshot().progress > 0.02, kPatience);
    const QString folder = f.session().runFolder();
    f.window->close();
    f.open();  // the old window and its run end here, in the middle
    QVERIFY(QFile::exists(folder + "/checkpoint.safetensors"));
    f.window->files().open(folder + "/experiment.nudge");
    QTRY_VERIFY_WITH_TIMEOUT(f.session().hasRun(), kPatience);
    QVERIFY(f.document().experiment() == experiment);
    QVERIFY(f.session().snapshot().progress < 1);
    f.session().play();
    QTRY_VERIFY_WITH_TIMEOUT(f.session().snapshot().stage == RunStage::Finished, kPatience);
    f.open();
    QCOMPARE(readFile((folder + "/metrics.csv").toStdString(), 1 << 20), expected);
  }

  void liveSettingsReachTheRunOthersAskForARestart() {
    WindowFixture f;
    f.document().set("learning.epochs", 1000);
    f.session().play();
    QTRY_VERIFY_WITH_TIMEOUT(f.session().playing(), kPatience);
    f.document().set("learning.beta", 1.5);
    QVERIFY(!f.session().restartNeeded());
    QVERIFY(f.session().warnings().isEmpty());
    f.document().set("learning.batch", 8);
    QVERIFY(f.session().restartNeeded());
    QCOMPARE(f.session().warnings().size(), 1);
    QVERIFY(f.session().playing());
    f.session().restart();
    QTRY_VERIFY_WITH_TIMEOUT(!f.session().hasRun(), kPatience);
    QVERIFY(f.session().warnings().isEmpty());
  }

  void problemsKeepARunFromStarting() {
    WindowFixture f;
    f.document().set("machine.kind", "prototypical");
    QVERIFY(f.session().warnings().join(' ').contains("need not converge"));
    f.session().play();
    QTest::qWait(100);
    QVERIFY(!f.session().hasRun());
    f.document().undoStack().undo();
    QVERIFY(f.session().warnings().isEmpty());
  }

  void missingDataIsSaidAndTheWindowLives() {
    qputenv("XDG_DATA_HOME", "/nonexistent");
    qunsetenv("NUDGE_DATA");
    WindowFixture f;
    f.document().set("data.source", "mnist");
    QTRY_VERIFY_WITH_TIMEOUT(f.session().warnings().join(' ').contains("nudge data fetch mnist"),
                             kPatience);
    f.document().undoStack().undo();
    QTRY_COMPARE_WITH_TIMEOUT(f.session().stateInWords(), QString("ready"), kPatience);
  }
};

QTEST_MAIN(TestTrainingWorkspace)
#include "TestTrainingWorkspace.moc"
