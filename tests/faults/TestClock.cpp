// The system's clock put back, and forward, while everything goes on: durations do not care.
#include <atomic>
#include <ctime>
#include <thread>

#include <sys/syscall.h>
#include <sys/time.h>
#include <unistd.h>

#include <QtTest>

#include "core/chip/ChipGraph.h"
#include "core/cloud/CloudClient.h"
#include "core/cloud/VirtualChip.h"
#include "core/experiment/RunDriver.h"
#include "tests/TestProgram.h"
#include "tests/app/Shell.h"
#include "tests/faults/FileBytes.h"

namespace {

/// Seconds by which the time of day is off.
std::atomic<long> offset = 0;

}  // namespace

// Taken before those of the C library, by every library of this program.
extern "C" int clock_gettime(clockid_t clock, timespec* time) noexcept {
  const auto status = static_cast<int>(::syscall(SYS_clock_gettime, clock, time));
  if (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE) time->tv_sec += offset;
  return status;
}
extern "C" int gettimeofday(timeval* time, void*) noexcept {
  timespec now{};
  clock_gettime(CLOCK_REALTIME, &now);
  time->tv_sec = now.tv_sec;
  time->tv_usec = now.tv_nsec / 1000;
  return 0;
}
extern "C" time_t time(time_t* into) noexcept {
  timespec now{};
  clock_gettime(CLOCK_REALTIME, &now);
  if (into != nullptr) *into = now.tv_sec;
  return now.tv_sec;
}

using namespace nudge;
using namespace nudge::test;
using std::chrono::milliseconds;

namespace {

constexpr long kDay = 86'400;
/// A clock that jumps by days all the time.
class Jumps {
 public:
  Jumps()
      : thread_([](const std::stop_token& stop) {
          for (long k = 1; !stop.stop_requested(); ++k) {
            offset = (k % 3 - 1) * k * kDay;
            std::this_thread::sleep_for(milliseconds(3));
          }
        }) {}
  Jumps(const Jumps&) = delete;
  Jumps& operator=(const Jumps&) = delete;
  ~Jumps() {
    thread_.request_stop();
    thread_.join();
    offset = 0;
  }

 private:
  std::jthread thread_;
};

}  // namespace

class TestClock : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    offset = 0;
    place_ = std::make_unique<QTemporaryDir>();
  }

  void itIsPutBackHere() {
    const QDateTime before = QDateTime::currentDateTime();
    const auto chrono = std::chrono::system_clock::now();
    const auto steady = std::chrono::steady_clock::now();
    offset = -kDay;
    QVERIFY(QDateTime::currentDateTime() < before.addSecs(-kDay / 2));
    QVERIFY(std::chrono::system_clock::now() < chrono);
    QVERIFY(std::chrono::steady_clock::now() >= steady);
  }

  void aRunAndItsTimes() {
    const auto train = [&](const char* name) {
      auto run = startRun(smallExperiment(3));
      RunKeeper keeper(RunFolder::create(at(name), smallExperiment(3)));
      return drive(*run, keeper, {}, [&](Run& now) {
        const Snapshot shown = now.snapshot();
        if (shown.secondsLeft > 3600 || shown.samplesPerSecond < 0) qFatal("a time is wrong");
      });
    };
    QVERIFY(train("plain"));
    {
      const Jumps jumps;
      QVERIFY(train("jumps"));
    }
    QCOMPARE(bytesOf(at("jumps") / "metrics.csv"), bytesOf(at("plain") / "metrics.csv"));
    for (const EpochMetrics& epoch : RunFolder::open(at("jumps")).epochs())
      QVERIFY2(epoch.seconds >= 0 && epoch.seconds < 3600, std::to_string(epoch.seconds).c_str());
  }

  void problemsOnAChip_data() {
    QTest::addColumn<int>("strategy");
    QTest::newRow("long polling") << static_cast<int>(PollStrategy::LongPolling);
    QTest::newRow("back-off") << static_cast<int>(PollStrategy::BackOff);
  }
  void problemsOnAChip() {
    QFETCH(int, strategy);
    const Jumps jumps;
    VirtualChipSettings settings;
    settings.limits.kept = std::chrono::seconds(120);
    const VirtualChip chip(ChipGraph::make(ChipShape::parse("chimera:2")), settings);
    CloudConfiguration configuration = configurationFrom({{"endpoint", chip.endpoint()}});
    configuration.poll = static_cast<PollStrategy>(strategy);
    configuration.pollingTimeout = milliseconds(kPatience);
    CloudClient client(configuration);
    const SolverProperties solver = client.chooseSolver();
    QubitProblem problem;
    problem.qubits.assign(solver.couplers.front().begin(), solver.couplers.front().end());
    problem.problem = IsingProblem({0.25, 0.5}, {{0, 1, -1}});
    for (int round = 0; round < 5; ++round) {
      std::vector<CloudJob> jobs;
      jobs.reserve(20);
      for (int k = 0; k < 20; ++k)
        jobs.push_back(client.submit(jobFor(solver, problem, {{"num_reads", 3}})));
      for (const CloudJob& job : jobs) QCOMPARE(job.wait().samples.reads(), std::size_t{3});
    }
  }

  void runsOfTheFuture() {
    std::filesystem::create_directories(at("runs"));
    for (int k = 0; k < 3; ++k) {
      offset = -k * kDay;
      auto run = startRun(smallExperiment(1));
      const RunFolder folder = RunFolder::createFree(at("runs"), "small", smallExperiment(1));
      run->step({});
      folder.saveAll(*run);
      for (const char* name : {"metrics.csv", "checkpoint.safetensors"}) {
        std::filesystem::last_write_time(
            folder.path() / name,
            std::filesystem::file_time_type::clock::now() + std::chrono::hours(24));
      }
      offset = 0;
      const auto again = RunFolder::open(folder.path()).load();
      QVERIFY(again->progress() > 0);
      RunKeeper keeper(folder);
      QVERIFY(drive(*again, keeper, {}, {}));
      QVERIFY(folder.finished());
    }
    QVERIFY(RunFolder::holdsRun(at("runs") / "small-3"));
  }

 private:
  std::filesystem::path at(const char* name) const { return place_->filePath(name).toStdString(); }

  std::unique_ptr<QTemporaryDir> place_;
};

QTEST_GUILESS_MAIN(TestClock)
#include "TestClock.moc"
