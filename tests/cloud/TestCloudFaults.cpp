// The client on a server that fails: broken, late, misleading and missing answers.
#include <atomic>
#include <thread>

#include <QtTest>

#include "core/cloud/Deflate.h"
#include "core/cloud/SapiReply.h"
#include "tests/FreePort.h"
#include "tests/TestProgram.h"
#include "tests/cloud/SmallJob.h"
#include "tests/data/LocalServer.h"

using namespace nudge;
using namespace nudge::test;
using std::chrono::milliseconds;

namespace {

/// A server that says more than it should.
const std::string kBusy = R"({"error_code": 1, "error_msg": "busy \u001b[2J )" + kSecret + "\"}";
const std::string kOneFailed =
    R"([{"id": "one", "status": "FAILED", "error_message": "fake failure"}])";
const std::string kOneOffline =
    R"([{"id": "one", "status": "FAILED", "error_message": "the Solver is OFFLINE"}])";
const std::string kOnePending = R"([{"id": "one", "status": "PENDING"}])";
const std::string kOneCompleted = R"([{"id": "one", "status": "COMPLETED"}])";

/// A server that answers problems as a test wants it to.
class Scripted {
 public:
  using Answer = std::function<void(const httplib::Request&, httplib::Response&)>;

  Scripted() {
    const auto asked = [this](const httplib::Request& request, httplib::Response& response) {
      ++count[request.method];
      if (request.get_header_value("X-Auth-Token") != kSecret) ++withoutToken;
      answer[request.method](request, response);
    };
    server_.http().Get(".*", asked);
    server_.http().Post(".*", [=](const httplib::Request& request, httplib::Response& response,
                                  const httplib::ContentReader& reader) {
      reader([](const char*, std::size_t) { return true; });
      asked(request, response);
    });
    server_.http().Delete(".*", asked);
    answer["POST"] = [](const httplib::Request&, httplib::Response& response) {
      reply(response, kOnePending);
    };
    answer["DELETE"] = answer["POST"];
    server_.start();
  }

  static void reply(httplib::Response& response, const std::string& body,
                    const MediaType& type = media::kProblems) {
    response.set_content(body, mediaType(type));
  }
  std::string endpoint() const { return server_.url() + "/sapi/"; }

  std::map<std::string, Answer> answer;
  std::map<std::string, int> count;
  std::atomic<int> withoutToken = 0;

 private:
  LocalServer server_;
};

Failure submitTo(const Scripted& server, CloudConfiguration configuration) {
  configuration.endpoint = server.endpoint();
  CloudClient client(configuration);
  const CloudJob job = client.submit(smallJob());
  return faultOf([&] { (void)job.wait(); });
}

Failure submitTo(const Scripted& server) {
  return submitTo(server, configuredFor(server.endpoint()));
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

class TestCloudFaults : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase() { qputenv("no_proxy", "127.0.0.1"); }

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
    CloudClient client(configuredFor("http://127.0.0.1:" + std::to_string(freePort())));
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

QTEST_GUILESS_MAIN(TestCloudFaults)
#include "TestCloudFaults.moc"
