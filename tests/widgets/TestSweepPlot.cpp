// What a sweep's figure shows for one varied number, for two, and for anything else.
#include <QtTest>

#include "tests/TestProgram.h"
#include "widgets/SweepPlot.h"
#include "widgets/Theme.h"

using namespace nudge;

namespace {

Sweep sweepOf(const std::string& grid) {
  return Sweep::fromText(
      R"({"format": "nudge-sweep", "version": 1, "base": "digits", "seeds": [1, 2], "grid": )" +
          grid + "}",
      "s.json", ".");
}

/// Case n (from 0) has 10 n + 9 and 10 n + 11 % of test error, and none of train error.
std::vector<CaseResult> resultsOf(const Sweep& sweep) {
  std::vector<RunResult> runs;
  for (std::size_t i = 0; i < sweep.cases.size() * 2; ++i) {
    RunResult run;
    run.finished = true;
    run.trainError = 0;
    const std::size_t number = i / 2;
    run.testError = 10.0 * static_cast<double>(number) + (i % 2 == 0 ? 9 : 11);
    runs.push_back(run);
  }
  return caseResults(sweep, runs);
}

QCPErrorBars* deviationsOf(QCustomPlot& plot, const QString& name) {
  for (int i = 0; i < plot.plottableCount(); ++i) {
    auto* bars = qobject_cast<QCPErrorBars*>(plot.plottable(i));
    if (bars != nullptr && bars->dataPlottable()->name() == name) return bars;
  }
  return nullptr;
}

}  // namespace

class TestSweepPlot : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase() { Theme::apply(*qApp, Theme::Shade::Light); }

  void oneNumberIsAnAxis() {
    SweepPlot plot;
    const Sweep sweep = sweepOf(R"({"gamma": [1e-4, 1e-6, 1e-5]})");
    plot.setResults(sweep, resultsOf(sweep));
    QCOMPARE(plot.graphCount(), 2);
    const QCPGraph* test = plot.graph(1);
    QCOMPARE(test->name(), QString("test"));
    QCOMPARE(test->dataCount(), 3);
    QCOMPARE(test->dataMainKey(0), 1e-6);  // sorted, whatever the document's order
    QCOMPARE(test->dataMainValue(0), 20.0);
    QVERIFY(plot.xAxis->scaleType() == QCPAxis::stLogarithmic);
    QVERIFY(plot.xAxis->range().lower < 1e-6 && plot.xAxis->range().upper > 1e-4);
    const QCPErrorBars* bars = deviationsOf(plot, "test");
    QVERIFY(std::abs((*bars->data())[1].errorPlus - std::sqrt(2.0)) < 1e-12);
    QVERIFY(plot.yAxis->range().contains(31.5));
    // The next sweep takes the place of the last.
    const Sweep linear = sweepOf(R"({"T": [5, 10]})");
    plot.setResults(linear, resultsOf(linear));
    QCOMPARE(plot.graphCount(), 2);
    QVERIFY(plot.xAxis->scaleType() == QCPAxis::stLinear);
  }

  void twoNumbersAreAFamily() {
    SweepPlot plot;
    const Sweep sweep = sweepOf(R"({"beta": [0.5, 1], "T": [5, 10, 20]})");
    plot.setResults(sweep, resultsOf(sweep));
    QCOMPARE(plot.graphCount(), 2);
    QCOMPARE(plot.graph(1)->name(), QString("β = 1"));
    QCOMPARE(plot.graph(1)->dataMainKey(2), 20.0);
    QCOMPARE(plot.graph(1)->dataMainValue(2), 60.0);
  }

  void anythingElseIsBars() {
    SweepPlot plot;
    const Sweep sweep = sweepOf(R"({"estimator": ["random-sign", "one-sided"], "T": [5, 10]})");
    plot.resize(500, 300);
    plot.setResults(sweep, resultsOf(sweep));
    QCOMPARE(plot.graphCount(), 0);
    auto* test = qobject_cast<QCPBars*>(plot.plottable(2));
    QVERIFY(test != nullptr && test->name() == "test");
    QCOMPARE(test->dataCount(), 4);
    QCOMPARE(test->dataMainValue(3), 40.0);
    QVERIFY(plot.xAxis->range().contains(4.4));
  }

  void whatIsNotThereIsLeftOut() {
    SweepPlot plot;
    const Sweep sweep = sweepOf(R"({"T": [5, 10, 20]})");
    std::vector<RunResult> runs(6);
    plot.setResults(sweep, caseResults(sweep, runs));
    QCOMPARE(plot.graph(1)->dataCount(), 0);
    runs[2].finished = true;
    runs[2].trainError = runs[2].testError = 5;
    plot.setResults(sweep, caseResults(sweep, runs));
    QCOMPARE(plot.graph(1)->dataCount(), 1);
    QCOMPARE((*deviationsOf(plot, "test")->data())[0].errorPlus, 0.0);  // one run has none
    QVERIFY(plot.xAxis->range().contains(10));
  }
};

QTEST_MAIN(TestSweepPlot)
#include "TestSweepPlot.moc"
