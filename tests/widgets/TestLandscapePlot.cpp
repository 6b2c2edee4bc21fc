// Two spins that anneal: levels, beads and what the pointer tells.
#include <QToolTip>
#include <QtTest>

#include "tests/TestProgram.h"
#include "widgets/LandscapePlot.h"
#include "widgets/Theme.h"

using namespace nudge;

namespace {

double quantum(double s) { return 6 * (1 - s); }
double problem(double s) { return 12 * s; }

std::vector<QCPItemTracer*> beads(const LandscapePlot& plot) {
  std::vector<QCPItemTracer*> all;
  for (int i = 0; i < plot.itemCount(); ++i) {
    if (auto* bead = qobject_cast<QCPItemTracer*>(plot.item(i))) all.push_back(bead);
  }
  return all;
}

}  // namespace

class TestLandscapePlot : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase() { Theme::apply(*qApp, Theme::Shade::Light); }

  void levelsFollowTheFraction() {
    LandscapePlot plot;
    plot.setEnergies(quantum, problem);
    for (const double level : plot.levels()) QCOMPARE(level, 0.0);
    const QCPRange range = plot.yAxis->range();
    plot.setFraction(0.5);
    QVERIFY((plot.levels() == std::array<double, 4>{3, -9, 3, 3}));
    plot.setFraction(7);
    QCOMPARE(plot.fraction(), 1.0);
    QVERIFY((plot.levels() == std::array<double, 4>{6, -18, 6, 6}));
    QVERIFY(range == plot.yAxis->range());  // only the levels move
    QVERIFY(range.contains(-18) && range.contains(6));
    QCOMPARE(plot.accessibleName(), QStringLiteral("two spins at s = 1.00"));
  }

  void beadsShowProbabilities() {
    LandscapePlot plot;
    plot.setEnergies(quantum, problem);
    const auto all = beads(plot);
    QCOMPARE(all.size(), std::size_t{4});
    for (const QCPItemTracer* bead : all) QCOMPARE(bead->size(), all[0]->size());
    plot.setFraction(1);
    QVERIFY(all[1]->size() > 5 * all[0]->size());
    QVERIFY(std::abs(plot.ground().probabilities[1] - 1) < 1e-9);
    QCOMPARE(all[1]->position->key(), 1.0);
    QCOMPARE(all[1]->position->value(), -18.0);
    QVERIFY(plot.csv().contains("\n-+,-18,1\n"));
  }

  void emptyWithoutASchedule() {
    LandscapePlot plot;
    plot.resize(400, 300);
    plot.setFraction(0.3);
    for (const QCPItemTracer* bead : beads(plot)) QVERIFY(!bead->visible());
    QCOMPARE(plot.csv(), QStringLiteral("state,energy in GHz,probability\n"));
    QVERIFY(!plot.toPixmap(400, 300).isNull());
  }

  void tellsTheStateUnderThePointer() {
    LandscapePlot plot;
    plot.resize(480, 320);
    plot.setEnergies(quantum, problem);
    plot.setFraction(0.5);
    plot.show();
    QVERIFY(QTest::qWaitForWindowExposed(&plot));
    plot.replot();
    const QPoint at(qRound(plot.xAxis->coordToPixel(1)), qRound(plot.yAxis->coordToPixel(-9)));
    QHelpEvent help(QEvent::ToolTip, at, plot.mapToGlobal(at));
    QCoreApplication::sendEvent(&plot, &help);
    QVERIFY(QToolTip::text().contains(QStringLiteral("= −−</b>")) == false);
    QVERIFY(QToolTip::text().contains(QStringLiteral("= −+</b>")));
    QVERIFY(QToolTip::text().contains(QStringLiteral("−9.00 GHz")));
  }
};

QTEST_MAIN(TestLandscapePlot)
#include "TestLandscapePlot.moc"
