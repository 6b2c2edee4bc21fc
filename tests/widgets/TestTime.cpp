#include <QToolButton>
#include <QtTest>

#include "tests/TestProgram.h"
#include "tests/widgets/Samples.h"
#include "widgets/ChangedStrip.h"
#include "widgets/EnergyPlot.h"
#include "widgets/Theme.h"
#include "widgets/TimeBar.h"
#include "widgets/TimeTrack.h"
#include "widgets/TrajectoryPlot.h"

using namespace nudge;

class TestTime : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase() { Theme::apply(*qApp, Theme::Shade::Light); }

  void tellsTheMoment() {
    TimeBar bar;
    bar.setSpan(20, 10, 2);
    bar.setIndex(24);
    QCOMPARE(bar.momentInWords(), QStringLiteral("phase: nudge, t = 24 of 20 + 10"));
    bar.setIndex(20);
    QCOMPARE(bar.momentInWords(), QStringLiteral("phase: free, t = 20 of 20 + 10"));
    bar.setIndex(99);
    QCOMPARE(bar.index(), 30);
    bar.setSpan(5, 2, 2);
    QCOMPARE(bar.index(), 7);
  }

  void dragsAndSteps() {
    TimeBar bar;
    bar.resize(900, 40);
    bar.setSpan(20, 10, 2);
    bar.show();
    QVERIFY(QTest::qWaitForWindowExposed(&bar));
    auto* track = bar.findChild<TimeTrack*>();
    QSignalSpy picked(&bar, &TimeBar::timePicked);
    const auto at = [&](int index) {
      return QPoint(qRound(track->pixelOf(index)), track->height() / 2);
    };
    QTest::mousePress(track, Qt::LeftButton, {}, at(12));
    QTest::mouseMove(track, at(25));
    QTest::mouseRelease(track, Qt::LeftButton, {}, at(25));
    QCOMPARE(picked.first().at(0).toInt(), 12);
    QCOMPARE(bar.index(), 25);
    QTest::keyClick(&bar, Qt::Key_Left);
    QCOMPARE(picked.last().at(0).toInt(), 24);
    QTest::mouseClick(bar.findChild<QToolButton*>("time-step"), Qt::LeftButton);
    QCOMPARE(bar.index(), 25);
    QTest::keyClick(&bar, Qt::Key_Home);
    QCOMPARE(bar.index(), 0);
    const auto before = picked.size();
    QTest::keyClick(&bar, Qt::Key_Left);
    QCOMPARE(picked.size(), before);
    QSignalSpy play(&bar, &TimeBar::playToggled);
    QTest::mouseClick(bar.findChild<QToolButton*>("time-play"), Qt::LeftButton);
    QCOMPARE(play.takeFirst().at(0).toBool(), true);
    QVERIFY(bar.playing());
  }

  void plotsShareTheTimeAxis() {
    TrajectoryPlot plot;
    plot.resize(500, 300);
    plot.setTrajectory(samples::trajectory());
    plot.setNeurons({{1, 3}, {2, 1}, {7, 0}, {1, 5000}});
    plot.setThreshold(0.5);
    plot.show();
    QVERIFY(QTest::qWaitForWindowExposed(&plot));
    plot.replot();
    QCOMPARE(plot.graphCount(), 2);  // neurons that do not exist are left out
    QCOMPARE(plot.graph(0)->dataCount(), 31);
    QCOMPARE(plot.lastIndex(), 30);
    QSignalSpy picked(&plot, &PhasePlot::timePicked);
    const int y = plot.axisRect()->center().y();
    QTest::mousePress(&plot, Qt::LeftButton, {}, QPoint(qRound(plot.pixelOf(8)), y));
    QTest::mouseMove(&plot, QPoint(qRound(plot.pixelOf(22)), y));
    QTest::mouseRelease(&plot, Qt::LeftButton, {}, QPoint(qRound(plot.pixelOf(22)), y));
    QCOMPARE(picked.first().at(0).toInt(), 8);
    QCOMPARE(plot.index(), 22);
    QTest::keyClick(&plot, Qt::Key_End);
    QCOMPARE(plot.index(), 30);
    plot.setTrajectory(nullptr);
    QCOMPARE(plot.graphCount(), 0);
  }

  void bandsHaveTheirColours() {
    EnergyPlot plot;
    plot.resize(500, 300);
    plot.setTrajectory(samples::trajectory());
    const QImage image = plot.toPixmap(500, 300).toImage();
    const int y = plot.axisRect()->bottom() - 4;
    const QColor free = image.pixelColor(qRound(plot.pixelOf(13)) + 2, y);
    const QColor nudge = image.pixelColor(qRound(plot.pixelOf(27)) + 2, y);
    QVERIFY(free.blue() > free.red());
    QVERIFY(nudge.red() > nudge.blue());
  }

  void energyJumpsWithTheNudge() {
    EnergyPlot plot;
    const auto t = samples::trajectory();
    plot.setTrajectory(t);
    const auto* total = plot.graph(1);
    QCOMPARE(total->dataCount(), 11);
    QCOMPARE(total->dataMainKey(0), 20.0);
    QCOMPARE(total->dataMainValue(0), t->frames[20].energy[0] + 2 * t->frames[20].loss[0]);
    QCOMPARE(total->dataMainValue(10), t->frames[30].total[0]);
  }

  void countsChangedNeurons() {
    ChangedStrip strip;
    strip.resize(300, 160);
    const auto t = samples::trajectory({40, 20, 10});
    strip.setTrajectory(t);
    strip.setIndex(5);
    QCOMPARE(strip.changed(1), 0);
    strip.setIndex(30);
    const Matrix difference = t->frames[30].activations[0] - t->frames[20].activations[0];
    QCOMPARE(strip.changed(1), static_cast<int>((difference.array() != 0).count()));
    QVERIFY(strip.blocked().isEmpty());
    QVERIFY(strip.csv().startsWith("layer,step of the nudge phase,changed neurons\n1,0,0\n"));
    for (auto i = std::size_t{21}; i < t->frames.size(); ++i) {
      t->frames[i].activations[0] = t->frames[20].activations[0];
    }
    strip.setTrajectory(t);
    QVERIFY(strip.blocked().contains("layer 1"));
    QVERIFY(!strip.grab().isNull());
  }
};

QTEST_MAIN(TestTime)
#include "TestTime.moc"
