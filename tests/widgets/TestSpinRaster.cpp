// Spins over both anneals: what is counted, told, picked and drawn.
#include <set>

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QtTest>

#include "tests/TestProgram.h"
#include "tests/widgets/AnnealingPage.h"
#include "widgets/PlotExport.h"
#include "widgets/SpinRaster.h"
#include "widgets/Theme.h"

using namespace nudge;

namespace {

std::unique_ptr<SpinRaster> shown(std::shared_ptr<const SpinHistory> history) {
  auto raster = std::make_unique<SpinRaster>();
  raster->resize(640, 320);
  raster->setHistory(std::move(history));
  raster->show();
  return QTest::qWaitForWindowExposed(raster.get()) ? std::move(raster) : nullptr;
}

}  // namespace

class TestSpinRaster : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase() { Theme::apply(*qApp, Theme::Shade::Light); }

  void countsFlippedSpins() {
    SpinRaster raster;
    const auto history = sampleSpins({12, 4}, 10, 5);
    raster.setHistory(history);
    int expected[2] = {0, 0};
    for (int i = 0; i < 16; ++i) {
      if (history->at(10)[i] != history->at(15)[i]) ++expected[i < 12 ? 0 : 1];
    }
    QVERIFY(expected[0] > 0);
    QCOMPARE(raster.flipped(1), expected[0]);
    QCOMPARE(raster.flipped(2), expected[1]);
    QCOMPARE(raster.flipped(3), 0);
    QVERIFY(raster.accessibleDescription().contains(
        QStringLiteral("layer 1: %1 flipped").arg(expected[0])));
  }

  void tellsTheSpinUnderThePointer() {
    const auto history = sampleSpins({12, 8}, 60, 30);
    const auto raster = shown(history);
    QVERIFY(raster);
    const auto tell = [&](const NeuronId& id, int time) {
      return raster->describe(raster->cellRect(id, time).center());
    };
    const auto sign = [&](int spin, int time) {
      return history->at(time)[spin] > 0 ? QStringLiteral("+1") : QStringLiteral("−1");
    };
    QCOMPARE(tell({2, 7}, 41), "layer 2, neuron 7, free phase, sweep 41: " + sign(19, 41));
    QCOMPARE(tell({1, 0}, 0), "layer 1, neuron 0, free phase, sweep 0: " + sign(0, 0));
    QCOMPARE(tell({1, 11}, 61), "layer 1, neuron 11, nudge phase, sweep 1: " + sign(11, 61));
    QCOMPARE(tell({2, 0}, 90), "layer 2, neuron 0, nudge phase, sweep 30: " + sign(12, 90));
    QCOMPARE(raster->describe({2, 2}), QString());
  }

  void spinsHaveTheScalesEnds() {
    const auto history = sampleSpins({6}, 8, 4);
    const auto raster = shown(history);
    QVERIFY(raster);
    const QImage picture = raster->grab().toImage();
    for (int time : {1, 5, 7}) {
      for (int i = 0; i < 6; ++i) {
        const QColor seen = picture.pixelColor(raster->cellRect({1, i}, time).center().toPoint());
        QCOMPARE(seen.lightness() > 100, history->at(time)[i] > 0);
      }
    }
  }

  void clickPicksDragMovesTime() {
    const auto raster = shown(sampleSpins({12, 8}, 60, 30));
    QVERIFY(raster);
    QSignalSpy picked(raster.get(), &SpinRaster::neuronPicked);
    QSignalSpy moved(raster.get(), &SpinRaster::timePicked);
    const auto at = [&](const NeuronId& id, int time) {
      return raster->cellRect(id, time).center().toPoint();
    };
    QTest::mouseClick(raster.get(), Qt::LeftButton, {}, at({2, 3}, 20));
    QCOMPARE(picked.size(), 1);
    QCOMPARE(picked[0].at(0).toInt(), 2);
    QCOMPARE(picked[0].at(1).toInt(), 3);
    QCOMPARE(moved.size(), 0);
    QTest::mousePress(raster.get(), Qt::LeftButton, {}, at({1, 3}, 10));
    QTest::mouseMove(raster.get(), at({1, 5}, 40));
    QTest::mouseMove(raster.get(), at({1, 5}, 75));
    QTest::mouseRelease(raster.get(), Qt::LeftButton, {}, at({1, 5}, 75));
    QCOMPARE(picked.size(), 1);
    QCOMPARE(moved.first().at(0).toInt(), 40);
    QCOMPARE(raster->time(), 75);
    raster->setTime(1000);
    QCOMPARE(raster->time(), 90);
    QCOMPARE(moved.size(), 2);  // nobody's hand
  }

  void keysStepThroughTimeAndNeurons() {
    const auto raster = shown(sampleSpins({3, 2}, 6, 4));
    QVERIFY(raster);
    raster->setFocus();
    QTest::keyClick(raster.get(), Qt::Key_End);
    QCOMPARE(raster->time(), 10);
    QTest::keyClick(raster.get(), Qt::Key_Left);
    QCOMPARE(raster->time(), 9);
    QTest::keyClick(raster.get(), Qt::Key_Home);
    QCOMPARE(raster->time(), 0);
    for (int i = 0; i < 4; ++i) QTest::keyClick(raster.get(), Qt::Key_Down);
    QVERIFY((raster->selected() == NeuronId{2, 0}));
    QTest::keyClick(raster.get(), Qt::Key_Up);
    QVERIFY((raster->selected() == NeuronId{1, 2}));
    raster->setHistory(sampleSpins({2}, 6, 4));
    QVERIFY(!raster->selected());
  }

  void refusesWhatDoesNotFit() {
    SpinRaster raster;
    raster.resize(500, 300);
    auto broken = std::make_shared<SpinHistory>(*sampleSpins({3, 2}, 6, 4));
    broken->spins.pop_back();
    raster.setHistory(broken);
    QCOMPARE(raster.flipped(1), 0);
    QVERIFY(!raster.grab().isNull());
    QCOMPARE(raster.csv(), QStringLiteral("time,phase,sweep\n"));
    raster.setHistory(nullptr);
    QTest::keyClick(&raster, Qt::Key_Down);
    QTest::mouseClick(&raster, Qt::LeftButton, {}, QPoint(250, 150));
    QVERIFY(!raster.selected());
  }

  void writesLinesOfSpins() {
    SpinRaster raster;
    auto history = std::make_shared<SpinHistory>();
    history->layers = {2, 1};
    history->freeSweeps = 1;
    history->nudgeSweeps = 1;
    history->spins = {1, -1, 1, -1, -1, 1, 1, 1, -1};
    raster.setHistory(history);
    QCOMPARE(raster.csv(), QStringLiteral("time,phase,sweep,layer 1,layer 2\n0,free,0,+-,+\n"
                                          "1,free,1,--,+\n2,nudge,1,++,-\n"));
  }

  void exportsWithoutAWindow() {
    QTemporaryDir folder;
    SpinRaster raster;
    raster.setHistory(sampleSpins({12, 4}, 10, 5));
    for (const char* kind : {"png", "svg", "pdf", "csv"}) {
      const QString path = folder.filePath(QStringLiteral("spins.") + kind);
      saveWidget(raster, path, {500, 300});
      QVERIFY(QFileInfo(path).size() > 300);
    }
    const QImage image(folder.filePath("spins.png"));
    QCOMPARE(image.size(), QSize(1000, 600));
    std::set<QRgb> colours;
    for (int x = 150; x < 700; ++x) colours.insert(image.pixel(x, 200));
    QVERIFY(colours.size() > 1);  // there are spins in it
  }

  /// Not a test of time: more spins and sweeps than pixels, and one phase only, must not go wrong.
  void drawsManySpins() {
    const auto raster = shown(sampleSpins({2, 3}, 4, 1));
    QVERIFY(raster);
    const auto many = sampleSpins({8000, 1990, 10}, 150, 50);
    QElapsedTimer timer;
    timer.start();
    raster->setHistory(many);
    QVERIFY(!raster->grab().isNull());
    qInfo("10,000 spins × 201 sweeps: %lld ms", static_cast<long long>(timer.elapsed()));
    timer.restart();
    for (int i = 0; i < 10; ++i) {
      raster->setTime(i);
      QVERIFY(!raster->grab().isNull());
    }
    qInfo("10 moves of the cursor: %lld ms", static_cast<long long>(timer.elapsed()));
    QVERIFY(raster->describe(raster->cellRect({3, 9}, 200).center()).startsWith("layer 3"));
    raster->setHistory(sampleSpins({900}, 1500, 0));
    QVERIFY(!raster->grab().isNull());
  }
};

QTEST_MAIN(TestSpinRaster)
#include "TestSpinRaster.moc"
