#include <QTemporaryDir>
#include <QtTest>

#include "core/base/AtomicFile.h"
#include "core/base/Error.h"
#include "core/base/Parallel.h"
#include "core/experiment/Batches.h"
#include "core/experiment/Presets.h"
#include "core/experiment/RunDriver.h"
#include "core/experiment/RunFolder.h"
#include "tests/TestProgram.h"

using namespace nudge;
namespace fs = std::filesystem;

namespace {

Experiment smallExperiment() {
  Experiment experiment;
  experiment.name = "small";
  experiment.network.layers = {784, 40, 20};
  experiment.network.perClass = 2;
  experiment.machine.freeSteps = 8;
  experiment.machine.nudgeSteps = 4;
  experiment.learning.batch = 16;
  experiment.learning.epochs = 3;
  experiment.learning.scaling = ScalingKind::Learnt;
  experiment.data.train = 200;
  experiment.data.test = 300;
  return experiment;
}

std::string metricsOf(const Run& run) {
  return metricsCsv(run.epochs(), run.experiment().network.depth());
}

std::string finish(Run& run) {
  while (run.step()) {
  }
  return metricsOf(run);
}

}  // namespace

class TestRun : public QObject {
  Q_OBJECT
 private slots:
  void sameSeedSameBytes() {
    const std::string metrics = finish(*startRun(smallExperiment()));
    QCOMPARE(finish(*startRun(smallExperiment())), metrics);
    QCOMPARE(std::count(metrics.begin(), metrics.end(), '\n'), 4);
    Experiment other = smallExperiment();
    other.seed = 2;
    QVERIFY(finish(*startRun(other)) != metrics);
  }

  /// Fig. 4.6: one output a class cannot push binary neurons over their threshold.
  void augmentedOutputsLearnWhereSingleOnesFail() {
    const auto trainError = [](const char* preset) {
      Experiment experiment = presetExperiment(preset);
      experiment.data.train = 2000;
      experiment.data.test = 10;
      experiment.learning.epochs = 3;
      const auto run = startRun(experiment);
      finish(*run);
      return run->epochs().back().trainError;
    };
    const double augmented = trainError("digits-conv");
    const double single = trainError("digits-conv-10");
    QVERIFY2(augmented < 60, qPrintable(QString::number(augmented)));
    QVERIFY2(single > 80, qPrintable(QString::number(single)));
  }

  void threadsChangeNothing() {
    limitThreads(1);
    const std::string one = finish(*startRun(smallExperiment()));
    limitThreads(0);
    QCOMPARE(finish(*startRun(smallExperiment())), one);
  }

  void checkpointAfterEveryStepGoesOnTheSame() {
    const auto whole = startRun(smallExperiment());
    const std::string metrics = finish(*whole);
    auto run = startRun(smallExperiment());
    int steps = 0;
    while (run->step()) {
      ++steps;
      // Through bytes, as a file would.
      const TensorFile file = TensorFile::parse(run->checkpoint().serialise(), "checkpoint");
      auto next = std::make_unique<Run>(Run::experimentOf(file, "checkpoint"), run->data());
      next->restore(file);
      QCOMPARE(next->checkpoint().serialise(), file.serialise());
      run = std::move(next);
    }
    QVERIFY(steps > 30);
    QCOMPARE(metricsOf(*run), metrics);
    for (std::size_t n = 0; n < 2; ++n) {
      QVERIFY(run->parameters().layers[n] == whole->parameters().layers[n]);
      QVERIFY(run->parameters().layers[n].biases == whole->parameters().layers[n].biases);
      QCOMPARE(run->parameters().layers[n].scaling, whole->parameters().layers[n].scaling);
    }
  }

  void augmentedGoesOnTheSame() {
    Experiment experiment = smallExperiment();
    experiment.data.crop = 3;
    const auto whole = startRun(experiment);
    const std::string metrics = finish(*whole);
    QVERIFY(metrics != finish(*startRun(smallExperiment())));
    limitThreads(1);
    auto run = startRun(experiment);
    for (int i = 0; run->step(); ++i) {
      if (i % 5 != 0) continue;
      const TensorFile file = TensorFile::parse(run->checkpoint().serialise(), "checkpoint");
      auto next = std::make_unique<Run>(Run::experimentOf(file, "checkpoint"), run->data());
      next->restore(file);
      run = std::move(next);
    }
    limitThreads(0);
    QCOMPARE(metricsOf(*run), metrics);
    QVERIFY(run->parameters().layers[0].weights == whole->parameters().layers[0].weights);
  }

  void batchesKeepTheirLabels() {
    const Dataset data = loadDataset(smallExperiment().data, 1);
    const std::vector<std::uint32_t> indices{5, 3, 150};
    Batch plain, moved;
    makeBatch(data.train, indices, smallExperiment().network, plain);
    makeBatch(data.train, indices, smallExperiment().network, moved,
              {.crop = 4, .seed = 1, .step = 2});
    QVERIFY(moved.inputs != plain.inputs);
    QCOMPARE(moved.labels, plain.labels);
    QVERIFY(moved.targets == plain.targets);
    QCOMPARE(plain.labels[2], int{data.train.labels[150]});
  }

  void aStoppedDriveIsTakenUpFromItsFolder() {
    QTemporaryDir folder;
    const fs::path path = fs::path(folder.path().toStdString()) / "run";
    const std::string expected = finish(*startRun(smallExperiment()));
    int stops = 0;
    for (bool finished = false; !finished; ++stops) {
      auto run = stops == 0 ? startRun(smallExperiment()) : RunFolder::open(path).load();
      RunKeeper keeper(stops == 0 ? RunFolder::create(path, smallExperiment())
                                  : RunFolder::open(path));
      std::stop_source stop;
      int steps = 0;
      finished = drive(*run, keeper, stop.get_token(), [&](Run&) {
        if (++steps == 7) stop.request_stop();
      });
    }
    QVERIFY(stops > 3);
    QCOMPARE(readFile(path / "metrics.csv", 1 << 20), expected);
    QVERIFY(fs::exists(path / "timing.csv"));
    QVERIFY(fs::exists(path / "parameters.safetensors"));
    QVERIFY(Experiment::load(path / "experiment.nudge") == smallExperiment());
  }

  void aFolderIsNotOverwritten() {
    QTemporaryDir folder;
    const fs::path path = fs::path(folder.path().toStdString()) / "run";
    RunFolder::create(path, smallExperiment());
    QVERIFY_EXCEPTION_THROWN(RunFolder::create(path, smallExperiment()), Error);
    QVERIFY_EXCEPTION_THROWN(RunFolder::open(path.parent_path()), Error);
    QCOMPARE(RunFolder::freeName(path.parent_path(), "run").filename().string(),
             std::string("run-2"));
    QCOMPARE(RunFolder::pathFor("runs", "../../etc/x y"), fs::path("runs/-.-..-etc-x y"));
    QCOMPARE(RunFolder::pathFor("runs", ""), fs::path("runs/run"));
  }

  void damagedCheckpointsAreRefused() {
    auto run = startRun(smallExperiment());
    for (int i = 0; i < 7; ++i) run->step();
    const TensorFile good = run->checkpoint();
    const auto refused = [&](const std::function<void(TensorFile&)>& damage) {
      TensorFile bad = good;
      damage(bad);
      const auto target = startRun(smallExperiment());
      try {
        target->restore(bad);
      } catch (const Error&) {
        return true;
      }
      return false;
    };
    QVERIFY(!refused([](TensorFile&) {}));
    for (const char* name :
         {"W1", "b2", "m2", "m_decay1", "run_sums", "run_counters", "run_metrics"}) {
      QVERIFY2(refused([name](TensorFile& file) { file.tensors.erase(name); }), name);
    }
    QVERIFY(refused([](TensorFile& file) { file.tensors["W1"] = file.tensors["W2"]; }));
    const auto counters = [&](const std::vector<std::int64_t>& values) {
      return refused([&](TensorFile& file) {
        file.tensors["run_counters"] = Tensor::of(std::span<const std::int64_t>(values), {5});
      });
    };
    QVERIFY(!counters({0, 7, 0, 5, 0}));
    QVERIFY(counters({99, 0, 0, 0, 0}));  // beyond the last epoch
    QVERIFY(counters({1, 7, 0, 0, 0}));   // beyond its list of epochs
    QVERIFY(counters({0, 13, 2, 0, 0}));  // a piece of the test that there is not
    QVERIFY(counters({0, 7, 1, 0, 0}));   // tested before all was learnt
    QVERIFY(counters({0, 7, 0, -1, 0}));  // fewer than no flips
    for (const char* name : {"m1", "b1", "run_sums"}) {
      const auto notNumbers = [name](TensorFile& file) {
        file.tensors[name].bytes.assign(file.tensors[name].bytes.size(), '\xff');
      };
      QVERIFY2(refused(notNumbers), name);
    }
    TensorFile other = good;
    other.metadata["version"] = "2";
    QVERIFY_EXCEPTION_THROWN(Run::experimentOf(other, "x"), Error);
    other.metadata.clear();
    QVERIFY_EXCEPTION_THROWN(Run::experimentOf(other, "x"), Error);
  }

  void onlyLiveSettingsChangeInARun() {
    auto run = startRun(smallExperiment());
    run->step();
    Experiment changed = smallExperiment();
    changed.learning.beta = 0.1;
    changed.machine.freeSteps = 5;
    run->change(changed);
    QCOMPARE(run->experiment().machine.freeSteps, 5);
    changed.learning.epochs = 9;
    run->change(changed);
    QCOMPARE(run->snapshot().epochs, 9);
    changed.network.layers[1] = 41;
    try {
      run->change(changed);
      QFAIL("expected an Error");
    } catch (const Error& error) {
      QVERIFY(std::string(error.what())
                  .starts_with("network.layers: cannot change while a run goes on"));
    }
  }

  void changesAreRecordedAndReplayed() {
    // Where they act, and to what; the last lies in the middle of a test.
    struct At {
      int step;
      double beta;
      int freeSteps;
    };
    const std::vector<At> plan{{3, 0.1, 8}, {3, 0.2, 8}, {9, 0.2, 5}, {14, 0.4, 6}};
    const auto go = [&](Run& run, int& done, int until, const std::function<void()>& afterChange) {
      while (done < until && !run.finished()) {
        for (const At& at : plan) {
          if (at.step != done) continue;
          Experiment changed = run.experiment();
          changed.learning.beta = at.beta;
          changed.machine.freeSteps = at.freeSteps;
          run.change(changed);
          afterChange();
        }
        run.step();
        ++done;
      }
    };
    const auto whole = startRun(smallExperiment());
    int done = 0;
    go(*whole, done, 1000, [] {});
    const std::string expected = metricsOf(*whole);
    QVERIFY(expected != finish(*startRun(smallExperiment())));
    QCOMPARE(whole->changes().size(), std::size_t{4});  // those of step 3 became one
    QCOMPARE(whole->changes()[0].to, Json(0.2));
    QCOMPARE(whole->changes()[1].key, std::string("machine.T"));
    QCOMPARE(whole->changes()[1].place.miniBatch, 9);
    QCOMPARE(whole->changes()[3].place.testPiece, 1);
    const auto& again = whole->changes();
    QVERIFY(readChanges(changesText(again), "x") == again);

    // Killed at every step after a change, with a checkpoint from before it or without any.
    for (const int checkpointAt : {-1, 2, 3, 10}) {
      for (const int killedAt : {4, 11, 20}) {
        if (killedAt <= checkpointAt) continue;
        QTemporaryDir home;
        const RunFolder folder =
            RunFolder::create(home.filePath("run").toStdString(), smallExperiment());
        auto run = startRun(smallExperiment());
        done = 0;
        const auto save = [&] { folder.saveChanges(*run); };
        if (checkpointAt >= 0) {
          go(*run, done, checkpointAt, save);
          folder.saveCheckpoint(*run);
        }
        go(*run, done, killedAt, save);
        run = folder.load();
        done = std::max(0, checkpointAt);
        // What was recorded comes by itself, what was not must be done again.
        while (done < killedAt) run->step(), ++done;
        go(*run, done, 1000, save);
        QCOMPARE(metricsOf(*run), expected);
        QVERIFY(run->changes() == again);
      }
    }
  }

  void aNewChangeForgetsWhatWasToCome() {
    const Change beta{{0, 5, 0}, "learning.beta", 0.3, 0.1};
    const Change later{{1, 0, 0}, "machine.K", 4, 6};
    const auto run = startRun(smallExperiment());
    run->replay({beta, later});
    for (int i = 0; i < 7; ++i) run->step();
    QCOMPARE(run->experiment().learning.beta, 0.1);
    run->change(run->experiment());  // nothing new
    QCOMPARE(run->changes().size(), std::size_t{2});
    Experiment changed = run->experiment();
    changed.learning.beta = 0.5;
    run->change(changed);
    QCOMPARE(run->changes().size(), std::size_t{2});
    QCOMPARE(run->changes()[1].to, Json(0.5));
    finish(*run);
    QCOMPARE(run->experiment().machine.nudgeSteps, 4);
  }

  void moreEpochsAreReplayed() {
    Experiment experiment = smallExperiment();
    experiment.learning.epochs = 1;
    const auto run = startRun(experiment);
    run->replay({{{1, 0, 0}, "learning.epochs", 1, 2}});
    finish(*run);
    QCOMPARE(run->epochs().size(), std::size_t{2});
  }

  void badRecordsAreRefused() {
    const std::string good =
        R"({"epoch":1,"mini_batch":2,"test_piece":0,"setting":"learning.beta","from":0.3,"to":0.2})"
        "\n";
    QCOMPARE(readChanges(good, "x").size(), std::size_t{1});
    QVERIFY(readChanges("", "x").empty());
    const auto failure = [](const std::string& text) -> std::string {
      try {
        readChanges(text, "changes.jsonl");
      } catch (const Error& error) {
        return error.what();
      }
      return {};
    };
    const auto with = [&](const char* from, const char* to) {
      std::string text = good;
      text.replace(text.find(from), std::string(from).size(), to);
      return failure(good + text);
    };
    QCOMPARE(failure(good.substr(0, 40)),
             std::string("changes.jsonl: line 1: is cut off. Mend the line, or remove it to do "
                         "without the change."));
    QVERIFY(with("{", "").starts_with("changes.jsonl: line 2: JSON"));
    QVERIFY(with("epoch", "epoc").find("has no \"epoch\"") != std::string::npos);
    QVERIFY(with("\"epoch\":1", "\"epoch\":-1").find("counts something") != std::string::npos);
    QVERIFY(with("\"epoch\":1", "\"epoch\":0").find("lies before") != std::string::npos);
    QVERIFY(with("beta", "bets").find("bets") != std::string::npos);
    QVERIFY(with("learning.beta", "network.layers").find("cannot change") != std::string::npos);
    QVERIFY(with("0.2}", "\"much\"}").find("learning.beta") != std::string::npos);
    QVERIFY(with("0.2}", "0.2,\"more\":1}").find("must be an object") != std::string::npos);
  }

  void snapshotsShowTheRun() {
    auto run = startRun(smallExperiment());
    const Snapshot fresh = run->snapshot();
    QCOMPARE(fresh.epoch, 0);
    QVERIFY(!fresh.watched);
    run->step();
    const Snapshot one = run->snapshot();
    QCOMPARE(one.miniBatch, 1);
    QCOMPARE(one.miniBatches, 13);
    QVERIFY(one.watched != nullptr);
    QCOMPARE(one.watched->free.size(), std::size_t{2});
    QCOMPARE(one.watched->free[0].size(), Eigen::Index{40});
    QVERIFY(one.progress > 0 && one.progress < 0.1);
    finish(*run);
    const Snapshot last = run->snapshot();
    QVERIFY(last.stage == RunStage::Finished);
    QCOMPARE(last.progress, 1.0);
    QCOMPARE(last.epochsDone->size(), std::size_t{3});
    QVERIFY(last.live->size() > 30);
    QCOMPARE(fresh.epochsDone->size(), std::size_t{0});  // an old picture does not change
  }

  void metricsHaveTheirColumns() {
    const EpochMetrics epoch{1, 10, 20, 11, 21, 0.5, 0.6, {{7, -1.5, 0.1}, {0, -20.7, 0.2}}, 3.5};
    QCOMPARE(metricsCsv({epoch}, 2), std::string("epoch,train_error,test_error,train_error_single,"
                                                 "test_error_single,train_loss,test_loss,"
                                                 "flips_1,pi_1,alpha_1,flips_2,pi_2,alpha_2\n"
                                                 "1,10,20,11,21,0.5,0.6,7,-1.5,0.1,0,-20.7,0.2\n"));
    QCOMPARE(timingCsv({epoch}), std::string("epoch,seconds\n1,3.500\n"));
    QVERIFY(std::abs(flipMetric(0, 100) - std::log(1e-9)) < 1e-12);
    QVERIFY(std::abs(flipMetric(10, 100) - std::log(0.1 + 1e-9)) < 1e-12);
  }
};

QTEST_APPLESS_MAIN(TestRun)
#include "TestRun.moc"
