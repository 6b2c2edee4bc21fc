// The thread of a run: of several experiments asked for, the last is the one that is prepared.
#include <QtTest>

#include "tests/TestProgram.h"
#include "tests/app/NewestNews.h"
#include "tests/app/Shell.h"

using namespace nudge;
using namespace nudge::test;

namespace {

Experiment ofSamples(int count) {
  Experiment experiment = test::smallExperiment(1);
  experiment.data.train = count;
  return experiment;
}

}  // namespace

class TestRunWorker : public QObject {
  Q_OBJECT

 private slots:
  void init() { news_ = {}; }

  void theLastPreparationCounts() {
    RunWorker worker;
    for (const int count : {60'000, 50'000, 300}) worker.prepare(ofSamples(count));
    QTRY_COMPARE_WITH_TIMEOUT(prepared(worker), 300, kPatience);
  }

  /// Changing anything else while data are loaded does not load them anew.
  void pausesAndOtherSettingsEndNoPreparation() {
    RunWorker worker;
    Experiment experiment = ofSamples(2000);
    worker.prepare(experiment);
    worker.pause();
    experiment.learning.beta = 3;
    worker.prepare(experiment);
    QTRY_COMPARE_WITH_TIMEOUT(prepared(worker), 2000, kPatience);
    const auto data = news_.data;
    worker.prepare(ofSamples(2000));
    worker.requestParameters();
    QTest::qWait(50);
    QCOMPARE(prepared(worker), 2000);
    QVERIFY(news_.data == data);
  }

  /// With the data of the experiment that was prepared last, whatever was overtaken before.
  void playsWhatWasPreparedLast() {
    QTemporaryDir place;
    RunWorker worker;
    for (const int count : {60'000, 300}) worker.prepare(ofSamples(count));
    worker.play(place.path().toStdString());
    const auto finished = [&] {
      test::takeNewest(worker, news_);
      return news_.hasRun && news_.snapshot.stage == RunStage::Finished;
    };
    QTRY_VERIFY_WITH_TIMEOUT(finished(), kPatience);
    QCOMPARE(prepared(worker), 300);
  }

 private:
  /// How many training samples the newest news have; -1: none.
  int prepared(RunWorker& worker) {
    test::takeNewest(worker, news_);
    return news_.data ? static_cast<int>(news_.data->train.count()) : -1;
  }

  RunNews news_;
};

QTEST_APPLESS_MAIN(TestRunWorker)
#include "TestRunWorker.moc"
