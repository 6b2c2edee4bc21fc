#include <QtTest>

#include "tests/TestProgram.h"
#include "tests/widgets/Samples.h"
#include "widgets/CellGrid.h"
#include "widgets/CellsView.h"
#include "widgets/ColourScales.h"
#include "widgets/OutputsView.h"
#include "widgets/Theme.h"
#include "widgets/WatchedView.h"

using namespace nudge;

namespace {

int pixelsOf(const QImage& image, const QRectF& rect, QRgb colour) {
  int found = 0;
  const QRect inside = rect.toAlignedRect() & image.rect();
  for (int y = inside.top(); y <= inside.bottom(); ++y) {
    for (int x = inside.left(); x <= inside.right(); ++x) {
      found += (image.pixel(x, y) & 0xffffff) == (colour & 0xffffff);
    }
  }
  return found;
}

}  // namespace

class TestCells : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase() { Theme::apply(*qApp, Theme::Shade::Light); }

  void everyCountFits_data() {
    QTest::addColumn<int>("count");
    for (int count : {1, 2, 3, 10, 40, 512, 784, 4096, 8192, 20000}) {
      QTest::newRow(qPrintable(QString::number(count))) << count;
    }
  }
  void everyCountFits() {
    QFETCH(int, count);
    for (const QRect area : {QRect(0, 0, 142, 145), QRect(0, 0, 300, 200), QRect(0, 0, 200, 700)}) {
      const CellGrid grid = CellGrid::fit(count, area, 56);
      QVERIFY(grid.columns * grid.rows >= count);
      QVERIFY(area.contains(grid.bounds()));
      QCOMPARE(grid.at(grid.rect(0).center()), 0);
      QCOMPARE(grid.at(grid.rect(count - 1).center()), count - 1);
      QCOMPARE(grid.at(QPoint(-1, 5)), -1);
    }
  }

  void coloursByActivation() {
    CellsView view;
    view.resize(220, 260);
    view.setActivations(Vector::LinSpaced(16, 0, 1));
    view.setReference(nullptr);
    const QImage image = view.grab().toImage();
    const auto at = [&](int n) { return image.pixel(view.cellRect(n).center().toPoint()); };
    QCOMPARE(at(0), ColourScales::at(ColourScale::Cividis, 0));
    QCOMPARE(at(15), ColourScales::at(ColourScale::Cividis, 1));
  }

  void outlinesWhatTheNudgeChanged() {
    CellsView view;
    view.resize(220, 260);
    const Vector before = Vector::Constant(16, 0.25F);
    Vector after = before;
    after[5] = 0.75F;
    view.setReference(&before);
    view.setActivations(after);
    QCOMPARE(view.changedCount(), 1);
    const QImage image = view.grab().toImage();
    const QRgb bright = Theme::of(&view).changed.rgb();
    QVERIFY(pixelsOf(image, view.cellRect(5), bright) > 40);
    QCOMPARE(pixelsOf(image, view.cellRect(6).adjusted(1, 1, -1, -1), bright), 0);
    view.setReference(nullptr);
    QCOMPARE(view.changedCount(), 0);
    QCOMPARE(pixelsOf(view.grab().toImage(), view.rect(), bright), 0);
  }

  void aReferenceOfAnotherSizeIsNoReference() {
    CellsView view;
    const Vector other = Vector::Zero(3);
    view.setReference(&other);
    view.setActivations(Vector::Ones(8));
    QCOMPARE(view.changedCount(), 0);
    QVERIFY(!view.grab().isNull());
  }

  void clickAndKeysSelect() {
    CellsView view;
    view.resize(220, 260);
    view.setActivations(samples::activations(16));
    view.show();
    view.grab();
    QSignalSpy picked(&view, &CellsView::neuronPicked);
    QTest::mouseClick(&view, Qt::LeftButton, {}, view.cellRect(6).center().toPoint());
    QCOMPARE(picked.takeFirst().at(0).toInt(), 6);
    QTest::keyClick(&view, Qt::Key_Right);
    QCOMPARE(view.selected(), 7);
    QTest::keyClick(&view, Qt::Key_Home);
    QCOMPARE(view.selected(), 0);
    QTest::keyClick(&view, Qt::Key_Up);
    QCOMPARE(view.selected(), 0);  // nothing above
    QTest::keyClick(&view, Qt::Key_End);
    QCOMPARE(picked.last().at(0).toInt(), 15);
    view.setActivations(samples::activations(4));
    QCOMPARE(view.selected(), -1);
  }

  void hoverAsksForTheDescription() {
    CellsView view;
    view.resize(220, 260);
    view.setActivations(samples::activations(16));
    view.show();
    view.grab();
    int asked = -1;
    view.setDescribe([&](int neuron) {
      asked = neuron;
      return QStringLiteral("neuron");
    });
    const QPoint at = view.cellRect(9).center().toPoint();
    QHelpEvent help(QEvent::ToolTip, at, view.mapToGlobal(at));
    QCoreApplication::sendEvent(&view, &help);
    QCOMPARE(asked, 9);
    QSignalSpy hovered(&view, &CellsView::neuronHovered);
    QTest::mouseMove(&view, at);
    QTRY_COMPARE(hovered.size(), 1);
  }

  void outputsSayRightOrWrong() {
    OutputsView view;
    Vector outputs = Vector::Zero(20);
    outputs.segment(6, 2).setConstant(0.9F);  // class 3 of ten, two outputs each
    QCOMPARE(view.predicted(), -1);
    view.setOutputs(outputs, samples::targetsOf(3, 20, 2).col(0), 2);
    QCOMPARE(view.predicted(), 3);
    QCOMPARE(view.verdict(), QStringLiteral("predicts 3: right"));
    view.setOutputs(outputs, samples::targetsOf(8, 20, 2).col(0), 2);
    QCOMPARE(view.verdict(), QStringLiteral("predicts 3: wrong, it is 8"));
    view.setOutputs(outputs, Vector(), 2);
    QCOMPARE(view.verdict(), QStringLiteral("predicts 3"));
    view.resize(200, 300);
    view.setPhase(Phase::Free);
    const QImage image = view.grab().toImage();
    QVERIFY(pixelsOf(image, view.rect(), Theme::of(&view).free.rgb()) > 500);
    QSignalSpy picked(&view, &OutputsView::outputPicked);
    QTest::mouseClick(&view, Qt::LeftButton, {}, QPoint(100, 40));
    QCOMPARE(picked.takeFirst().at(0).toInt(), 0);
  }

  void watchesARun() {
    WatchedView view;
    view.resize(900, 300);
    NetworkSpec network;
    network.layers = {784, 64, 32, 10};
    view.setNetwork(network);
    view.setWatched(samples::watched({64, 32, 10}));
    QCOMPARE(view.hiddenLayers(), 2);
    QVERIFY(view.layer(1)->changedCount() > 0);
    QCOMPARE(view.outputs()->label(), 0);
    QSignalSpy picked(&view, &WatchedView::neuronPicked);
    view.show();
    view.grab();
    CellsView* second = view.layer(2);
    QTest::mouseClick(second, Qt::LeftButton, {}, second->cellRect(3).center().toPoint());
    QCOMPARE(picked.size(), 1);
    QCOMPARE(picked.first().first().value<NeuronId>(), (NeuronId{2, 3}));
    network.layers = {784, 16, 10};
    view.setNetwork(network);
    view.setWatched(samples::watched({16, 10}));
    QCOMPARE(view.hiddenLayers(), 1);
    QVERIFY(!view.grab().isNull());
  }

  void watchesMapsOfAConvolution() {
    NetworkSpec network;
    network.layers = {784, 10};
    network.convolutions = {4};
    WatchedView view;
    view.resize(900, 300);
    view.setNetwork(network);
    view.setWatched(samples::watched({4 * 14 * 14, 10}));
    view.show();
    view.grab();
    const CellsView* maps = view.layer(1);
    // Neighbours in a map touch; the next map begins after a gap.
    QCOMPARE(maps->cellRect(13).left() - maps->cellRect(0).left(), 13 * maps->cellRect(0).width());
    QCOMPARE(maps->cellRect(14).topLeft(), maps->cellRect(0).bottomLeft());
    QVERIFY(maps->cellRect(196).left() > maps->cellRect(13).right());
  }
};

QTEST_MAIN(TestCells)
#include "TestCells.moc"
