// How far back to anneal: points, bars, the published level, and the file.
#include <QToolTip>
#include <QtTest>

#include "tests/TestProgram.h"
#include "tests/widgets/AnnealingPage.h"
#include "widgets/DepthPlot.h"
#include "widgets/Theme.h"

using namespace nudge;

class TestDepthPlot : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase() { Theme::apply(*qApp, Theme::Shade::Light); }

  void curvesAreSortedAndCleaned() {
    DepthPlot plot;
    plot.setCurves({{"test error", DepthCurve::Kind::TestError, {0.5, 0.1, 0.3}, {12, 40, NAN}, {}},
                    {"kept", DepthCurve::Kind::SpinsKept, {0.2, 0.8}, {60, 97}, {4, NAN}}});
    QCOMPARE(plot.legend->itemCount(), 2);
    const QCPGraph* test = plot.graph(1);  // the first is the published level
    QCOMPARE(test->dataCount(), 2);
    QCOMPARE(test->dataMainKey(0), 0.1);
    QCOMPARE(plot.csv(), QStringLiteral("curve,f,percent,deviation\ntest error,0.1,40,0\n"
                                        "test error,0.5,12,0\nkept,0.2,60,4\nkept,0.8,97,0\n"));
    QVERIFY(plot.yAxis->range().upper > 100);
    plot.setCurves({});
    QCOMPARE(plot.legend->itemCount(), 0);
    QCOMPARE(plot.plottableCount(), 1);
  }

  void kindsHaveTheirColours() {
    DepthPlot plot;
    plot.setCurves({{"a", DepthCurve::Kind::TrainError, {0}, {1}, {}},
                    {"b", DepthCurve::Kind::TestError, {0}, {1}, {}},
                    {"c", DepthCurve::Kind::Other, {0}, {1}, {}},
                    {"d", DepthCurve::Kind::Other, {0}, {1}, {}}});
    const Theme& theme = Theme::of(&plot);
    QCOMPARE(plot.graph(1)->pen().color(), theme.train);
    QCOMPARE(plot.graph(2)->pen().color(), theme.test);
    QVERIFY(plot.graph(3)->pen().color() != plot.graph(4)->pen().color());
  }

  void aPublishedLevelFits() {
    DepthPlot plot;
    plot.setCurves({{"train error", DepthCurve::Kind::TrainError, {0.2}, {2}, {1}}});
    QVERIFY(plot.yAxis->range().upper < 10);
    plot.setPublished(13.0, "published test error");
    QCOMPARE(plot.legend->itemCount(), 2);
    QVERIFY(plot.yAxis->range().contains(13));
    plot.setPublished(std::nullopt);
    QCOMPARE(plot.legend->itemCount(), 1);
    QVERIFY(plot.yAxis->range().upper < 10);
  }

  void tellsThePointUnderThePointer() {
    DepthPlot plot;
    plot.resize(480, 320);
    plot.setCurves({{"test error", DepthCurve::Kind::TestError, {0.25, 0.75}, {20, 60}, {}}});
    plot.setFraction(0.25);
    plot.show();
    QVERIFY(QTest::qWaitForWindowExposed(&plot));
    plot.replot();
    const QPoint at(qRound(plot.xAxis->coordToPixel(0.25)), qRound(plot.yAxis->coordToPixel(20)));
    QHelpEvent help(QEvent::ToolTip, at, plot.mapToGlobal(at));
    QCoreApplication::sendEvent(&plot, &help);
    QVERIFY(QToolTip::text().contains("<b>test error</b>"));
    QVERIFY(QToolTip::text().contains("= 0.25<br>"));
  }
};

QTEST_MAIN(TestDepthPlot)
#include "TestDepthPlot.moc"
