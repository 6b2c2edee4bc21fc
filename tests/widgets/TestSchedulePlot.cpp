// An annealing schedule under the hand: dragging, adding, removing, keys, and what stays as it is.
#include <QToolTip>
#include <QtTest>

#include "tests/TestProgram.h"
#include "widgets/NumberText.h"
#include "widgets/SchedulePlot.h"
#include "widgets/Theme.h"

using namespace nudge;

namespace {

using Points = std::vector<double>;

Points chosen(const QSignalSpy& spy) { return spy.last().at(0).value<Points>(); }

/// A plot on the screen with its points where they will stay.
std::unique_ptr<SchedulePlot> shown(const Points& points, bool reverse) {
  auto plot = std::make_unique<SchedulePlot>();
  plot->resize(500, 320);
  plot->setPoints(points, reverse);
  plot->show();
  if (!QTest::qWaitForWindowExposed(plot.get())) return nullptr;
  plot->replot();
  return plot;
}

QPoint pixel(const SchedulePlot& plot, double t, double s) {
  return {qRound(plot.xAxis->coordToPixel(t)), qRound(plot.yAxis->coordToPixel(s))};
}

}  // namespace

class TestSchedulePlot : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase() { Theme::apply(*qApp, Theme::Shade::Light); }

  void anySchedulesAreMended() {
    QCOMPARE(SchedulePoints({}, false).flat(), (Points{0, 0, 1, 1}));
    QCOMPARE(SchedulePoints({}, true).flat(), (Points{0, 1, 0.5, 0.5, 1, 1}));
    QCOMPARE(SchedulePoints({0, 0.4, 1, 0.2}, true).flat(), (Points{0, 1, 1, 1}));
    QCOMPARE(SchedulePoints({0.7, 2, 0.2, -1, NAN, 0.3, 0.2, 0.9, 0.5}, false).flat(),
             (Points{0, 0, 0.2, 0, 0.7, 1, 1, 1}));
    const SchedulePoints points({0, 1, 0.5, 0.25, 1, 1}, true);
    QCOMPARE(points.valueAt(0), 1.0);
    QCOMPARE(points.valueAt(0.25), 0.625);
    QCOMPARE(points.valueAt(0.5), 0.25);
    QCOMPARE(points.valueAt(1), 1.0);
  }

  void threeDigitsAreThree() {
    QCOMPARE(threeDigits(41.04), QStringLiteral("41.0"));
    QCOMPARE(threeDigits(3), QStringLiteral("3.00"));
    QCOMPARE(threeDigits(-0.1254), QStringLiteral("−0.125"));
    QCOMPARE(threeDigits(99.96), QStringLiteral("100"));
    QCOMPARE(threeDigits(9.996), QStringLiteral("10.0"));
    QCOMPARE(threeDigits(1234), QStringLiteral("1230"));
    QCOMPARE(threeDigits(0), QStringLiteral("0.00"));
    QCOMPARE(threeDigits(NAN), QStringLiteral("–"));
  }

  void dragsWithinTheNeighbours() {
    const auto plot = shown({0, 0, 0.3, 0.4, 0.6, 0.7, 1, 1}, false);
    QVERIFY(plot);
    QSignalSpy dragged(plot.get(), &SchedulePlot::pointsDragged);
    QSignalSpy picked(plot.get(), &SchedulePlot::pointsChosen);
    QTest::mousePress(plot.get(), Qt::LeftButton, {}, pixel(*plot, 0.3, 0.4));
    QCOMPARE(plot->selected(), 1);
    QTest::mouseMove(plot.get(), pixel(*plot, 0.4, 0.55));
    QCOMPARE(dragged.size(), 1);
    QCOMPARE(picked.size(), 0);
    QTest::mouseMove(plot.get(), pixel(*plot, 0.9, 2));
    QTest::mouseRelease(plot.get(), Qt::LeftButton, {}, pixel(*plot, 0.9, 2));
    QCOMPARE(picked.size(), 1);
    const Points points = chosen(picked);
    QCOMPARE(points.size(), std::size_t{8});
    QVERIFY(points[2] < 0.6 && points[2] > 0.59);
    QCOMPARE(points[3], 1.0);
    QCOMPARE(points[4], 0.6);
  }

  void snapsLightly() {
    const auto plot = shown({0, 1, 0.5, 0.4, 1, 1}, true);
    QVERIFY(plot);
    QTest::mousePress(plot.get(), Qt::LeftButton, {}, pixel(*plot, 0.5, 0.4));
    QTest::mouseMove(plot.get(), pixel(*plot, 0.4, 0.257));
    QCOMPARE(plot->points()[3], 0.25);
    QTest::mouseMove(plot.get(), pixel(*plot, 0.4, 0.225));
    QVERIFY(std::abs(plot->points()[3] - 0.225) < 0.01);
    QTest::mouseRelease(plot.get(), Qt::LeftButton, {}, pixel(*plot, 0.4, 0.225));
  }

  void endsStay() {
    const auto plot = shown({0, 1, 0.5, 0.4, 1, 1}, true);
    QVERIFY(plot);
    QSignalSpy picked(plot.get(), &SchedulePlot::pointsChosen);
    for (double t : {0.0, 1.0}) {
      QTest::mousePress(plot.get(), Qt::LeftButton, {}, pixel(*plot, t, 1));
      QTest::mouseMove(plot.get(), pixel(*plot, t, 0.3));
      QTest::mouseRelease(plot.get(), Qt::LeftButton, {}, pixel(*plot, t, 0.3));
    }
    QCOMPARE(plot->selected(), -1);
    QCOMPARE(picked.size(), 0);
    QCOMPARE(plot->points(), (Points{0, 1, 0.5, 0.4, 1, 1}));
  }

  void doubleClickAddsAndRemoves() {
    const auto plot = shown({0, 0, 1, 1}, false);
    QVERIFY(plot);
    QSignalSpy picked(plot.get(), &SchedulePlot::pointsChosen);
    QTest::mouseDClick(plot.get(), Qt::LeftButton, {}, pixel(*plot, 0.5, 0.5));
    QCOMPARE(picked.size(), 1);
    QCOMPARE(plot->schedule().count(), 3);
    QCOMPARE(plot->selected(), 1);
    QVERIFY(std::abs(plot->points()[2] - 0.5) < 0.01);
    QTest::mouseDClick(plot.get(), Qt::LeftButton, {}, pixel(*plot, 0.2, 0.8));  // off the line
    QCOMPARE(plot->schedule().count(), 3);
    QTest::mouseDClick(plot.get(), Qt::LeftButton, {}, plot->pixelOf(1).toPoint());
    QCOMPARE(plot->schedule().count(), 2);
    QCOMPARE(picked.size(), 2);
  }

  void keysSelectMoveAndRemove() {
    const auto plot = shown({0, 0, 0.3, 0.4, 0.6, 0.7, 1, 1}, false);
    QVERIFY(plot);
    plot->setFocus();
    QSignalSpy picked(plot.get(), &SchedulePlot::pointsChosen);
    QTest::keyClick(plot.get(), Qt::Key_Tab);
    QCOMPARE(plot->selected(), 1);
    QTest::keyClick(plot.get(), Qt::Key_Tab);
    QCOMPARE(plot->selected(), 2);
    QTest::keyClick(plot.get(), Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(plot->selected(), 1);
    QTest::keyClick(plot.get(), Qt::Key_BracketLeft);
    QCOMPARE(plot->selected(), 2);
    QTest::keyClick(plot.get(), Qt::Key_BracketRight);
    QCOMPARE(plot->selected(), 1);
    QTest::keyClick(plot.get(), Qt::Key_Up);
    QCOMPARE(chosen(picked), (Points{0, 0, 0.3, 0.41, 0.6, 0.7, 1, 1}));
    QTest::keyClick(plot.get(), Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(chosen(picked), (Points{0, 0, 0.25, 0.41, 0.6, 0.7, 1, 1}));
    QTest::keyClick(plot.get(), Qt::Key_Delete);
    QCOMPARE(chosen(picked), (Points{0, 0, 0.6, 0.7, 1, 1}));
    QCOMPARE(plot->selected(), -1);
    QTest::keyClick(plot.get(), Qt::Key_Delete);
    QCOMPARE(picked.size(), 3);
  }

  void escapeTakesADragBack() {
    const auto plot = shown({0, 1, 0.5, 0.4, 1, 1}, true);
    QVERIFY(plot);
    QTest::mousePress(plot.get(), Qt::LeftButton, {}, pixel(*plot, 0.5, 0.4));
    QTest::mouseMove(plot.get(), pixel(*plot, 0.3, 0.8));
    QVERIFY(plot->points()[3] > 0.7);
    QTest::keyClick(plot.get(), Qt::Key_Escape);
    QCOMPARE(plot->points(), (Points{0, 1, 0.5, 0.4, 1, 1}));
    QTest::mouseRelease(plot.get(), Qt::LeftButton, {}, pixel(*plot, 0.3, 0.8));
    QCOMPARE(plot->points(), (Points{0, 1, 0.5, 0.4, 1, 1}));
  }

  void phasesHaveTheirColours() {
    const auto plot = shown({0, 0, 1, 1}, false);
    QVERIFY(plot);
    const Theme& theme = Theme::of(plot.get());
    QCOMPARE(plot->graph(0)->pen().color(), theme.free);
    QCOMPARE(plot->accessibleName(), QStringLiteral("forward: free phase"));
    plot->setPoints({}, true);
    QCOMPARE(plot->graph(0)->pen().color(), theme.nudge);
    QCOMPARE(plot->accessibleName(), QStringLiteral("reverse: nudge phase"));
  }

  void tellsPointsAndValuesBehind() {
    const auto plot = shown({0, 1, 0.5, 0.4, 1, 1}, true);
    QVERIFY(plot);
    plot->setBehind({0, 0.4, 0.8, 1}, {0, 0, 8, 8}, "B in GHz");
    const auto tell = [&](const QPoint& at) {
      QHelpEvent help(QEvent::ToolTip, at, plot->mapToGlobal(at));
      QCoreApplication::sendEvent(plot.get(), &help);
      return QToolTip::text();
    };
    QVERIFY(tell(pixel(*plot, 0.5, 0.4)).startsWith("point 2 of 3"));
    const QString behind = tell(pixel(*plot, 0.7, 0.75));  // not the 0.75 that is drawn
    QVERIFY2(behind.startsWith("<b>B in GHz</b><br>6.0") || behind.contains("<br>5.9"),
             qPrintable(behind));
    QVERIFY(tell(pixel(*plot, 0.2, 0.2)).contains("Annealing schedule"));
  }

  void curvesBehindKeepTheirValues() {
    SchedulePlot plot;
    plot.setBehind({0, 0.5, 1}, {6, 3, 0}, "A in GHz");
    plot.setBehind({0, 1}, {0, 12}, "B in GHz");
    plot.setBehind({0, 1}, {4, 0}, "A in GHz");  // replaced
    const int behind = plot.graphCount();
    QCOMPARE(plot.graph(behind - 2)->dataMainValue(0), 1.0);
    QCOMPARE(plot.graph(behind - 2)->name(), QStringLiteral("A in GHz, up to 4.00"));
    QVERIFY(plot.csv().startsWith("curve,time t / t_a,value\ns(t),0,0\ns(t),1,1\n"));
    QVERIFY(plot.csv().endsWith("A in GHz,0,4\nA in GHz,1,0\nB in GHz,0,0\nB in GHz,1,12\n"));
    plot.clearBehind();
    QCOMPARE(plot.graphCount(), behind - 2);
  }
};

QTEST_MAIN(TestSchedulePlot)
#include "TestSchedulePlot.moc"
