#include <atomic>
#include <thread>

#include <QtTest>

#include "core/chip/ChipFile.h"
#include "core/cloud/CloudClient.h"
#include "core/cloud/CloudError.h"
#include "core/cloud/Deflate.h"
#include "core/cloud/SapiReply.h"
#include "core/cloud/VirtualChip.h"
#include "core/ising/ExactSolver.h"
#include "tests/cloud/Exchanges.h"
#include "tests/data/LocalServer.h"

using namespace nudge;
using namespace nudge::test;
using std::chrono::milliseconds;

namespace {

const std::string kSecret = "DEV-0123456789abcdef";
/// A server that says more than it should.
const std::string kBusy = R"({"error_code": 1, "error_msg": "busy \u001b[2J )" + kSecret + "\"}";
const std::string kOneFailed =
    R"([{"id": "one", "status": "FAILED", "error_message": "fake failure"}])";
const std::string kOneOffline =
    R"([{"id": "one", "status": "FAILED", "error_message": "the Solver is OFFLINE"}])";
const std::string kOnePending = R"([{"id": "one", "status": "PENDING"}])";
const std::string kOneCompleted = R"([{"id": "one", "status": "COMPLETED"}])";

CloudConfiguration configuredFor(const std::string& endpoint) {
  CloudConfiguration configuration =
      configurationFrom({{"endpoint", endpoint}, {"token", kSecret}});
  configuration.retries = 2;
  configuration.readTimeout = milliseconds(1000);
  return configuration;
}

/// A server that answers problems as a test wants it to.
class Scripted {
 public:
  using Answer = std::function<void(const httplib::Request&, httplib::Response&)>;

  Scripted() {
    port_ = server_.bind_to_any_port("127.0.0.1");
    const auto asked = [this](const httplib::Request& request, httplib::Response& response) {
      ++count[request.method];
      if (request.get_header_value("X-Auth-Token") != kSecret) ++withoutToken;
      answer[request.method](request, response);
    };
    server_.Get(".*", asked);
    server_.Post(".*", [=](const httplib::Request& request, httplib::Response& response,
                           const httplib::ContentReader& reader) {
      reader([](const char*, std::size_t) { return true; });
      asked(request, response);
    });
    server_.Delete(".*", asked);
    thread_ = std::thread([this] { server_.listen_after_bind(); });
    while (!server_.is_running()) std::this_thread::sleep_for(milliseconds(1));
    answer["POST"] = [](const httplib::Request&, httplib::Response& response) {
      reply(response, kOnePending);
    };
    answer["DELETE"] = answer["POST"];
  }
  ~Scripted() {
    server_.stop();
    thread_.join();
  }

  static void reply(httplib::Response& response, const std::string& body,
                    const MediaType& type = media::kProblems) {
    response.set_content(body, mediaType(type));
  }
  std::string endpoint() const { return "http://127.0.0.1:" + std::to_string(port_) + "/sapi/"; }

  std::map<std::string, Answer> answer;
  std::map<std::string, int> count;
  std::atomic<int> withoutToken = 0;

 private:
  httplib::Server server_;
  int port_ = 0;
  std::thread thread_;
};

JobRequest smallJob() {
  const QubitProblem problem{{0, 4}, IsingProblem({1, 0}, {{0, 1, -1}})};
  return jobFor(smallSolver(), problem, {{"num_reads", 10}});
}

struct Failure {
  CloudFault fault = CloudFault::Configuration;
  std::string text;
};

template <class Action>
Failure faultOf(Action action) {
  try {
    action();
  } catch (const CloudError& error) {
    if (says(error.what(), kSecret)) qFatal("a message tells the token");
    return {error.fault(), error.what()};
  }
  return {CloudFault::Configuration, "no failure"};
}

Failure submitTo(const Scripted& server, CloudConfiguration configuration) {
  configuration.endpoint = server.endpoint();
  CloudClient client(configuration);
  const CloudJob job = client.submit(smallJob());
  return faultOf([&] { (void)job.wait(); });
}

Failure submitTo(const Scripted& server) {
  return submitTo(server, configuredFor(server.endpoint()));
}

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

/// With ' for ".
std::string quoted(std::string text) {
  std::replace(text.begin(), text.end(), '\'', '"');
  return text;
}

/// What no answer to a submission can be.
std::vector<std::pair<const char*, std::string>> brokenBodies() {
  std::vector<std::pair<const char*, std::string>> bodies;
  bodies.emplace_back("cut off", quoted("[{'id': 'one', 'stat"));
  bodies.emplace_back("brackets", std::string(10000000, '['));
  bodies.emplace_back("no list", "{}");
  bodies.emplace_back("other length", "[]");
  bodies.emplace_back("no status", quoted("[{'id': 'one'}]"));
  bodies.emplace_back("odd status", quoted("[{'id': 'one', 'status': 'DREAMING'}]"));
  bodies.emplace_back("base64",
                      quoted("[{'id': 'one', 'status': 'COMPLETED', 'answer': {'format': 'qp', "
                             "'num_variables': 16, 'active_variables': '!!!!', 'energies': '', "
                             "'solutions': ''}}]"));
  return bodies;
}

void set(httplib::Response& response, int status, const std::string& body) {
  response.status = status;
  response.set_content(body, "application/json");
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

  void brokenAnswers_data() {
    QTest::addColumn<QString>("body");
    for (const auto& [name, body] : brokenBodies()) {
      QTest::newRow(name) << QString::fromStdString(body);
    }
  }
  void brokenAnswers() {
    QFETCH(QString, body);
    Scripted server;
    server.answer["POST"] = [&](const httplib::Request&, httplib::Response& response) {
      Scripted::reply(response, body.toStdString());
    };
    QCOMPARE(submitTo(server).fault, CloudFault::Reply);
    QCOMPARE(server.count["POST"], 1);
  }

  void postsAreNeverRepeated() {
    for (const int status : {429, 500, 503}) {
      Scripted server;
      server.answer["POST"] = [=](const httplib::Request&, httplib::Response& response) {
        response.set_header("Retry-After", "0");
        set(response, status, kBusy);
      };
      const Failure failure = submitTo(server);
      QCOMPARE(failure.fault, status == 429 ? CloudFault::Limits : CloudFault::Server);
      QVERIFY2(says(failure.text, "busy [2J ***"), failure.text.c_str());
      QCOMPARE(server.count["POST"], 1);
    }
  }

  void silence() {
    Scripted server;
    server.answer["POST"] = [](const httplib::Request&, httplib::Response&) {
      std::this_thread::sleep_for(milliseconds(3000));
    };
    const Failure failure = submitTo(server);
    QCOMPARE(failure.fault, CloudFault::Timeout);
    QVERIFY(says(failure.text, "is not known"));
  }

  void nobodyListens() {
    CloudClient client(
        configuredFor("http://127.0.0.1:" + std::to_string(LocalServer::closedPort())));
    QCOMPARE(faultOf([&] { (void)client.chooseSolver(); }).fault, CloudFault::Network);
  }

  void failuresOfPollsPass() {
    Scripted server;
    server.answer["GET"] = [&](const httplib::Request&, httplib::Response& response) {
      if (server.count["GET"] <= 2) return set(response, 500, "oops");
      Scripted::reply(response, kOneFailed);
    };
    const Failure failure = submitTo(server);
    QCOMPARE(failure.fault, CloudFault::Failed);
    QVERIFY(says(failure.text, "fake failure"));
    QCOMPARE(server.count["GET"], 3);
    server.answer["GET"] = [&](const httplib::Request&, httplib::Response& response) {
      set(response, 500, "oops");
    };
    QCOMPARE(submitTo(server).fault, CloudFault::Server);
  }

  void retryAfter() {
    Scripted server;
    server.answer["GET"] = [&](const httplib::Request&, httplib::Response& response) {
      if (server.count["GET"] > 1) {
        return Scripted::reply(response, kOneOffline);
      }
      response.set_header("Retry-After", "1");
      set(response, 429, "{}");
    };
    const auto begun = std::chrono::steady_clock::now();
    QCOMPARE(submitTo(server).fault, CloudFault::Offline);
    QVERIFY(std::chrono::steady_clock::now() - begun >= milliseconds(1000));
    QCOMPARE(server.count["GET"], 2);
  }

  void neverDone() {
    Scripted server;
    server.answer["GET"] = [](const httplib::Request&, httplib::Response& response) {
      Scripted::reply(response, kOnePending);
    };
    CloudConfiguration configuration = configuredFor(server.endpoint());
    configuration.pollingTimeout = milliseconds(700);
    QCOMPARE(submitTo(server, configuration).fault, CloudFault::Timeout);
    QVERIFY(server.count["GET"] < 20);  // though it answers at once
  }

  void answersThatDoNotCome() {
    Scripted server;
    server.answer["POST"] = [](const httplib::Request&, httplib::Response& response) {
      Scripted::reply(response, kOneCompleted);
    };
    server.answer["GET"] = [](const httplib::Request&, httplib::Response& response) {
      Scripted::reply(response, "{\"answer\": {\"form", media::kProblem);
    };
    const Failure failure = submitTo(server);
    QCOMPARE(failure.fault, CloudFault::Reply);
    QVERIFY(says(failure.text, "is completed at the server"));
    QCOMPARE(server.count["GET"], 3);
  }

  void redirects() {
    Scripted other, server;
    server.answer["GET"] = [](const httplib::Request& request, httplib::Response& response) {
      response.set_redirect(request.path);
    };
    CloudClient client(configuredFor(server.endpoint()));
    QVERIFY(
        says(faultOf([&] { (void)client.chooseSolver(); }).text, "redirects more than 10 times"));
    QCOMPARE(server.count["GET"], 11);
    server.answer["GET"] = [&](const httplib::Request&, httplib::Response& response) {
      response.set_redirect(other.endpoint());
    };
    QVERIFY(says(faultOf([&] { (void)client.chooseSolver(); }).text, "another server"));
    QCOMPARE(other.count["GET"], 0);
    QCOMPARE(server.withoutToken.load(), 0);
  }

  void otherMediaTypes() {
    Scripted server;
    server.answer["GET"] = [](const httplib::Request&, httplib::Response& response) {
      response.set_content("[]", "text/html");
    };
    CloudClient client(configuredFor(server.endpoint()));
    QCOMPARE(faultOf([&] { (void)client.chooseSolver(); }).fault, CloudFault::Reply);
    QVERIFY(isMediaType("application/vnd.dwave.sapi.problems+json; version=3.0.0; charset=utf-8",
                        media::kProblems));
    QVERIFY(isMediaType("application/vnd.dwave.sapi.problems+json; charset=utf-8; version=3.1",
                        media::kProblems));
    QVERIFY(
        !isMediaType("application/vnd.dwave.sapi.problems+json; version=2.0.0", media::kProblems));
    QVERIFY(!isMediaType("application/vnd.dwave.sapi.problems+json", media::kProblems));
  }

  void theClientGoesAway() {
    Scripted server;
    server.answer["GET"] = [](const httplib::Request&, httplib::Response& response) {
      std::this_thread::sleep_for(milliseconds(500));
      Scripted::reply(response, "[]");
    };
    std::optional<CloudJob> job;
    {
      CloudClient client(configuredFor(server.endpoint()));
      job = client.submit(smallJob());
      std::this_thread::sleep_for(milliseconds(100));
    }
    QCOMPARE(faultOf([&] { (void)job->wait(); }).fault, CloudFault::Canceled);
    job->cancel();
  }
};

QTEST_GUILESS_MAIN(TestCloudClient)
#include "TestCloudClient.moc"
