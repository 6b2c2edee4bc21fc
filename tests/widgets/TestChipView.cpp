// A chip in the hand: wheel, drag, click, keys, faults; what is told, drawn and written.
#include <QElapsedTimer>
#include <QMenu>
#include <QTemporaryDir>
#include <QWheelEvent>
#include <QtTest>

#include "core/chip/FindEmbedding.h"
#include "tests/TestProgram.h"
#include "widgets/ChipView.h"
#include "widgets/PlotExport.h"
#include "widgets/Theme.h"

using namespace nudge;

namespace {

std::shared_ptr<const ChipUse> placed(const char* network, const char* chip,
                                      const std::vector<int>& faults = {}) {
  auto graph = std::make_shared<const ChipGraph>(
      ChipGraph::make(ChipShape::parse(chip)).withFaults(faults, {}));
  const SourceGraph source = SourceGraph::parse(network);
  const FoundEmbedding found = findEmbedding(source, *graph, EmbedMethod::Auto, {});
  return std::make_shared<const ChipUse>(graph, source, found.embedding, source.layers);
}

std::unique_ptr<ChipView> shown(std::shared_ptr<const ChipUse> use) {
  auto view = std::make_unique<ChipView>();
  view->resize(700, 600);
  view->setUse(std::move(use));
  view->show();
  return QTest::qWaitForWindowExposed(view.get()) ? std::move(view) : nullptr;
}

void turnWheel(ChipView& view, const QPointF& at, int eighths) {
  QWheelEvent event(at, view.mapToGlobal(at), {}, {0, eighths}, Qt::NoButton, Qt::NoModifier,
                    Qt::NoScrollPhase, false);
  QApplication::sendEvent(&view, &event);
}

/// Neither a qubit of a chain nor one that is near to another.
int unusedQubit(const ChipView& view, const ChipUse& use) {
  for (const int qubit : use.chip().qubits()) {
    if (use.variableOf(qubit) < 0 && view.qubitAt(view.positionOf(qubit)) == qubit) return qubit;
  }
  return -1;
}

}  // namespace

class TestChipView : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase() { Theme::apply(*qApp, Theme::Shade::Light); }

  void showsEveryQubitAtFirst() {
    for (const char* chip : {"chimera:16", "pegasus:16", "zephyr:15"}) {
      auto graph = std::make_shared<const ChipGraph>(ChipGraph::make(ChipShape::parse(chip)));
      ChipView view;
      view.resize(900, 700);
      view.setChip(graph);
      QVERIFY(!view.grab().isNull());
      for (const int qubit : graph->qubits()) {
        QVERIFY(view.rect().contains(view.positionOf(qubit).toPoint()));
        QCOMPARE(view.qubitAt(view.positionOf(qubit)), qubit);
      }
    }
  }

  void theWheelZoomsAboutThePointer() {
    const auto view = shown(placed("layers:30,10", "chimera:8"));
    QVERIFY(view);
    const int qubit = view->chip()->qubits()[300];
    const QPointF before = view->positionOf(qubit);
    const double scale = view->camera().scale();
    for (int i = 0; i < 6; ++i) turnWheel(*view, before, 120);
    QVERIFY(view->camera().scale() > 2 * scale);
    QVERIFY((view->positionOf(qubit) - before).manhattanLength() < 4);
    QVERIFY(!view->grab().isNull());
    QTRY_VERIFY(view->sharp());
    for (int i = 0; i < 40; ++i) turnWheel(*view, before, -120);
    QCOMPARE(view->camera().scale(), scale);
    QVERIFY(view->camera().showsAll());
    for (int i = 0; i < 100; ++i) turnWheel(*view, before, 120);
    QVERIFY(view->camera().spacing() < 100);
    QTest::keyClick(view.get(), Qt::Key_0);
    QVERIFY(view->camera().showsAll());
  }

  void draggingMovesAndDoesNotPick() {
    const auto view = shown(placed("layers:30,10", "chimera:8"));
    QVERIFY(view);
    view->zoom(4);
    QSignalSpy picked(view.get(), &ChipView::variablePicked);
    const int qubit = view->chip()->qubits()[250];
    const QPointF before = view->positionOf(qubit);
    QTest::mousePress(view.get(), Qt::LeftButton, {}, {300, 300});
    QTest::mouseMove(view.get(), {340, 310});
    QTest::mouseMove(view.get(), {360, 320});
    QTest::mouseRelease(view.get(), Qt::LeftButton, {}, {360, 320});
    QCOMPARE((view->positionOf(qubit) - before).toPoint(), QPoint(60, 20));
    QCOMPARE(picked.size(), 0);
    QTest::keyClick(view.get(), Qt::Key_Left);
    QCOMPARE((view->positionOf(qubit) - before).toPoint(), QPoint(120, 20));
  }

  void aClickFollowsAChain() {
    const auto use = placed("layers:30,10", "chimera:8");
    const auto view = shown(use);
    QVERIFY(view);
    QSignalSpy picked(view.get(), &ChipView::variablePicked);
    const int qubit = use->chain(33).front();
    QTest::mouseClick(view.get(), Qt::LeftButton, {}, view->positionOf(qubit).toPoint());
    QCOMPARE(view->followed(), 33);
    QCOMPARE(picked.takeLast().at(0).toInt(), 33);
    QVERIFY(view->accessibleDescription().contains("following layer 2, neuron 3"));
    QTest::mouseClick(view.get(), Qt::LeftButton, {}, {5, 590});
    QCOMPARE(view->followed(), -1);
    QCOMPARE(picked.takeLast().at(0).toInt(), -1);
  }

  void whatIsNotFollowedFades() {
    const auto use = placed("layers:30,10", "chimera:8");
    const auto view = shown(use);
    QVERIFY(view);
    const auto strength = [&](int variable) {
      const QImage picture = view->grab().toImage();
      return picture.pixelColor(view->positionOf(use->chain(variable).front()).toPoint())
          .saturation();
    };
    const int full = strength(31);
    view->follow(30);
    QVERIFY2(strength(31) < full / 2, qPrintable(QString::number(strength(31))));
    QCOMPARE(strength(0), strength(1));  // coupled to it: not faded
    QVERIFY(strength(0) > full / 2);
  }

  void keysDoAllOfIt() {
    const auto use = placed("layers:30,10", "chimera:8");
    const auto view = shown(use);
    QVERIFY(view);
    view->setFocus();
    QTest::keyClick(view.get(), Qt::Key_PageDown);
    QTest::keyClick(view.get(), Qt::Key_PageDown);
    QCOMPARE(view->followed(), 1);
    QTest::keyClick(view.get(), Qt::Key_PageUp);
    QCOMPARE(view->followed(), 0);
    QTest::keyClick(view.get(), Qt::Key_Plus);
    QVERIFY(!view->camera().showsAll());
    QTest::keyClick(view.get(), Qt::Key_Return);
    QVERIFY(view->rect().contains(view->positionOf(use->chain(0).front()).toPoint()));
    const QPointF from = view->camera().toChip(view->positionOf(view->qubit()));
    QTest::keyClick(view.get(), Qt::Key_Right, Qt::ControlModifier);
    QVERIFY(view->camera().toChip(view->positionOf(view->qubit())).x() > from.x());
    QSignalSpy faults(view.get(), &ChipView::faultAsked);
    QTest::keyClick(view.get(), Qt::Key_F);
    QCOMPARE(faults.size(), 1);
    QCOMPARE(faults[0].at(0).toInt(), view->qubit());
    QCOMPARE(faults[0].at(1).toBool(), true);
    QTest::keyClick(view.get(), Qt::Key_Escape);
    QCOMPARE(view->qubit(), -1);
    QTest::keyClick(view.get(), Qt::Key_Home);
    QVERIFY(view->camera().showsAll());
  }

  void faultsAreMarkedByClickAndMenu() {
    const auto use = placed("layers:30,10", "chimera:8");
    const auto view = shown(use);
    QVERIFY(view);
    QSignalSpy faults(view.get(), &ChipView::faultAsked);
    view->setMarking(true);
    const int qubit = unusedQubit(*view, *use);
    QTest::mouseClick(view.get(), Qt::LeftButton, {}, view->positionOf(qubit).toPoint());
    QCOMPARE(faults.takeLast().at(0).toInt(), qubit);
    view->setFaults({qubit});
    QVERIFY(view->isFaulty(qubit));
    QVERIFY(view->describe(qubit).contains("faulty"));
    QContextMenuEvent event(QContextMenuEvent::Mouse, view->positionOf(qubit).toPoint(), {});
    QApplication::sendEvent(view.get(), &event);
    auto* menu = view->findChild<QMenu*>("chip-menu");
    QVERIFY(menu);
    menu->findChild<QAction*>("mark-fault")->trigger();
    QCOMPARE(faults.last().at(1).toBool(), false);
    menu->close();
    // What the chip lacks from the beginning stays so.
    view->setUse(placed("layers:6,3", "chimera:8", {qubit}));
    view->setFaults({});
    QVERIFY(view->isFaulty(qubit));
    faults.clear();
    QTest::mouseClick(view.get(), Qt::LeftButton, {}, view->positionOf(qubit).toPoint());
    QCOMPARE(faults.size(), 0);
  }

  void tellsWhatAQubitDoes() {
    const auto use = placed("layers:30,10", "chimera:8");
    ChipView view;
    view.setUse(use);
    const int qubit = use->chain(33).front();
    QVERIFY(view.describe(qubit).contains("layer 2, neuron 3"));
    QVERIFY(view.describe(qubit).contains(
        QString("%1 qubit").arg(static_cast<int>(use->chain(33).size()))));
    QVERIFY(view.describe(qubit).contains("i "));
    std::vector<double> fields(40, 0);
    fields[33] = -1.5;
    view.setProblem(std::make_shared<IsingProblem>(
        fields, std::vector<Coupling>{{0, 33, 0.25}, {1, 33, -0.75}}));
    QVERIFY2(view.describe(qubit).contains("−1.50"), qPrintable(view.describe(qubit)));
    QVERIFY(view.describe(qubit).contains("−0.750 to 0.250"));
    QVERIFY(view.describe(unusedQubit(view, *use)).contains("not used"));
    QVERIFY(view.describe(-1).isEmpty());
  }

  void brokenChainsAreCounted() {
    const auto use = placed("layers:30,10", "chimera:8");
    ChipView view;
    view.setUse(use);
    std::vector<std::int8_t> spins(static_cast<std::size_t>(use->chip().shape().labels()), 1);
    view.setSpins(spins);
    QCOMPARE(view.brokenChains(), 0);
    spins[static_cast<std::size_t>(use->chain(4).front())] = -1;
    spins[static_cast<std::size_t>(use->chain(35).back())] = -1;
    view.setSpins(spins);
    QCOMPARE(view.brokenChains(), 2);
    QVERIFY(view.describe(use->chain(4).front()).contains("broken"));
    QVERIFY(view.describe(use->chain(4).front()).contains("−1"));
    QVERIFY(!view.grab().isNull());
  }

  void exportsWithoutAWindow() {
    const QTemporaryDir folder;
    const auto use = placed("layers:6,3", "chimera:3");
    ChipView view;
    view.setUse(use);
    for (const char* kind : {"png", "svg", "pdf", "csv"}) {
      const QString path = folder.filePath(QStringLiteral("chip.") + kind);
      saveWidget(view, path, {500, 400});
      QVERIFY(QFileInfo(path).size() > 500);
    }
    QCOMPARE(QImage(folder.filePath("chip.png")).size(), QSize(1000, 800));
    QFile svg(folder.filePath("chip.svg"));
    QVERIFY(svg.open(QIODevice::ReadOnly));
    QVERIFY(!svg.readAll().contains("<image"));  // lines and areas, no picture
    QCOMPARE(view.csv().count('\n'), 1 + static_cast<int>(use->chip().qubits().size()));
    QVERIFY(view.csv().contains(",used,2,0,"));
  }

  void nothingIsNotWrong() {
    ChipView view;
    QVERIFY(!view.grab().isNull());
    for (const auto key : {Qt::Key_Plus, Qt::Key_PageDown, Qt::Key_Return, Qt::Key_F})
      QTest::keyClick(&view, key);
    view.follow(3);
    view.reveal();
    view.setSpins({1, -1});
    QCOMPARE(view.csv().count('\n'), 1);
    view.setUse(placed("layers:6,3", "chimera:3"));
    view.follow(8);
    view.setChip(nullptr);
    QCOMPARE(view.followed(), -1);
    QVERIFY(!view.grab().isNull());
  }
};

QTEST_MAIN(TestChipView)
#include "TestChipView.moc"
