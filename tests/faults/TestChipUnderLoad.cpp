// The virtual chip among many, slow, greedy and broken clients: it stays up, within bounds.
#include <chrono>
#include <optional>
#include <thread>

#include <ifaddrs.h>
#include <net/if.h>

#include <QRegularExpression>
#include <QtTest>

#include "core/cloud/CloudClient.h"
#include "core/cloud/CloudError.h"
#include "core/cloud/Deflate.h"
#include "core/cloud/VirtualChip.h"
#include "tests/TestProgram.h"
#include "tests/app/Shell.h"
#include "tests/faults/Memory.h"
#include "tests/faults/RawSocket.h"

using namespace nudge;
using namespace nudge::test;
using std::chrono::milliseconds;

namespace {

constexpr double kMostMemory = 1024;  // MiB: what the board keeps, and what is on its way

JobRequest smallJob(const SolverProperties& solver, int number) {
  QubitProblem problem;
  problem.qubits.assign(solver.couplers.front().begin(), solver.couplers.front().end());
  problem.problem = IsingProblem({0.25, number % 2 == 0 ? 0.5 : -0.5}, {{0, 1, -1}});
  return jobFor(solver, problem, {{"num_reads", 3}, {"annealing_time", 1}});
}

std::string post(const std::string& headers) {
  return "POST /sapi/problems/ HTTP/1.1\r\nHost: here\r\n" + headers + "\r\n";
}

}  // namespace

class TestChipUnderLoad : public QObject {
  Q_OBJECT

 private slots:
  void init() {
    shell_ = std::make_unique<Shell>();
    chip_ = shell_->start({"chip", "chimera:2", "--machine", "sa", "--sweeps", "1"});
    const QRegularExpression address("http://127\\.0\\.0\\.1:(\\d+)/");
    QByteArray said;
    QTRY_VERIFY_WITH_TIMEOUT((said += chip_->readAllStandardOutput(), said.contains("Ctrl-C")),
                             60'000);
    port_ = address.match(QString::fromUtf8(said)).captured(1).toInt();
    QVERIFY2(port_ > 0, said.constData());
  }
  void cleanup() {
    // Whatever happened: it is there, answers, and is of its usual size.
    QCOMPARE(chip_->state(), QProcess::Running);
    worksFor(1);
    const double peak = memoryOf("VmHWM", chip_->processId());
    qInfo("%s: at most %.0f MiB", QTest::currentTestFunction(), peak);
    if (kMeasuresMemory) QVERIFY2(peak < kMostMemory, qPrintable(QString::number(peak)));
    chip_->kill();
    QVERIFY(chip_->waitForFinished(60'000));
    chip_.reset();
  }

  void aThousandProblemsOfFiftyClients() {
    std::atomic<int> answered = 0, refused = 0;
    std::vector<std::jthread> clients;
    clients.reserve(50);
    for (int c = 0; c < 50; ++c) {
      clients.emplace_back([&, c] {
        try {
          CloudClient client(configuration());
          const SolverProperties solver = client.chooseSolver();
          // Four at a time: the chip's queue has room for all.
          for (int round = 0; round < 5; ++round) {
            std::vector<CloudJob> jobs;
            jobs.reserve(4);
            for (int k = 0; k < 4; ++k) jobs.push_back(client.submit(smallJob(solver, c + k)));
            for (const CloudJob& job : jobs) answered += job.wait().samples.reads() == 3 ? 1 : 0;
          }
        } catch (const std::exception& error) {
          qWarning("client %d: %s", c, error.what());
          ++refused;
        }
      });
    }
    clients.clear();
    QCOMPARE(refused.load(), 0);
    QCOMPARE(answered.load(), 1000);
  }

  void aFullQueueIsSaid() {
    CloudClient client(configuration());
    const SolverProperties solver = client.chooseSolver();
    std::vector<CloudJob> jobs;
    for (int k = 0; k < 1000; ++k) {
      JobRequest request = smallJob(solver, k);
      request.parameters["annealing_time"] = 2000;
      request.parameters["num_reads"] = 400;
      jobs.push_back(client.submit(std::move(request)));
    }
    int refused = 0;
    for (auto job = jobs.rbegin(); job != jobs.rend(); ++job) {
      try {
        job->cancel();
        (void)job->wait();
      } catch (const CloudError& error) {
        if (error.fault() == CloudFault::Canceled) continue;
        ++refused;
        QVERIFY2(QString(error.what()).contains("submit again later"), error.what());
      }
    }
    qInfo("%d of 1,000 were refused", refused);
  }

  void parametersThatAreTooLarge() {
    CloudClient client(configuration());
    const SolverProperties solver = client.chooseSolver();
    Json nested = Json::array();
    nested.push_back(std::vector<int>(500'000, 1));
    for (const Json& much : {Json(std::string(5 << 20, 'x')), nested}) {
      std::vector<CloudJob> jobs;
      for (int k = 0; k < 40; ++k) {
        JobRequest request = smallJob(solver, k);
        request.parameters["x_notes"] = much;
        jobs.push_back(client.submit(std::move(request)));
      }
      for (const CloudJob& job : jobs) {
        try {
          (void)job.wait();
          QFAIL("it was taken");
        } catch (const CloudError& error) {
          QVERIFY2(error.fault() == CloudFault::Rejected || error.fault() == CloudFault::Limits,
                   error.what());
        }
      }
    }
  }

  void slowClients() {
    // More of them than there could be threads in a small pool: a byte now and then.
    std::vector<RawSocket> slow;
    slow.reserve(100);
    for (int k = 0; k < 100; ++k) slow.emplace_back(port_);
    const std::string request = post("Content-Length: 100000\r\n") + std::string(2000, '[');
    std::atomic<bool> ended = false;
    std::jthread drip([&] {
      for (std::size_t at = 0; at < request.size() && !ended; ++at) {
        for (RawSocket& socket : slow) socket.send(request.substr(at, 1));
        std::this_thread::sleep_for(milliseconds(20));
      }
    });
    std::this_thread::sleep_for(milliseconds(500));
    worksFor(5);
    ended = true;
  }

  void halfOpenConnections() {
    std::vector<RawSocket> open;
    for (int k = 0; k < 400; ++k) {
      open.emplace_back(port_);
      if (k % 2 == 1) open.back().send("GET /sapi/solvers/remote/ HTTP/1.1\r\nHost: he");
    }
    worksFor(5);
    // And those that go away without an end.
    for (RawSocket& socket : open) socket.reset();
    worksFor(5);
  }

  void bodiesPastTheLimit() {
    const std::string much(1 << 20, '[');
    for (const char* headers : {"Content-Length: 1000000000\r\n", "Transfer-Encoding: chunked\r\n",
                                "Content-Length: -1\r\n", "Content-Length: 33554432\r\n"}) {
      RawSocket socket(port_);
      bool taken = socket.send(post(headers));
      const bool chunked = std::string(headers).find("chunked") != std::string::npos;
      for (int k = 0; k < 40 && taken; ++k) {
        if (chunked) taken = socket.send("100000\r\n");
        taken = taken && socket.send(much);
        if (chunked) taken = taken && socket.send("\r\n");
      }
      const std::string answer = socket.receive();
      QVERIFY2(answer.empty() || answer.starts_with("HTTP/1.1 4"), answer.c_str());
    }
    const std::string bomb = deflated(std::string(200'000'000, '['));
    RawSocket socket(port_);
    socket.send(post("Content-Encoding: deflate\r\nContent-Length: " + std::to_string(bomb.size()) +
                     "\r\n") +
                bomb);
    const std::string answer = socket.receive();
    QVERIFY2(answer.empty() || answer.starts_with("HTTP/1.1 4"), answer.c_str());
  }

  void bodiesAreNoRequests() {
    VirtualChipSettings guarded;
    guarded.token = Token("secret");
    const VirtualChip other(ChipGraph::make(ChipShape::parse("chimera:1")), guarded);
    // What is left of a body that was refused looks like requests.
    std::string body;
    while (body.size() < 300'000)
      body += "GET /sapi/solvers/remote/ HTTP/1.1\r\nHost: here\r\n\r\n";
    const std::string length = "Content-Length: " + std::to_string(body.size()) + "\r\n";
    const std::string nowhere = "POST /nowhere HTTP/1.1\r\nHost: here\r\n" + length + "\r\n";
    for (const auto& [port, head] :
         {std::pair(port_, post(length + "Content-Encoding: deflate\r\n")),
          std::pair(port_, post(length + "Content-Encoding: br\r\n")), std::pair(port_, nowhere),
          std::pair(other.port(), post(length))}) {
      RawSocket socket(port);
      QVERIFY(socket.send(head + body));
      std::string all;
      for (std::string piece; !(piece = socket.receive()).empty();) all += piece;
      QVERIFY2(all.starts_with("HTTP/1.1 4"), all.substr(0, 200).c_str());
      QVERIFY2(all.find("HTTP/1.1", 1) == all.npos, all.substr(0, 2000).c_str());
    }
  }

  void manyLargeBodiesAtOnce() {
    // As large as they may be, of the kind that takes most memory once it is read.
    std::string body = "[";
    while (body.size() < (std::size_t{30} << 20)) body += "1,";
    body += "1]";
    const std::string head = post("Content-Length: " + std::to_string(body.size()) + "\r\n");
    std::vector<std::jthread> clients;
    clients.reserve(24);
    std::atomic<int> strange = 0;
    for (int k = 0; k < 24; ++k) {
      clients.emplace_back([&] {
        RawSocket socket(port_);
        if (!socket.send(head) || !socket.send(body)) return;
        const std::string answer = socket.receive();
        if (!answer.empty() && !answer.starts_with("HTTP/1.1 4")) ++strange;
      });
    }
    clients.clear();
    QCOMPARE(strange.load(), 0);
  }

  void headersWithoutAnEnd() {
    const std::string much(1 << 20, 'x');
    for (const char* begin : {"GET /", "GET / HTTP/1.1\r\nX-Long: "}) {
      RawSocket socket(port_);
      bool taken = socket.send(begin);
      for (int k = 0; k < 1000 && taken; ++k) taken = socket.send(much);
      QVERIFY(!taken);
    }
    std::string lines;
    for (int k = 0; k < 1000; ++k)
      lines += "X-" + std::to_string(k) + ": " + std::string(1000, 'y') + "\r\n";
    RawSocket socket(port_);
    bool taken = socket.send("GET / HTTP/1.1\r\n");
    for (int k = 0; k < 1000 && taken; ++k) taken = socket.send(lines);
    QVERIFY(!taken);
  }

  void nobodyElseReachesIt() {
    QVERIFY(RawSocket(port_).open());
    QVERIFY(!RawSocket(port_, "127.0.0.2").open());
    ifaddrs* all = nullptr;
    QCOMPARE(::getifaddrs(&all), 0);
    int others = 0;
    for (const ifaddrs* one = all; one != nullptr; one = one->ifa_next) {
      if (one->ifa_addr == nullptr || one->ifa_addr->sa_family != AF_INET) continue;
      if ((one->ifa_flags & IFF_LOOPBACK) != 0) continue;
      const auto* address = reinterpret_cast<const sockaddr_in*>(one->ifa_addr);
      ++others;
      QVERIFY(!RawSocket(port_, address->sin_addr).open());
    }
    ::freeifaddrs(all);
    qInfo("%d addresses of this machine besides 127.x", others);
    const Outcome open = shell_->run({"chip", "chimera:2", "--host", "0.0.0.0"});
    QCOMPARE(open.status, 1);
    QVERIFY2(open.err.contains("give it a token"), qPrintable(open.err));
  }

 private:
  CloudConfiguration configuration() const {
    return configurationFrom(
        {{"endpoint", "http://127.0.0.1:" + std::to_string(port_) + "/sapi/"}});
  }

  /// An ordinary client beside whatever goes on gets its answers.
  void worksFor(int problems) const {
    CloudConfiguration soon = configuration();
    soon.readTimeout = std::chrono::seconds(20);
    soon.retries = 0;
    try {
      CloudClient client(soon);
      const SolverProperties solver = client.chooseSolver();
      for (int k = 0; k < problems; ++k)
        QCOMPARE(client.submit(smallJob(solver, k)).wait().samples.reads(), std::size_t{3});
    } catch (const std::exception& error) {
      QFAIL(error.what());
    }
  }

  std::unique_ptr<Shell> shell_;
  std::unique_ptr<QProcess> chip_;
  int port_ = 0;
};

QTEST_GUILESS_MAIN(TestChipUnderLoad)
#include "TestChipUnderLoad.moc"
