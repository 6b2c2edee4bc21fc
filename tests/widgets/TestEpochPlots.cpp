#include <QtTest>

#include "tests/TestProgram.h"
#include "tests/widgets/Samples.h"
#include "widgets/ErrorPlot.h"
#include "widgets/FlipPlot.h"
#include "widgets/GradientPlot.h"
#include "widgets/LossPlot.h"
#include "widgets/ScalingPlot.h"
#include "widgets/Theme.h"

using namespace nudge;

namespace {

QCPGraph* named(QCustomPlot& plot, const QString& name) {
  for (int i = 0; i < plot.graphCount(); ++i) {
    if (plot.graph(i)->name() == name) return plot.graph(i);
  }
  return nullptr;
}

}  // namespace

class TestEpochPlots : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase() { Theme::apply(*qApp, Theme::Shade::Light); }

  void drawsErrors() {
    ErrorPlot plot;
    plot.resize(500, 300);
    plot.setEpochs(20);
    plot.setHistory(samples::epochs(5), samples::live(5.4));
    QCOMPARE(named(plot, "test")->dataCount(), 5);
    QCOMPARE(named(plot, "train")->dataMainValue(4), samples::epochs(5)[4].trainError);
    QVERIFY(named(plot, "train, running")->dataCount() > 50);
    QVERIFY(plot.xAxis->range().upper >= 20);
    // The first mini-batches do not set the scale once epochs are done.
    QVERIFY(plot.yAxis->range().upper < 30);
    QVERIFY(plot.yAxis->range().lower == 0);
  }

  void putsEarlierRunsBehind() {
    ErrorPlot plot;
    plot.setHistory(samples::epochs(3), {});
    plot.setEarlier({{"run 1", samples::epochs(8)}, {"run 2", samples::epochs(6)}});
    QVERIFY(named(plot, "run 2, test"));
    QCOMPARE(named(plot, "run 1, train")->dataCount(), 8);
    QVERIFY(plot.xAxis->range().upper >= 8);
    plot.setEarlier({});
    QVERIFY(!named(plot, "run 2, test"));
    QCOMPARE(named(plot, "test")->dataCount(), 3);
  }

  void followsTheNumberOfLayers() {
    FlipPlot plot;
    plot.setHistory(samples::epochs(3, 2), samples::live(3, 2));
    QVERIFY(named(plot, "layer 2"));
    QVERIFY(!named(plot, "layer 3"));
    plot.setHistory(samples::epochs(3, 3), samples::live(3, 3));
    QCOMPARE(named(plot, "layer 3")->dataCount(), 3);
    QCOMPARE(named(plot, "layer 1")->pen().color(), Theme::of(&plot).layerColour(1));
    QVERIFY(plot.yAxis->range().lower <= -8);
    ScalingPlot scaling;
    scaling.setHistory(samples::epochs(4), {});
    QCOMPARE(named(scaling, "layer 2")->dataMainValue(3), samples::epochs(4)[3].layers[1].scaling);
    LossPlot loss;
    loss.setHistory({}, samples::live(0.5));
    QVERIFY(named(loss, "train, running")->dataCount() > 5);
  }

  void showsTheGradientsAgreement() {
    GradientPlot plot;
    plot.resize(400, 300);
    auto check = std::make_shared<GradientCheck>();
    check->layers = {{{std::nan(""), std::nan("")}, {0.9, 0.4}}, {{1, 0.1}, {0.98, 9}}};
    plot.setCheck(check);
    QCOMPARE(plot.graphCount(), 4);
    QVERIFY(named(plot, "layer 1: cos 0.90, error 0.40"));
    QCOMPARE(named(plot, "layer 2, relative error")->dataMainValue(1), 2.0);  // cut off
    QVERIFY(plot.yAxis->range().lower > -0.5);
    check->layers.resize(1);
    check->layers[0][1].cosine = -0.5;
    plot.setCheck(std::make_shared<GradientCheck>(*check));
    QCOMPARE(plot.graphCount(), 2);
    QVERIFY(plot.yAxis->range().lower < -1);
    plot.setRefusal("there is none");
    QCOMPARE(plot.graphCount(), 0);
  }

  void marginsKeepStill() {
    ErrorPlot plot;
    plot.resize(500, 300);
    plot.setHistory(samples::epochs(1), {});
    plot.show();
    QVERIFY(QTest::qWaitForWindowExposed(&plot));
    plot.replot();
    const QRect before = plot.axisRect()->rect();
    plot.setHistory(samples::epochs(20, 2, 0.001), {});
    plot.replot();
    QCOMPARE(plot.axisRect()->rect(), before);
  }

  void axesGrowInSteps() {
    QCOMPARE(niceCeiling(0.031), 0.04);
    QCOMPARE(niceCeiling(9.1), 10.0);
    QCOMPARE(niceCeiling(10), 10.0);
    QCOMPARE(niceCeiling(0), 1.0);
  }
};

QTEST_MAIN(TestEpochPlots)
#include "TestEpochPlots.moc"
