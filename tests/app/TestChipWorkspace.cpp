// The Chip workspace as a hand would use it, offscreen: it places networks, follows neurons, goes
// around faults, and says why where it cannot.
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QWheelEvent>

#include "app/ChipFind.h"
#include "app/workspaces/ChipWorkspace.h"
#include "core/base/AtomicFile.h"
#include "core/chip/EmbeddingCheck.h"
#include "tests/TestProgram.h"
#include "tests/app/WindowFixture.h"
#include "widgets/ChainTable.h"
#include "widgets/ChipView.h"
#include "widgets/LogicalView.h"

using namespace nudge;
using namespace nudge::test;

namespace {

Experiment spins(std::vector<int> layers) {
  Experiment experiment = presetExperiment("ising-digits");
  experiment.network.perClass = layers.back() / 10;
  experiment.network.layers = std::move(layers);
  experiment.data.train = 400;
  experiment.data.test = 300;
  return experiment;
}

/// A window on its Chip workspace.
struct ChipFixture : WindowFixture {
  explicit ChipFixture(const Experiment& experiment = spins({784, 30, 10})) {
    document().reset(experiment);
    QTest::keyClick(window.get(), Qt::Key_5);
    settle();
  }

  ChipWorkspace& page() { return dynamic_cast<ChipWorkspace&>(window->workspace(4)); }
  ChipView& view() { return *window->findChild<ChipView*>("chip-view"); }
  LogicalView& logical() { return *window->findChild<LogicalView*>("logical-view"); }
  void settle() { QTRY_VERIFY_WITH_TIMEOUT(page().complete(), kPatience); }

  void choose(const char* name, int index) {
    auto* box = find<QComboBox>(name);
    QVERIFY(box);
    box->setFocus();
    box->setCurrentIndex(index);
    emit box->activated(index);
    settle();
  }

  void type(const char* name, const QString& text) {
    auto* line = find<QLineEdit>(name);
    QVERIFY(line);
    line->setFocus();
    line->selectAll();
    QTest::keyClicks(line, text);
    QTest::keyClick(line, Qt::Key_Return);
  }

  void clickQubit(int qubit) {
    QTest::mouseClick(&view(), Qt::LeftButton, {}, view().positionOf(qubit).toPoint());
  }
  /// Marks a qubit, or takes the mark off again. What follows a search that was quick by itself,
  /// waits for a key on a slow machine.
  void clickFault(int qubit) {
    const bool follows = page().followsFaults();
    clickQubit(qubit);
    if (!follows) QTest::keyClick(window.get(), Qt::Key_R);
    settle();
  }
};

}  // namespace

class TestChipWorkspace : public QObject {
  Q_OBJECT
 private slots:
  void opensOnThePlacedNetwork() {
    ChipFixture f;
    QVERIFY(f.page().isVisible());
    QVERIFY(f.page().result().use);
    const ChipUse& use = *f.page().result().use;
    QCOMPARE(use.variables(), 40);
    QCOMPARE(use.layers(), 2);
    QVERIFY(embeddingFaults(use.embedding(), use.source(), use.chip()).empty());
    QVERIFY2(f.page().state().contains("for 40 neurons"), qPrintable(f.page().state()));
    QCOMPARE(f.logical().neurons(), 40);
    QCOMPARE(f.view().chip()->qubits().size(), std::size_t{5640});
    QVERIFY(!f.window->grab().isNull());
  }

  void followsTheDocument() {
    ChipFixture f;
    f.document().set("network.layers", Json({784, 20, 10}));
    f.settle();
    QTRY_VERIFY_WITH_TIMEOUT(f.page().result().use && f.page().result().use->variables() == 30,
                             kPatience);
    QTest::keyClick(f.window.get(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(f.page().result().use->variables(), 40, kPatience);
  }

  void showsTheChipOfARun() {
    Experiment experiment = spins({784, 12, 10});
    experiment.machine.kind = MachineKind::VirtualChip;
    experiment.machine.chip.chip = "zephyr:4";
    experiment.machine.annealing.sweeps = 5;
    experiment.machine.annealing.slices = 4;
    ChipFixture f(experiment);
    QCOMPARE(f.find<QComboBox>("chip")->currentText(), QString("zephyr:4"));
    QCOMPARE(f.page().result().chip->shape().text(), std::string("zephyr:4"));
    QVERIFY(f.view().spins().empty());
    QTest::keyClick(f.window.get(), Qt::Key_Space, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(f.page().state().contains("The run's newest"), kPatience);
    const auto up = [&](int qubit) { return f.view().spins()[static_cast<std::size_t>(qubit)]; };
    for (const int qubit : f.page().result().use->chain(3)) QVERIFY(up(qubit) != 0);
    // Another placing than the run's is not painted with the run's spins.
    f.choose("embedMethod", 2);
    QTRY_VERIFY_WITH_TIMEOUT(f.page().state().contains("another embedding"), kPatience);
    QTest::keyClick(f.window.get(), Qt::Key_Space, Qt::ControlModifier);
  }

  void showsASignalOnItsWayThroughCells() {
    ChipFixture f(presetExperiment("layout-cells"));
    QCOMPARE(f.page().result().chip->shape().text(), std::string("chimera:4"));
    QVERIFY(f.page().result().ownCells);
    QCOMPARE(f.page().result().use->statistics().longest, 1);
    // Until the images of this experiment are there.
    QTRY_VERIFY_WITH_TIMEOUT(f.session().data() && f.session().data()->test.imageSize() == 16,
                             kPatience);
    QTest::keyClick(f.window.get(), Qt::Key_Period);
    QTRY_VERIFY_WITH_TIMEOUT(f.page().state().contains("the nudge turned"), kPatience);
    // From the outputs inwards, one layer after the other.
    QVERIFY(f.page().state().contains("layer 5: "));
    QTRY_VERIFY_WITH_TIMEOUT(f.page().state().contains("layer 1: "), kPatience);
    QVERIFY(f.page().state().indexOf("layer 5: ") < f.page().state().indexOf("layer 1: "));
    QTRY_VERIFY_WITH_TIMEOUT(f.page().complete(), kPatience);
    QVERIFY(std::count(f.view().spins().begin(), f.view().spins().end(), 0) <
            static_cast<std::ptrdiff_t>(f.view().spins().size()));
    f.choose("embedMethod", 2);
    QVERIFY(!f.page().result().ownCells);
  }

  void wheelDragAndClickOnTheChip() {
    ChipFixture f;
    const int qubit = f.page().result().use->chain(33).front();
    const QPointF at = f.view().positionOf(qubit);
    for (int i = 0; i < 8; ++i) {
      QWheelEvent event(at, f.view().mapToGlobal(at), {}, {0, 120}, Qt::NoButton, Qt::NoModifier,
                        Qt::NoScrollPhase, false);
      QApplication::sendEvent(&f.view(), &event);
    }
    QVERIFY(!f.view().camera().showsAll());
    const QPointF before = f.view().positionOf(qubit);
    const QPoint from = f.view().rect().center();
    QTest::mousePress(&f.view(), Qt::LeftButton, {}, from);
    QTest::mouseMove(&f.view(), from + QPoint(10, 12));
    QTest::mouseMove(&f.view(), from + QPoint(30, 20));
    QTest::mouseRelease(&f.view(), Qt::LeftButton, {}, from + QPoint(30, 20));
    QCOMPARE((f.view().positionOf(qubit) - before).toPoint(), QPoint(30, 20));
    f.clickQubit(qubit);
    QCOMPARE(f.view().followed(), 33);
    QCOMPARE(f.logical().followed(), 33);
    QTest::keyClick(&f.view(), Qt::Key_0);
    QVERIFY(f.view().camera().showsAll());
  }

  void theNetworkPicksOnTheChip() {
    ChipFixture f;
    QTest::mouseClick(&f.logical(), Qt::LeftButton, {}, f.logical().cellRect(31).center());
    QCOMPARE(f.view().followed(), 31);
    QTest::keyClick(&f.logical(), Qt::Key_Right);
    QCOMPARE(f.view().followed(), 32);
    QTest::keyClick(&f.logical(), Qt::Key_Escape);
    QCOMPARE(f.view().followed(), -1);
    auto* table = f.window->findChild<ChainTable*>("chain-table");
    table->setCurrentIndex(table->model()->index(5, 0));
    QCOMPARE(f.view().followed(), 5);
    QCOMPARE(f.logical().followed(), 5);
  }

  void findsByName() {
    ChipFixture f;
    f.type("findOnChip", "layer 2 neuron 7");
    QCOMPARE(f.view().followed(), 37);
    QVERIFY(f.view().hasFocus());
    f.type("findOnChip", "1.4");
    QCOMPARE(f.view().followed(), 4);
    const int qubit = f.page().result().use->chain(11).back();
    f.type("findOnChip", QString::number(qubit));
    QCOMPARE(f.view().qubit(), qubit);
    QCOMPARE(f.view().followed(), 11);
    f.type("findOnChip", "2.10");
    QVERIFY2(f.page().state().contains("Layer 2 has no neuron 10; they go from 0 to 9"),
             qPrintable(f.page().state()));
    f.type("findOnChip", "3.1");
    QVERIFY(f.page().state().contains("no layer 3"));
    f.type("findOnChip", "9999999999");
    QVERIFY(f.page().state().contains("no such qubit"));
    f.type("findOnChip", "what");
    QVERIFY(f.page().state().contains("2.7"));
  }

  void chainsGoAroundFaults() {
    ChipFixture f;
    const int qubit = f.page().result().use->chain(33)[1];
    f.click("markFaults");
    f.clickFault(qubit);
    QCOMPARE(f.page().faults(), std::vector<int>{qubit});
    QVERIFY(f.page().result().chip && !f.page().result().chip->hasQubit(qubit));
    QVERIFY(f.page().result().use);
    QCOMPARE(f.page().result().use->variableOf(qubit), -1);
    QVERIFY(f.view().isFaulty(qubit));
    f.clickFault(qubit);  // once more: it works
    QVERIFY(f.page().faults().empty());
    QVERIFY(f.page().result().chip->hasQubit(qubit));
    f.clickFault(qubit);
    f.click("clearFaults");
    QVERIFY(f.page().faults().empty());
  }

  void saysWhyItDoesNotFit() {
    ChipFixture f(spins({784, 120, 40}));
    QVERIFY(f.page().result().use);
    f.choose("chip", 0);  // Chimera 16
    QTRY_VERIFY_WITH_TIMEOUT(!f.page().result().use, kPatience);
    QVERIFY2(f.page().state().contains("at least 2,400 qubits"), qPrintable(f.page().state()));
    QVERIFY(f.page().state().startsWith("The network"));
    QVERIFY(f.find("chipExample") != nullptr);
    QCOMPARE(f.view().chip()->qubits().size(), std::size_t{2048});
    QCOMPARE(f.logical().neurons(), 160);
    f.choose("chip", 2);  // Zephyr 15
    QTRY_VERIFY_WITH_TIMEOUT(f.page().result().use != nullptr, kPatience);
    QCOMPARE(f.page().result().use->statistics().qubits, 680);
    QVERIFY(f.find("chipExample") == nullptr);
  }

  void anExampleIsOffered() {
    ChipFixture f(presetExperiment("digits"));
    QVERIFY(!f.page().result().use);
    QVERIFY(!f.page().state().isEmpty());
    QVERIFY(f.view().chip());
    f.click("chipExample");
    QCOMPARE(f.document().experiment().name, std::string("ising-digits"));
    QTRY_VERIFY_WITH_TIMEOUT(f.page().result().use != nullptr, kPatience);
    QCOMPARE(f.page().result().use->statistics().qubits, 906);
  }

  void unknownChipsAreRefused() {
    ChipFixture f;
    auto* box = f.find<QComboBox>("chip");
    box->lineEdit()->setFocus();
    box->lineEdit()->selectAll();
    QTest::keyClicks(box->lineEdit(), "pegasus:sixteen");
    QTest::keyClick(box->lineEdit(), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(f.page().state().contains("sixteen"), kPatience);
    box->lineEdit()->selectAll();
    QTest::keyClicks(box->lineEdit(), "chimera:8");
    QTest::keyClick(box->lineEdit(), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(f.page().result().use != nullptr, kPatience);
    QCOMPARE(f.view().chip()->qubits().size(), std::size_t{512});
  }

  void aSearchCanBeStopped() {
    ChipFixture f(spins({784, 120, 40}));
    const auto before = f.page().result().use;
    f.choose("embedMethod", 0);
    auto* method = f.find<QComboBox>("embedMethod");
    method->setCurrentIndex(2);  // the heuristic, which takes its time
    emit method->activated(2);
    QTRY_VERIFY_WITH_TIMEOUT(f.find("embedCancel") != nullptr, kPatience);
    QElapsedTimer time;
    time.start();
    f.click("embedCancel");
    QTRY_VERIFY_WITH_TIMEOUT(f.page().state().contains("Stopped"), kPatience);
    qInfo() << "stopped after" << time.elapsed() << "ms";
    QVERIFY(f.page().result().use == before || f.page().result().use != nullptr);
    QVERIFY(f.find("embedNow") != nullptr);
  }

  void embeddingsAreSavedAndOpened() {
    const QTemporaryDir folder;
    ChipFixture f;
    const std::filesystem::path path = folder.filePath("e.json").toStdString();
    f.page().saveEmbedding(path);
    QCOMPARE(readEmbedding(path), f.page().result().use->embedding());
    f.page().openEmbedding(path);
    QTRY_VERIFY_WITH_TIMEOUT(f.page().state().contains("from a file"), kPatience);
    writeFileAtomically(path, std::string("{\"0\": [1]}"));
    f.page().openEmbedding(path);
    QTRY_VERIFY_WITH_TIMEOUT(f.page().state().contains("e.json"), kPatience);
    f.window->findChild<QAction*>("copyStatistics")->setEnabled(true);
    QTest::keyClick(f.window.get(), Qt::Key_R);
    QTRY_VERIFY_WITH_TIMEOUT(f.page().result().use != nullptr, kPatience);
    f.window->findChild<QAction*>("copyStatistics")->trigger();
    QVERIFY(QApplication::clipboard()->text().contains("neurons\t40"));
  }

  void annealsOnTheChip() {
    ChipFixture f;
    QTRY_VERIFY_WITH_TIMEOUT(f.session().data() != nullptr, kPatience);
    QTest::keyClick(f.window.get(), Qt::Key_Period);
    QTRY_VERIFY_WITH_TIMEOUT(f.page().state().contains("chains broken"), kPatience);
    const int qubit = f.page().result().use->chain(3).front();
    QVERIFY2(f.view().describe(qubit).contains("spin"), qPrintable(f.view().describe(qubit)));
    QVERIFY(f.view().describe(qubit).contains("field h"));
    QTest::keyClick(f.window.get(), Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(f.page().state().contains("sample 2"), kPatience);
    QTest::keyClick(f.window.get(), Qt::Key_Space);
  }

  void otherNetworksArePlacedToo() {
    Experiment plain = presetExperiment("digits");
    plain.network.layers = {784, 16, 10};
    plain.network.perClass = 1;
    ChipFixture f(plain);
    QVERIFY2(f.page().result().use != nullptr, qPrintable(f.page().state()));
    plain.network.layers = {784, 10};
    f.document().reset(plain);
    QTRY_VERIFY_WITH_TIMEOUT(f.page().result().use && f.page().result().use->variables() == 10,
                             kPatience);
    QCOMPARE(f.page().result().use->statistics().qubits, 10);
    f.document().reset(presetExperiment("digits-conv"));
    f.settle();
    QTRY_VERIFY_WITH_TIMEOUT(!f.page().result().use, kPatience);
    QVERIFY(f.page().state().size() > 30);
  }

  void namesAreFound() {
    const ChipGraph chip = ChipGraph::make(ChipShape::parse("chimera:2"));
    QCOMPARE(findOnChip("qubit 17", chip, nullptr).qubit, 17);
    QVERIFY(findOnChip("32", chip, nullptr).problem.contains("from 0 to 31"));
    QVERIFY(findOnChip("1.1", chip, nullptr).problem.contains("Embed"));
  }
};

QTEST_MAIN(TestChipWorkspace)
#include "TestChipWorkspace.moc"
