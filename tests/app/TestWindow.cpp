// The window as a hand would use it: real clicks, keys and drags, offscreen.
#include <set>

#include <fmt/format.h>

#include <QComboBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QTabBar>
#include <QToolButton>

#include "app/workspaces/AnnealingWorkspace.h"
#include "app/workspaces/DynamicsWorkspace.h"
#include "app/workspaces/ProblemPage.h"
#include "core/base/AtomicFile.h"
#include "core/base/Random.h"
#include "core/experiment/Presets.h"
#include "core/experiment/RunFolder.h"
#include "tests/app/WindowFixture.h"
#include "tests/data/CifarBytes.h"
#include "widgets/CellsView.h"
#include "widgets/ChipTimePlot.h"
#include "widgets/FieldRow.h"
#include "widgets/GradientPlot.h"
#include "widgets/InputView.h"
#include "widgets/NetworkView.h"
#include "widgets/PlotExport.h"
#include "widgets/RunsTable.h"
#include "widgets/SchedulePlot.h"
#include "widgets/TimeBar.h"

using namespace nudge;
using nudge::test::smallExperiment;
using nudge::test::WindowFixture;

namespace {

constexpr int kPatience = 120'000;

void key(WindowFixture& f, Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
  QTest::keyClick(f.window.get(), key, modifiers);
}

DynamicsWorkspace& dynamics(WindowFixture& f) {
  return static_cast<DynamicsWorkspace&>(f.window->workspace(1));
}

void waitForRelaxed(WindowFixture& f) {
  QTRY_VERIFY_WITH_TIMEOUT(dynamics(f).relaxed().trajectory != nullptr, kPatience);
}

}  // namespace

class TestWindow : public QObject {
  Q_OBJECT
 private slots:
  void opensOnSomethingAlive() {
    WindowFixture f;
    QVERIFY(dynamics(f).isVisible());
    waitForRelaxed(f);
    const int before = dynamics(f).timeIndex();
    QTRY_VERIFY_WITH_TIMEOUT(dynamics(f).timeIndex() != before, kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(f.session().stateInWords(), QString("ready"), kPatience);
  }

  void keysChooseWorkspaces() {
    WindowFixture f;
    for (int i = 0; i < f.window->workspaces(); ++i) {
      key(f, static_cast<Qt::Key>(Qt::Key_1 + i));
      for (int k = 0; k < f.window->workspaces(); ++k)
        QCOMPARE(f.window->workspace(k).isVisible(), k == i);
    }
    f.click("workspace-1");
    QVERIFY(f.window->workspace(0).isVisible());
  }

  void schedulesAreShapedByHand() {
    WindowFixture f;
    key(f, Qt::Key_4);
    auto& page = dynamic_cast<AnnealingWorkspace&>(f.window->workspace(3));
    // A machine that does not anneal says what to do, and offers an example.
    QVERIFY(f.find("annealingHint") != nullptr);
    f.click("annealingExample");
    QVERIFY(f.document().experiment().machine.anneals());
    QVERIFY(f.find("annealingHint") == nullptr);
    QTRY_VERIFY_WITH_TIMEOUT(!page.result().before.energies.empty() && page.complete(), kPatience);
    QCOMPARE(page.result().before.energies.size(), std::size_t{1000});
    QCOMPARE(page.result().depths.size(), std::size_t{19});

    auto* plot = f.find<SchedulePlot>("reverseSchedule");
    QVERIFY(plot != nullptr);
    const QPoint from = plot->pixelOf(1).toPoint();
    const QPoint to(from.x(), (from.y() + plot->pixelOf(0).toPoint().y()) / 2);
    QTest::mousePress(plot, Qt::LeftButton, {}, from);
    QTest::mouseMove(plot, (from + to) / 2);
    QTest::mouseMove(plot, to);
    QTest::mouseRelease(plot, Qt::LeftButton, {}, to);
    const std::vector<double>& dragged = f.document().experiment().machine.annealing.reverse;
    QCOMPARE(dragged.size(), std::size_t{6});
    QVERIFY(dragged[3] > 0.4 && dragged[3] < 0.85);
    QVERIFY(f.document().experiment().problems().empty());
    f.click("straightSchedules");
    QVERIFY(f.document().experiment().machine.annealing.reverse.empty());

    const auto first = page.result().before.energies;
    f.click("sampleAgain");
    QTRY_VERIFY_WITH_TIMEOUT(page.complete() && page.result().before.energies != first, kPatience);
  }

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

  void aLargeProblemIsAnnealedWithoutStalling() {
    constexpr int kSpins = 10'000, kCouplings = 100'000;
    const QTemporaryDir folder;
    const std::filesystem::path path = folder.filePath("large.txt").toStdString();
    std::string text = fmt::format("{} {}\n", kSpins, kCouplings);
    Random random(3, Purpose::Test);
    std::set<std::pair<std::uint32_t, std::uint32_t>> used;
    while (used.size() < kCouplings) {
      const std::uint32_t i = random.below(kSpins), j = random.below(kSpins);
      if (i < j && used.emplace(i, j).second)
        text += fmt::format("{} {} {}\n", i, j, random.below(2) == 0 ? -1 : 1);
    }
    writeFileAtomically(path, text);

    WindowFixture f;
    key(f, Qt::Key_4);
    auto& page = dynamic_cast<AnnealingWorkspace&>(f.window->workspace(3));
    page.openProblem(path);
    // The window goes on: no event waits long while the problem is read, annealed and drawn.
    QElapsedTimer beat;
    qint64 longest = 0;
    beat.start();
    QDeadlineTimer patience(kPatience);
    while (page.problem().result().spins == 0 && !patience.hasExpired()) {
      QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
      longest = std::max(longest, beat.restart());
    }
    f.window->grab();
    qInfo() << "longest wait" << longest << "ms, picture" << beat.elapsed() << "ms";
    const ProblemResult& result = page.problem().result();
    QCOMPARE(result.spins, std::size_t{kSpins});
    QCOMPARE(result.couplings, std::size_t{kCouplings});
    QCOMPARE(result.reads.energies.size(), std::size_t{100});
    QVERIFY(*std::max_element(result.reads.energies.begin(), result.reads.energies.end()) <
            -kCouplings / 5.0);
    QVERIFY(result.history->isWhole());
    key(f, Qt::Key_R);
    QTRY_VERIFY_WITH_TIMEOUT(page.complete(), kPatience);
    f.click("problemClose");
    QVERIFY(f.find("annealingHint") != nullptr);
  }

  void aBrokenProblemSaysWhere() {
    const QTemporaryDir folder;
    const std::filesystem::path path = folder.filePath("broken.txt").toStdString();
    writeFileAtomically(path, std::string("3 2\n0 1 1\n1 1 nan\n"));
    WindowFixture f;
    key(f, Qt::Key_4);
    auto& page = dynamic_cast<AnnealingWorkspace&>(f.window->workspace(3));
    page.openProblem(path);
    QTRY_VERIFY_WITH_TIMEOUT(page.problem().state().contains("3"), kPatience);
    QVERIFY2(page.problem().state().contains("broken.txt"), qPrintable(page.problem().state()));
  }

  void theHandMovesTime() {
    WindowFixture f;
    waitForRelaxed(f);
    DynamicsWorkspace& page = dynamics(f);
    page.rest(3);
    key(f, Qt::Key_Period);
    QCOMPARE(page.timeIndex(), 4);
    key(f, Qt::Key_Comma);
    key(f, Qt::Key_Comma);
    QCOMPARE(page.timeIndex(), 2);
    key(f, Qt::Key_R);
    QCOMPARE(page.timeIndex(), 0);
    key(f, Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(page.timeIndex() > 1, kPatience);
    key(f, Qt::Key_Space);
    const int stopped = page.timeIndex();
    QTest::qWait(200);
    QCOMPARE(page.timeIndex(), stopped);
    auto* track = f.find<QWidget>("time-track");
    QTest::mouseClick(track, Qt::LeftButton, {}, QPoint(track->width() - 12, track->height() / 2));
    QVERIFY(page.timeIndex() > 12);  // well into the nudge phase of 10 + 6 steps
  }

  void betaActsAtOnceAndIsUndone() {
    WindowFixture f;
    waitForRelaxed(f);
    auto* edit = f.find<QLineEdit>("learning.beta-number");
    auto* box = f.find<QWidget>("learning.beta-editor");
    QVERIFY(edit != nullptr || box != nullptr);
    QWidget* target = edit != nullptr ? static_cast<QWidget*>(edit) : box;
    const QPointer<QLineEdit> line = edit != nullptr ? edit : target->findChild<QLineEdit*>();
    QVERIFY(line);
    line->setFocus();
    line->selectAll();
    QTest::keyClicks(line, "1.25");
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(f.document().experiment().learning.beta, 1.25);
    QTRY_COMPARE_WITH_TIMEOUT(dynamics(f).relaxed().trajectory->nudge.beta, 1.25F, kPatience);
    f.window->setFocus();
    key(f, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(f.document().experiment().learning.beta, 2.0);
    QTRY_COMPARE_WITH_TIMEOUT(dynamics(f).relaxed().trajectory->nudge.beta, 2.0F, kPatience);
    key(f, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(f.document().experiment().learning.beta, 1.25);
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
    const double start = training->graph(0)->data()->constEnd()[-1].value;
    f.click("stepEpoch");
    QTRY_VERIFY_WITH_TIMEOUT(training->graph(0)->data()->constEnd()[-1].value != start, kPatience);
  }

  void aDigitIsDrawn() {
    WindowFixture f;
    waitForRelaxed(f);
    f.click("clearDrawing");
    auto* pad = f.find<InputView>("input");
    QVERIFY(pad->drawing());
    QTRY_VERIFY_WITH_TIMEOUT(dynamics(f).relaxed().request.input.isZero(), kPatience);
    const QPoint from = pad->pixelRect(14, 5).center().toPoint();
    const QPoint to = pad->pixelRect(14, 22).center().toPoint();
    QTest::mousePress(pad, Qt::LeftButton, {}, from);
    for (int i = 1; i <= 10; ++i) QTest::mouseMove(pad, from + (to - from) * i / 10);
    QTest::mouseRelease(pad, Qt::LeftButton, {}, to);
    QTRY_VERIFY_WITH_TIMEOUT(dynamics(f).relaxed().request.input.sum() > 5, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(dynamics(f).relaxed().request.input[14 * 28 + 14] > 0.5F, kPatience);
    auto* sample = f.find<QSpinBox>("sampleNumber");
    sample->setFocus();
    QTest::keyClick(sample, Qt::Key_Up);
    QCOMPARE(sample->value(), 1);
    QVERIFY(!pad->drawing());
  }

  void coloursAreShownAndNotDrawnOn() {
    QTemporaryDir data;
    writeCifarFiles(data.path().toStdString());
    const QByteArray before = qgetenv("NUDGE_DATA");
    qputenv("NUDGE_DATA", data.path().toUtf8());
    const auto restore = qScopeGuard(
        [&] { before.isNull() ? qunsetenv("NUDGE_DATA") : qputenv("NUDGE_DATA", before); });
    WindowFixture f;
    waitForRelaxed(f);
    auto* pad = f.find<InputView>("input");
    f.click("clearDrawing");
    QVERIFY(pad->drawing());
    Experiment experiment = smallExperiment();
    experiment.network.layers = {3072, 30, 20};
    experiment.data = {.source = DataSource::Cifar10, .train = 0, .test = 0, .normalise = true};
    f.document().reset(experiment);
    QTRY_COMPARE_WITH_TIMEOUT(pad->image().size(), Eigen::Index{3072}, kPatience);
    QVERIFY(!pad->drawing());
    for (const char* name : {"drawDigit", "clearDrawing"}) {
      QVERIFY(!f.find<QWidget>(name)->isEnabled());
      QVERIFY(f.find<QWidget>(name)->toolTip().contains("colour"));
    }
    f.find<QSpinBox>("sampleNumber")->setValue(8);
    QTRY_COMPARE_WITH_TIMEOUT(dynamics(f).relaxed().request.label, 8, kPatience);
    QVERIFY(dynamics(f).relaxed().request.input.minCoeff() < -1);  // normalised
    const QPoint middle = pad->pixelRect(16, 16).center().toPoint();
    QCOMPARE(pad->grab().toImage().pixel(middle), qRgb(0, 200, 0));
    f.document().reset(smallExperiment());
    QTRY_COMPARE_WITH_TIMEOUT(pad->image().size(), Eigen::Index{784}, kPatience);
    QVERIFY(f.find<QWidget>("drawDigit")->isEnabled());
  }

  void whatIsShownOfTheInputBeforeIsSaidSo() {
    WindowFixture f;
    waitForRelaxed(f);
    Experiment slow = smallExperiment();
    slow.network.layers = {784, 3000, 3000, 20};
    slow.machine.freeSteps = 400;
    slow.learning.tau = {1e-7};
    f.document().reset(slow);
    const auto label = [&] { return QString("label %1").arg(dynamics(f).relaxed().request.label); };
    auto* input = f.find<InputView>("input");
    auto* sample = f.find<QSpinBox>("sampleNumber");
    QTRY_VERIFY_WITH_TIMEOUT(dynamics(f).complete(), kPatience);
    sample->setFocus();
    QTest::keyClick(sample, Qt::Key_Up);
    QTRY_VERIFY_WITH_TIMEOUT(input->captionLine().endsWith("settling …"), kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(input->captionLine(), label(), kPatience);
    QCOMPARE(dynamics(f).relaxed().request.input, input->image());
  }

  void aNeuronIsPicked() {
    WindowFixture f;
    waitForRelaxed(f);
    QTRY_VERIFY_WITH_TIMEOUT(f.find<CellsView>("cells1") != nullptr, kPatience);
    auto* cells = f.find<CellsView>("cells1");
    QCOMPARE(cells->neurons(), Eigen::Index{60});
    QTest::mouseClick(cells, Qt::LeftButton, {}, cells->cellRect(17).center().toPoint());
    QCOMPARE(cells->selected(), 17);
  }

  void layersAreAddedResizedRemoved() {
    WindowFixture f;
    key(f, Qt::Key_1);
    f.click("addLayer");
    QCOMPARE(f.document().experiment().network.layers, (std::vector<int>{784, 60, 40, 20}));
    auto* view = f.find<NetworkView>("network");
    const QRectF layer = view->layerRect(1);
    const QPoint edge(static_cast<int>(layer.center().x()), static_cast<int>(layer.bottom()));
    QTest::mousePress(view, Qt::LeftButton, {}, edge);
    for (int i = 1; i <= 6; ++i) QTest::mouseMove(view, edge + QPoint(0, 5 * i));
    QTest::mouseRelease(view, Qt::LeftButton, {}, edge + QPoint(0, 30));
    const int grown = f.document().experiment().network.size(1);
    QVERIFY2(grown > 60, qPrintable(QString::number(grown)));
    QCOMPARE(f.document().undoStack().count(), 2);
    QTest::mouseClick(view, Qt::LeftButton, {}, view->layerRect(2).center().toPoint());
    f.click("removeLayer");
    QCOMPARE(f.document().experiment().network.depth(), 2);
    for (int i = 0; i < 3; ++i) key(f, Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(f.document().experiment() == smallExperiment());
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

  void settingsOfEveryWorkspaceAreFound() {
    WindowFixture f;
    key(f, Qt::Key_2);
    key(f, Qt::Key_F, Qt::ControlModifier);
    auto* line = f.find<QLineEdit>("settingsSearch");
    QVERIFY(line != nullptr && line->hasFocus());
    const auto shown = [&] {
      std::set<std::string> keys;
      for (const auto* row : f.window->findChildren<FieldRow*>())
        if (row->isVisible()) keys.insert(row->field().key);
      return keys;
    };
    QVERIFY(!shown().contains("data.train"));
    QTest::keyClicks(line, "TRAINING samples");
    QVERIFY(shown().contains("data.train"));
    QVERIFY(!shown().contains("learning.beta"));
    // By symbol, and one that is folded away.
    line->clear();
    line->setText("τ");
    QVERIFY(shown().contains("learning.tau"));
    line->clear();
    QTest::keyClicks(line, "early");
    QVERIFY(shown().contains("machine.early_stop"));
    // One that does nothing here is named, and offered once it does.
    line->clear();
    QTest::keyClicks(line, "trotter");
    QVERIFY(shown().empty());
    QVERIFY(f.find<QLabel>("settingsSearchNote")->text().contains("without effect"));
    f.document().set("machine.kind", "quantum-annealing");
    QVERIFY(shown().contains("machine.slices"));
    line->clear();
    QTest::keyClicks(line, "no such thing");
    QVERIFY(f.find<QLabel>("settingsSearchNote")->text().contains("No setting matches"));
    QTest::keyClick(line, Qt::Key_Escape);
    QVERIFY(line->text().isEmpty() && !line->hasFocus());
    QVERIFY(shown().contains("learning.beta"));
    // What was found is worked as anywhere.
    QTest::keyClick(f.window.get(), Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(line, "seed");
    for (auto* row : f.window->findChildren<FieldRow*>()) {
      if (!row->isVisible() || row->field().key != "seed") continue;
      auto* edit = row->findChild<QLineEdit*>();
      edit->selectAll();
      QTest::keyClicks(edit, "17");
      QTest::keyClick(edit, Qt::Key_Return);
    }
    QCOMPARE(f.document().experiment().seed, 17);
  }

  void settingsGoAwayAndComeBack() {
    WindowFixture f;
    const int before = f.window->workspace(1).width();
    key(f, Qt::Key_F9);
    QVERIFY(f.find("settingsSearch") == nullptr);
    QTRY_VERIFY(f.window->workspace(1).width() > before);
    key(f, Qt::Key_3);
    QVERIFY(f.find("settingsSearch") == nullptr);
    key(f, Qt::Key_F, Qt::ControlModifier);
    QVERIFY(f.find("settingsSearch") != nullptr && f.find("settingsSearch")->hasFocus());
    // Presentation on a narrow screen needs their room.
    f.window->resize(1280, 720);
    key(f, Qt::Key_F11);
    QVERIFY(f.find("settingsSearch") == nullptr);
    key(f, Qt::Key_F9);
    QVERIFY(f.find("settingsSearch") != nullptr);
    key(f, Qt::Key_F11);
    QVERIFY(f.find("settingsSearch") != nullptr);
    f.window->resize(1920, 1080);
    key(f, Qt::Key_F11);
    QVERIFY(f.find("settingsSearch") != nullptr);
    key(f, Qt::Key_F11);
  }

  void aPresetIsChosenAndUndone() {
    WindowFixture f;
    auto* choice = f.find<QComboBox>("presetChoice");
    choice->setFocus();
    QTest::keyClick(choice, Qt::Key_End);
    QCOMPARE(f.document().experiment().name, std::string(presets().back().name));
    QVERIFY(f.document().modified());
    f.window->setFocus();
    key(f, Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(f.document().experiment() == smallExperiment());
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

  void dynamicsShowsTheWeightsOfThisMoment() {
    WindowFixture f;
    key(f, Qt::Key_3);
    f.click("stepEpoch");
    QTRY_COMPARE_WITH_TIMEOUT(f.session().snapshot().epoch, 1, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(!f.session().playing(), kPatience);
    key(f, Qt::Key_2);
    QTRY_VERIFY_WITH_TIMEOUT(!f.session().parametersOutdated(), kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(dynamics(f).relaxed().request.parameters == f.session().parameters(),
                             kPatience);
    const Parameters initial = Parameters::initial(smallExperiment().network, 1);
    QVERIFY(!(f.session().parameters()->layers[0] == initial.layers[0]));
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

  void documentsAreSavedAndOpened() {
    WindowFixture f;
    const QString path = f.folder.filePath("mine");
    f.window->files().askSavePath = [path] { return path; };
    f.document().set("seed", 5);
    QVERIFY(f.window->isWindowModified());
    key(f, Qt::Key_S, Qt::ControlModifier);
    QVERIFY(QFile::exists(path + ".nudge"));
    QVERIFY(!f.window->isWindowModified());
    QVERIFY(f.window->windowTitle().contains("mine.nudge"));
    f.document().set("seed", 6);
    f.window->files().open(path + ".nudge");
    QCOMPARE(f.document().experiment().seed, std::int64_t{5});
    writeFileAtomically(f.folder.filePath("bad.nudge").toStdString(), "{\"format\": ");
    f.window->files().open(f.folder.filePath("bad.nudge"));
    QCOMPARE(f.document().experiment().seed, std::int64_t{5});
    QVERIFY(f.find<QWidget>("run-warnings")->isEnabled());
  }

  void unsavedWorkIsNotLostUnasked() {
    WindowFixture f;
    int asked = 0;
    f.window->files().confirm = [&](const QString&) {
      ++asked;
      return false;
    };
    f.document().set("seed", 5);
    f.window->close();
    QVERIFY(f.window->isVisible());
    key(f, Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(asked, 2);
    QCOMPARE(f.document().experiment().seed, std::int64_t{5});
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

  void everyWorkspaceFitsSmallAndLargeScreens_data() {
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("dark");
    QTest::newRow("small light") << QSize(1280, 720) << false;
    QTest::newRow("small dark") << QSize(1280, 720) << true;
    QTest::newRow("large") << QSize(1920, 1080) << false;
  }
  void everyWorkspaceFitsSmallAndLargeScreens() {
    QFETCH(QSize, size);
    QFETCH(bool, dark);
    WindowFixture f;
    f.window->setShade(dark ? Theme::Shade::Dark : Theme::Shade::Light);
    f.window->resize(size);
    waitForRelaxed(f);
    for (int i = 0; i < f.window->workspaces(); ++i) {
      f.window->showWorkspace(i);
      QTest::qWait(50);
      QCOMPARE(f.window->size(), size);  // nothing forces the window larger
      for (const QWidget* child : f.window->workspace(i).findChildren<QWidget*>()) {
        if (!child->isVisible() || child->parentWidget() != &f.window->workspace(i)) continue;
        QVERIFY2(f.window->workspace(i).rect().contains(child->geometry()),
                 qPrintable(child->objectName()));
      }
    }
    f.window->setShade(Theme::Shade::Light);
  }
};

QTEST_MAIN(TestWindow)
#include "TestWindow.moc"
