// The client on the virtual chip: problems of every kind, many at once, and what is refused.
#include <QtTest>

#include "core/chip/ChipFile.h"
#include "core/cloud/Deflate.h"
#include "core/cloud/HttpLibrary.h"
#include "core/cloud/VirtualChip.h"
#include "core/ising/ExactSolver.h"
#include "tests/TestProgram.h"
#include "tests/cloud/SmallJob.h"

using namespace nudge;
using namespace nudge::test;
using std::chrono::milliseconds;

namespace {

/// The chip's first qubits, coupled as it couples them.
QubitProblem someProblem(const SolverProperties& solver, std::size_t qubits) {
  QubitProblem result;
  result.qubits.assign(solver.qubits.begin(), solver.qubits.begin() + static_cast<long>(qubits));
  std::vector<Coupling> couplings;
  for (const auto& [a, b] : solver.couplers) {
    const auto i = std::find(result.qubits.begin(), result.qubits.end(), a) - result.qubits.begin();
    const auto j = std::find(result.qubits.begin(), result.qubits.end(), b) - result.qubits.begin();
    if (i == static_cast<long>(qubits) || j == static_cast<long>(qubits)) continue;
    couplings.push_back({static_cast<std::int32_t>(i), static_cast<std::int32_t>(j),
                         (i + j) % 3 == 0 ? 1.0 : -0.5});
  }
  std::vector<double> fields(qubits);
  for (std::size_t k = 0; k < qubits; ++k) fields[k] = 0.1 * static_cast<double>(k % 5) - 0.2;
  result.problem = IsingProblem(std::move(fields), std::move(couplings), 2.5);
  return result;
}

}  // namespace

class TestCloudClient : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase() { qputenv("no_proxy", "127.0.0.1"); }

  void forward() {
    VirtualChipSettings settings;
    settings.token = Token(kSecret);
    const VirtualChip chip(openChip("chimera:4"), settings);
    CloudClient client(configuredFor(chip.endpoint()));
    const SolverProperties solver = client.chooseSolver();
    QCOMPARE(solver.identity.name, settings.name);
    QVERIFY(solver.couplers == chip.solver().couplers);
    const QubitProblem problem = someProblem(solver, 16);
    const QpAnswer answer = client.submit(jobFor(solver, problem, {{"num_reads", 50}})).wait();
    const SampleSet samples = samplesOf(answer, problem);
    QCOMPARE(samples.reads(), std::size_t{50});
    for (std::size_t row = 0; row < samples.size(); ++row) {
      QVERIFY(std::abs(samples.energy(row) - problem.problem.energy(samples.state(row))) < 1e-9);
      QVERIFY(row == 0 || samples.energy(row) >= samples.energy(row - 1));
    }
    QVERIFY(std::abs(samples.energy(0) - groundStates(problem.problem, 1, {}).energy(0)) < 1e-9);
    TimeTerms use;
    use.qubits = 16;
    use.reads = 50;
    QVERIFY(answer.timing == estimateTime(solver, use));
  }

  void reverseStaysWhereItBegan() {
    const VirtualChip chip(openChip("pegasus:2"));
    CloudClient client(configuredFor(chip.endpoint()));
    const SolverProperties solver = client.chooseSolver();
    const QubitProblem problem = someProblem(solver, 12);
    const std::vector<Spin> state = {1, -1, 1, 1, -1, -1, 1, -1, 1, -1, -1, 1};
    Json parameters{{"num_reads", 20}, {"answer_mode", "raw"}};
    parameters["anneal_schedule"] = {{0, 1}, {1, 0.95}, {2, 1}};
    parameters["initial_state"] = initialStateJson(solver.numQubits, problem.qubits, state);
    for (const bool reinitialize : {true, false}) {
      parameters["reinitialize_state"] = reinitialize;
      const QpAnswer answer = client.submit(jobFor(solver, problem, parameters)).wait();
      QVERIFY(answer.raw);
      QCOMPARE(answer.samples.size(), std::size_t{20});
    }
    parameters.erase("initial_state");
    QCOMPARE(faultOf([&] { jobFor(solver, problem, parameters); }).fault, CloudFault::Problem);
  }

  void qubosAreBits() {
    const VirtualChip chip(openChip("chimera:1"));
    CloudClient client(configuredFor(chip.endpoint()));
    const SolverProperties solver = client.chooseSolver();
    const std::vector<std::int32_t> qubits{0, 4};
    const std::vector<double> linear{1, 0.5};
    const std::vector<Coupling> quadratic{{0, 1, -2}};
    const QpData data = QpFormat(solver).encode(qubits, linear, quadratic, 3);
    const QpAnswer answer =
        client.submit({solver.identity, data, ProblemType::Qubo, {{"num_reads", 20}}, "q"}).wait();
    QCOMPARE(answer.samples.energy(0), -0.5);  // 1 + 0.5 − 2, without the offset
    QCOMPARE(int{answer.samples.state(0)[0]}, 1);
  }

  void manyInFlight() {
    const VirtualChip chip(openChip("chimera:2"));
    CloudClient client(configuredFor(chip.endpoint()));
    const SolverProperties solver = client.chooseSolver();
    const QubitProblem problem = someProblem(solver, 10);
    std::vector<CloudJob> jobs;
    jobs.reserve(150);
    for (int k = 0; k < 150; ++k)
      jobs.push_back(client.submit(jobFor(solver, problem, {{"num_reads", 5}})));
    for (const CloudJob& job : jobs) QCOMPARE(job.wait().samples.reads(), std::size_t{5});
  }

  void backOffPolling() {
    const VirtualChip chip(openChip("chimera:1"));
    CloudConfiguration configuration = configuredFor(chip.endpoint());
    configuration.poll = PollStrategy::BackOff;
    configuration.compress = false;
    CloudClient client(configuration);
    const SolverProperties solver = client.chooseSolver();
    const CloudJob job = client.submit(jobFor(solver, someProblem(solver, 8), {{"num_reads", 5}}));
    QCOMPARE(job.wait().samples.reads(), std::size_t{5});
    QCOMPARE(job.state(), JobState::Completed);
  }

  void cancelling() {
    VirtualChipSettings settings;
    settings.physics.sweepsPerMicrosecond = 50;
    const VirtualChip chip(openChip("pegasus:6"), settings);
    CloudClient client(configuredFor(chip.endpoint()));
    const SolverProperties solver = client.chooseSolver();
    const Json parameters{{"num_reads", 400}, {"annealing_time", 2000}};
    const CloudJob job = client.submit(jobFor(solver, someProblem(solver, 200), parameters));
    const CloudJob other = client.submit(jobFor(solver, someProblem(solver, 200), parameters));
    std::stop_source stop;
    std::chrono::steady_clock::time_point asked;
    std::jthread stopper([&] {
      std::this_thread::sleep_for(milliseconds(200));
      asked = std::chrono::steady_clock::now();
      stop.request_stop();
    });
    QVERIFY_EXCEPTION_THROWN((void)job.wait(stop.get_token()), Cancelled);
    const auto waited = std::chrono::steady_clock::now() - asked;
    qInfo("cancelled after %.1f ms", std::chrono::duration<double, std::milli>(waited).count());
    QVERIFY(waited < milliseconds(1000));  // generous: machines are shared
    QCOMPARE(faultOf([&] { (void)job.wait(); }).fault, CloudFault::Canceled);
    other.cancel();
    QCOMPARE(faultOf([&] { (void)other.wait(); }).fault, CloudFault::Canceled);
    QCOMPARE(other.state(), JobState::Canceled);
  }

  void whatTheChipRefuses() {
    const VirtualChip chip(openChip("chimera:1"));
    CloudClient client(configuredFor(chip.endpoint()));
    const SolverProperties solver = client.chooseSolver();
    JobRequest request = jobFor(solver, someProblem(solver, 8), {{"num_reads", 5}});
    request.parameters["num_reads"] = 20'000;
    Failure failure = faultOf([&] { (void)client.submit(request).wait(); });
    QCOMPARE(failure.fault, CloudFault::Rejected);
    QVERIFY2(says(failure.text, "num_reads"), failure.text.c_str());
    request.parameters = {{"num_read", 5}};
    QVERIFY(says(faultOf([&] { (void)client.submit(request).wait(); }).text,
                 "did you mean num_reads?"));
    request.parameters = Json::object();
    request.data.quadratic = "AAAA";
    QVERIFY(says(faultOf([&] { (void)client.submit(request).wait(); }).text, "quad"));
    QubitProblem strong{{0, 4}, IsingProblem({9, 0}, {})};
    QVERIFY(says(faultOf([&] {
                   (void)client.submit(jobFor(solver, strong, {{"auto_scale", false}})).wait();
                 }).text,
                 "h of qubit 0"));
    QCOMPARE(faultOf([&] { (void)client.chooseSolver(SolverFilter::parse("Nope")); }).fault,
             CloudFault::NotFound);
  }

  void refusedToken() {
    VirtualChipSettings settings;
    settings.token = Token("another");
    const VirtualChip chip(openChip("chimera:1"), settings);
    CloudClient client(configuredFor(chip.endpoint()));
    const Failure failure = faultOf([&] { (void)client.chooseSolver(); });
    QCOMPARE(failure.fault, CloudFault::Token);
    QVERIFY(says(failure.text, "DWAVE_API_TOKEN"));
  }

  void chipKeepsItsLimits() {
    VirtualChipSettings settings;
    settings.largestBody = 100'000;
    const VirtualChip chip(openChip("chimera:1"), settings);
    httplib::Client raw("127.0.0.1", chip.port());
    const auto post = [&](const std::string& body, bool packed) {
      httplib::Headers headers;
      if (packed) headers.emplace("Content-Encoding", "deflate");
      const auto result = raw.Post("/sapi/problems/", headers, body, "");
      return result ? result->status : -1;
    };
    QVERIFY(post(deflated(std::string(50'000'000, '[')), true) >= 400);  // a bomb
    QVERIFY(post(std::string(200'000, 'x'), false) >= 400);
    QCOMPARE(post(std::string(50'000, '['), false), 400);
    QCOMPARE(post("[]", false), 400);
    QCOMPARE(post("\x78\x9c nonsense", true), 400);
    QCOMPARE(raw.Get("/sapi/problems/nope/")->status, 404);
    QCOMPARE(raw.Get("/sapi/problems/?id=a&timeout=31")->status, 400);
    QCOMPARE(raw.Get("/elsewhere")->status, 404);
    const auto list = raw.Get("/sapi/solvers/remote/?filter=all%2C-status%2C-avg_load");
    const auto again = raw.Get("/sapi/solvers/remote/?filter=all%2C-status%2C-avg_load",
                               {{"If-None-Match", list->get_header_value("ETag")}});
    QCOMPARE(again->status, 304);
    VirtualChipSettings open;
    open.host = "0.0.0.0";
    VERIFY_SAYS(VirtualChip(openChip("chimera:1"), open), "give it a token");
  }
};

QTEST_GUILESS_MAIN(TestCloudClient)
#include "TestCloudClient.moc"
