// What stands beside a chip: the layers as cells, lengths of chains, qubits of layers, the table.
#include <QTemporaryDir>
#include <QtTest>

#include "core/chip/FindEmbedding.h"
#include "tests/TestProgram.h"
#include "widgets/ChainLengthPlot.h"
#include "widgets/ChainTable.h"
#include "widgets/LayerQubitsPlot.h"
#include "widgets/LogicalView.h"
#include "widgets/PlotExport.h"
#include "widgets/Theme.h"

using namespace nudge;

namespace {

std::shared_ptr<const ChipUse> placed() {
  auto chip = std::make_shared<const ChipGraph>(ChipGraph::make(ChipShape::parse("chimera:4")));
  const SourceGraph source = SourceGraph::parse("layers:12,8,4");
  const FoundEmbedding found = findEmbedding(source, *chip, EmbedMethod::Auto, {});
  return std::make_shared<const ChipUse>(chip, source, found.embedding, source.layers);
}

}  // namespace

class TestPlacedNetwork : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase() { Theme::apply(*qApp, Theme::Shade::Light); }

  void everyNeuronHasACell() {
    LogicalView view;
    view.resize(260, 240);
    view.setUse(placed());
    QCOMPARE(view.neurons(), 24);
    for (int v = 0; v < 24; ++v) {
      QVERIFY(view.rect().contains(view.cellRect(v)));
      QCOMPARE(view.variableAt(view.cellRect(v).center()), v);
    }
    QVERIFY(view.cellRect(0).right() < view.cellRect(12).left());
    QVERIFY2(view.describe(13).startsWith("layer 2, neuron 1: a chain of"),
             qPrintable(view.describe(13)));
    QCOMPARE(view.describe(24), QString());
    QVERIFY(!view.grab().isNull());
  }

  void clickAndKeysFollowNeurons() {
    LogicalView view;
    view.resize(260, 240);
    view.setUse(placed());
    view.show();
    QSignalSpy picked(&view, &LogicalView::variablePicked);
    QTest::mouseClick(&view, Qt::LeftButton, {}, view.cellRect(14).center());
    QCOMPARE(picked.takeLast().at(0).toInt(), 14);
    QTest::keyClick(&view, Qt::Key_Right);
    QCOMPARE(view.followed(), 15);
    QTest::keyClick(&view, Qt::Key_PageDown);
    QCOMPARE(view.followed(), 20);
    QTest::keyClick(&view, Qt::Key_PageUp);
    QCOMPARE(view.followed(), 12);
    QTest::keyClick(&view, Qt::Key_Escape);
    QCOMPARE(picked.takeLast().at(0).toInt(), -1);
  }

  void layersAreShownBeforeTheyArePlaced() {
    LogicalView view;
    view.resize(260, 240);
    QVERIFY(!view.grab().isNull());
    QTest::keyClick(&view, Qt::Key_Right);
    view.setLayers({5000, 10});
    QCOMPARE(view.neurons(), 5010);
    view.follow(5009);
    QVERIFY(view.describe(5009).contains("layer 2, neuron 9"));
    QVERIFY(!view.grab().isNull());
  }

  void plotsWriteWhatTheyShow() {
    const auto use = placed();
    ChainLengthPlot lengths;
    QCOMPARE(lengths.csv(), QStringLiteral("layer,qubits,chains\n"));
    lengths.setLengths({{0, 3}, {1, 2}});
    QCOMPARE(lengths.csv(), QStringLiteral("layer,qubits,chains\n1,1,0\n1,2,3\n2,1,1\n2,2,2\n"));
    lengths.setLengths(use->lengthsOfLayers());
    QVERIFY(!lengths.grab().isNull());
    lengths.setLengths({});
    QCOMPARE(lengths.plottableCount(), 0);
    LayerQubitsPlot qubits;
    qubits.setQubits({36, 16}, {12, 8});
    QCOMPARE(qubits.csv(), QStringLiteral("layer,neurons,qubits\n1,12,36\n2,8,16\n"));
    const QTemporaryDir folder;
    savePlot(qubits, folder.filePath("q.svg"), {300, 200});
    QVERIFY(QFileInfo(folder.filePath("q.svg")).size() > 500);
    qubits.setQubits({}, {});
    QCOMPARE(qubits.plottableCount(), 0);
  }

  void theTableSortsAndFollows() {
    const auto use = placed();
    ChainTable table;
    table.setUse(use);
    QCOMPARE(table.model()->rowCount(), 24);
    QCOMPARE(table.model()->index(13, 0).data().toString(), QStringLiteral("2.1"));
    table.sortByColumn(1, Qt::DescendingOrder);
    const auto length = [&](int row) { return table.model()->index(row, 1).data().toInt(); };
    QCOMPARE(length(0), use->statistics().longest);
    QCOMPARE(length(23), use->statistics().shortest);
    QSignalSpy picked(&table, &ChainTable::variablePicked);
    table.follow(7);
    QCOMPARE(picked.size(), 0);  // nobody's hand
    QCOMPARE(table.currentIndex().siblingAtColumn(0).data().toString(), QStringLiteral("1.7"));
    table.setCurrentIndex(table.model()->index(0, 0));
    QCOMPARE(picked.size(), 1);
    QCOMPARE(table.csv().count('\n'), 25);
    table.setUse(nullptr);
    QCOMPARE(table.model()->rowCount(), 0);
    table.follow(3);
  }
};

QTEST_MAIN(TestPlacedNetwork)
#include "TestPlacedNetwork.moc"
