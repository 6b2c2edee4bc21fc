// The network taken away in the middle of a run on a chip: nothing is lost, and the run goes on
// where it was.
#include <atomic>
#include <csignal>

#include <QTemporaryDir>
#include <QtTest>

#include "core/chip/ChipGraph.h"
#include "core/cloud/CloudError.h"
#include "core/cloud/Configuration.h"
#include "core/cloud/HttpLoop.h"
#include "core/cloud/VirtualChip.h"
#include "core/experiment/RunDriver.h"
#include "tests/TestProgram.h"
#include "tests/app/NewestNews.h"
#include "tests/app/Shell.h"
#include "tests/faults/Cable.h"
#include "tests/faults/FileBytes.h"

using namespace nudge;
using namespace nudge::test;
namespace fs = std::filesystem;

namespace {

/// Spins on a chip that answers in a moment, with noise, so that seeds matter.
Experiment onChip() {
  Experiment experiment = presetExperiment("ising-digits");
  experiment.name = "far";
  experiment.network.layers = {experiment.network.layers.front(), 8, 10};
  experiment.network.perClass = 1;
  experiment.machine.kind = MachineKind::DWave;
  experiment.machine.annealing.freeReads = experiment.machine.annealing.nudgeReads = 3;
  experiment.machine.annealing.skipRight = false;
  experiment.machine.annealing.read = ReadChoice::First;
  experiment.data.train = 16;
  experiment.data.test = 4;
  experiment.learning.batch = 8;
  experiment.learning.epochs = 2;
  return experiment;
}

VirtualChipSettings served() {
  VirtualChipSettings settings;
  settings.physics.fieldNoise = settings.physics.couplingNoise = 0.05;
  settings.physics.sweepsPerMicrosecond = 1;
  settings.physics.thermal = true;
  return settings;
}

}  // namespace

class TestNetworkLost : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase() {
    // Soon sure that the network is gone, and not the configuration of whoever runs the tests.
    const QString conf = place_.filePath("dwave.conf");
    writeFileAtomically(conf.toStdString(), "[defaults]\nhttp_retry_total = 1\n");
    qputenv("DWAVE_CONFIG_FILE", conf.toUtf8());
    qputenv("DWAVE_API_TOKEN", "DEV-not-to-be-seen");
    qunsetenv("DWAVE_PROFILE");
    graph_ = std::make_unique<ChipGraph>(ChipGraph::make(ChipShape::parse("chimera:4")));
    chip_ = std::make_unique<VirtualChip>(*graph_, served());
    cable_ = std::make_unique<Cable>(chip_->port());
    endpoint(cable_->port());
    const RunFolder folder = RunFolder::create(path("whole"), onChip());
    auto run = startRun(onChip());
    RunKeeper keeper(folder);
    QVERIFY(drive(*run, keeper, {}, {}));
    bytes_ = cable_->passed();
  }
  void init() { cable_->restore(chip_->port()); }
  void cleanupTestCase() {
    cable_.reset();
    chip_.reset();
  }

  void theRunStopsAndGoesOn_data() {
    QTest::addColumn<double>("share");
    QTest::newRow("in the first mini-batch") << 0.2;
    QTest::newRow("in the second epoch") << 0.8;
  }
  void theRunStopsAndGoesOn() {
    QFETCH(double, share);
    const fs::path at = path(QTest::currentDataTag());
    double stoppedAt = 0;
    {
      auto run = startRun(onChip());
      RunKeeper keeper(RunFolder::create(at, onChip()));
      cable_->cutAfter(of(share));
      try {
        drive(*run, keeper, {}, {});
        QFAIL("nothing was cut");
      } catch (const CloudError& error) {
        QVERIFY2(error.fault() == CloudFault::Network, error.what());
        const QString said = error.what();
        QVERIFY2(said.contains(QString(":%1/").arg(cable_->port())), error.what());
        QVERIFY2(!said.contains("DEV-"), error.what());
      }
      QVERIFY(cable_->broken());
      stoppedAt = run->progress();
      // Once more while it is away: said again, and nothing gets worse.
      QVERIFY_EXCEPTION_THROWN(drive(*run, keeper, {}, {}), CloudError);
      QCOMPARE(run->progress(), stoppedAt);
    }
    // Whoever comes next has a client of its own, and the server has forgotten everything.
    const VirtualChip other(*graph_, served());
    cable_->restore(other.port());
    const RunFolder folder = RunFolder::open(at);
    auto resumed = folder.load();
    QCOMPARE(resumed->progress(), stoppedAt);
    RunKeeper keeper(folder);
    QVERIFY(drive(*resumed, keeper, {}, {}));
    compare(at);
  }

  void theWindowGoesOnWithAPress() {
    RunWorker worker;
    RunNews news;
    std::string failure;
    const auto look = [&] {
      if (takeNewest(worker, news) && !news.failure.empty()) failure = news.failure;
      return news;
    };
    cable_->cutAfter(of(0.4));
    worker.prepare(onChip());
    worker.play(path("runs"));
    QTRY_VERIFY_WITH_TIMEOUT((look(), !failure.empty()), 60'000);
    QVERIFY2(failure.find(":" + std::to_string(cable_->port()) + "/") != std::string::npos,
             failure.c_str());
    QVERIFY(!news.playing && news.hasRun);
    failure.clear();
    cable_->restore();
    worker.play(path("runs"));
    const auto ended = [&] {
      return look().snapshot.stage == RunStage::Finished || !failure.empty();
    };
    QTRY_VERIFY_WITH_TIMEOUT(ended(), 60'000);
    QVERIFY2(failure.empty(), failure.c_str());
    worker.prepare(onChip());  // closes the run
    QTRY_VERIFY_WITH_TIMEOUT(!look().hasRun, 60'000);
    compare(path("runs") / "far");
  }

  /// However many connections were open: none of them is tried again with what is not sent twice.
  void connectionsFromBeforeAreNotTrusted() {
    constexpr int kConnections = 16;
    CloudConfiguration configuration;
    configuration.endpoint = qEnvironmentVariable("DWAVE_API_ENDPOINT").toStdString();
    configuration.token = Token("DEV-not-to-be-seen");
    configuration.retries = 0;
    HttpRequest list, submission;
    list.path = "solvers/remote/";
    submission.method = "POST";
    submission.path = "problems/";
    submission.body = "[]";
    HttpLoop loop(configuration);
    std::atomic<int> answered = 0;
    loop.post([&] {
      for (int i = 0; i < kConnections; ++i)
        loop.start(list, [&](const HttpOutcome& outcome) {
          if (outcome.reply) ++answered;
        });
    });
    QTRY_COMPARE(answered.load(), kConnections);
    // libcurl looks once a second for those that have died: they die just after it has.
    QTest::qWait(1100);
    QVERIFY(loop.get(list, {}).reply);
    cable_->cut();
    QVERIFY(!loop.get(list, {}).reply);
    cable_->restore();
    for (int i = 0; i < 3; ++i) {
      const HttpOutcome outcome = loop.get(submission, {});
      QVERIFY2(outcome.reply, outcome.problem.c_str());
    }
    QTest::qWait(2100);  // from where on older connections are told from newer ones by their age
    const HttpOutcome outcome = loop.get(submission, {});
    QVERIFY2(outcome.reply, outcome.problem.c_str());
  }

  void aNetworkThatIsSilentCanBeStopped() {
    auto run = startRun(onChip());
    const fs::path at = path("silent");
    RunKeeper keeper(RunFolder::create(at, onChip()));
    std::stop_source stop;
    std::jthread later([&] {
      std::this_thread::sleep_for(std::chrono::milliseconds(700));
      stop.request_stop();
    });
    std::jthread silence([&] {
      std::this_thread::sleep_for(std::chrono::milliseconds(200));
      cable_->silence();
    });
    QVERIFY(!drive(*run, keeper, stop.get_token(), {}));
    QVERIFY(fs::exists(at / "checkpoint.safetensors"));
  }

  void theProgramSaysHowToGoOn() {
    Shell shell;
    shell.write("far.nudge", onChip().toText());
    auto more = std::make_unique<VirtualChip>(*graph_, served());
    cable_->restore(more->port());
    cable_->cutAfter(of(0.6));
    const Outcome cut = shell.run({"train", "far.nudge", "--out", "run"});
    QCOMPARE(cut.status, 1);
    QVERIFY2(cut.err.contains("go on with\n  nudge train far.nudge --out run --resume"),
             qPrintable(cut.err));
    QVERIFY2(!cut.err.contains("DEV-"), qPrintable(cut.err));
    more = std::make_unique<VirtualChip>(*graph_, served());
    cable_->restore(more->port());
    const Outcome after = shell.run({"train", "far.nudge", "--out", "run", "--resume"});
    QVERIFY2(after.status == 0, qPrintable(after.err));
    compare(shell.path("run").toStdString());
  }

 private:
  /// Bytes of an answer, of those of a whole run.
  std::int64_t of(double share) const {
    return static_cast<std::int64_t>(share * static_cast<double>(bytes_));
  }
  fs::path path(const char* name) const { return place_.filePath(name).toStdString(); }
  static void endpoint(int port) {
    qputenv("DWAVE_API_ENDPOINT", QString("http://127.0.0.1:%1/sapi/").arg(port).toUtf8());
  }
  void compare(const fs::path& run) const {
    for (const char* name : {"metrics.csv", "parameters.safetensors"})
      QVERIFY2(bytesOf(run / name) == bytesOf(path("whole") / name), name);
  }

  QTemporaryDir place_;
  std::unique_ptr<ChipGraph> graph_;
  std::unique_ptr<VirtualChip> chip_;
  std::unique_ptr<Cable> cable_;
  std::int64_t bytes_ = 0;
};

QTEST_GUILESS_MAIN(TestNetworkLost)
#include "TestNetworkLost.moc"
