// Reads' energies before and after training: bins, what is printed, and the empty states.
#include <cmath>

#include <QToolTip>
#include <QtTest>

#include "tests/TestProgram.h"
#include "widgets/ReadHistogram.h"
#include "widgets/Theme.h"

using namespace nudge;

namespace {

/// A bell of n values around a mean, without randomness.
ReadStatistics bell(int n, double mean, double deviation, double sameClass) {
  ReadStatistics reads;
  for (int i = 0; i < n; ++i) {
    // The logistic distribution's quantiles: s √3 / π is its deviation.
    const double p = (i + 0.5) / n;
    reads.energies.push_back(mean + deviation * std::sqrt(3.0) / M_PI * std::log(p / (1 - p)));
  }
  reads.sameClass = sameClass;
  return reads;
}

QCPBars* bars(const ReadHistogram& plot, int index) {
  return qobject_cast<QCPBars*>(const_cast<ReadHistogram&>(plot).plottable(index));
}

}  // namespace

class TestReadHistogram : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase() { Theme::apply(*qApp, Theme::Shade::Light); }

  void binsFollowTheNarrowerSet() {
    std::vector<double> wide, narrow;
    for (int i = 0; i <= 1000; ++i) wide.push_back(i);  // IQR 500: 2 · 500 / 10.003 = 99.97
    Bins bins = commonBins(wide, {});
    QCOMPARE(bins.count, 11);
    QCOMPARE(bins.low, 0.0);
    QCOMPARE(bins.low + bins.count * bins.width, 1000.0);
    for (int i = 0; i <= 1000; ++i) narrow.push_back(500 + i / 5.0);
    QCOMPARE(commonBins(wide, narrow).count, 51);
    for (double& value : narrow) value = 500 + (value - 500) / 100;
    QCOMPARE(commonBins(wide, narrow).count, 60);
    QCOMPARE(commonBins(std::vector<double>{1, 2}, {}).count, 10);
  }

  void binsOfEqualValues() {
    const std::vector<double> same(50, -3.0);
    const Bins bins = commonBins(same, {});
    QVERIFY(bins.count >= 10 && bins.count <= 60);
    QCOMPARE(bins.counted(same)[static_cast<std::size_t>(bins.of(-3))], 50);
    QVERIFY(std::abs(bins.middle(bins.of(-3)) + 3) < 1e-9);
    QCOMPARE(commonBins({}, {}).count, 1);
  }

  void countsEveryRead() {
    ReadHistogram plot;
    plot.setBefore(bell(1000, -100, 41, 0.31));
    plot.setAfter(bell(500, -160, 3, 0.99));
    for (int set : {0, 1}) {
      double sum = 0;
      for (int i = 0; i < bars(plot, set)->dataCount(); ++i) {
        sum += bars(plot, set)->dataMainValue(i);
      }
      QVERIFY(std::abs(sum - 100) < 1e-9);
    }
    QCOMPARE(bars(plot, 0)->dataCount(), bars(plot, 1)->dataCount());
    QCOMPARE(bars(plot, 0)->width(), bars(plot, 1)->width());
  }

  void printsMomentsAndAgreement() {
    ReadHistogram plot;
    QCOMPARE(plot.agreement(), QString());
    QCOMPARE(plot.momentsBefore(), QString());
    ReadStatistics reads;
    reads.energies = {-44, -38, NAN};
    reads.sameClass = 0.31;
    plot.setBefore(reads);
    QCOMPARE(plot.agreement(), QStringLiteral("same class: 31 %"));
    QString moments = plot.momentsBefore();
    const auto size = moments.size();
    moments.remove(QChar(0x2007));
    QCOMPARE(moments, QStringLiteral("μ −41.0 σ 3.00"));
    reads.energies = {-1234, -1200.5};
    reads.sameClass = 0.99;
    plot.setAfter(reads);
    QCOMPARE(plot.agreement(), QStringLiteral("same class: 31 → 99 %"));
    QCOMPARE(plot.momentsAfter().size(), size);  // nothing moves
  }

  void emptySaysWhatToDo() {
    ReadHistogram plot;
    plot.resize(400, 300);
    const auto hint = [&plot] {
      for (int i = 0; i < plot.itemCount(); ++i) {
        auto* text = qobject_cast<QCPItemText*>(plot.item(i));
        if (text != nullptr && text->visible() && text->text().contains("Press")) return true;
      }
      return false;
    };
    QVERIFY(hint());
    QCOMPARE(plot.legend->itemCount(), 0);
    plot.setAfter(bell(20, 0, 1, 1));
    QVERIFY(!hint());
    QCOMPARE(plot.legend->itemCount(), 1);
    ReadStatistics none;
    plot.setAfter(none);
    QVERIFY(hint());
    plot.setAfter(std::nullopt);
    QVERIFY(hint());
    QCOMPARE(plot.csv(), QStringLiteral("set,above lowest from,above lowest to,reads\n"));
  }

  void tellsTheBinUnderThePointer() {
    ReadHistogram plot;
    plot.resize(500, 300);
    plot.setBefore(bell(1000, 0, 10, 0.5));
    plot.show();
    QVERIFY(QTest::qWaitForWindowExposed(&plot));
    plot.replot();
    const QPoint at(qRound(plot.xAxis->coordToPixel(0)), plot.axisRect()->center().y());
    QHelpEvent help(QEvent::ToolTip, at, plot.mapToGlobal(at));
    QCoreApplication::sendEvent(&plot, &help);
    QVERIFY(QToolTip::text().contains("of 1,000 reads"));
    QVERIFY(plot.csv().contains("before training,"));
    // Nothing is drawn over the line that tells the agreement.
    const double line = QFontMetrics(Theme::bold(plot.font())).height();
    double highest = 0;
    for (int i = 0; i < bars(plot, 0)->dataCount(); ++i) {
      highest = std::max(highest, bars(plot, 0)->dataMainValue(i));
    }
    QVERIFY(plot.yAxis->coordToPixel(highest) > plot.axisRect()->top() + line);
  }

  void phaseColoursTheTrained() {
    ReadHistogram plot;
    plot.setAfter(bell(20, 0, 1, 1));
    QCOMPARE(bars(plot, 1)->pen().color(), Theme::of(&plot).free);
    plot.setPhase(Phase::Nudge);
    QCOMPARE(bars(plot, 1)->pen().color(), Theme::of(&plot).nudge);
  }
};

QTEST_MAIN(TestReadHistogram)
#include "TestReadHistogram.moc"
