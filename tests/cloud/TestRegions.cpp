// Regions of D-Wave's cloud, looked up at a server of our own.
#include <atomic>

#include <QtTest>

#include "core/cloud/CloudError.h"
#include "core/cloud/Configuration.h"
#include "core/cloud/SapiReply.h"
#include "tests/TestProgram.h"
#include "tests/cloud/Exchanges.h"
#include "tests/cloud/SmallJob.h"
#include "tests/data/LocalServer.h"

using namespace nudge;
using namespace nudge::test;

namespace {

std::string listed(const std::string& code, const std::string& endpoint) {
  return Json{{"code", code}, {"name", "Somewhere"}, {"endpoint", endpoint}}.dump();
}
const std::string kRegions = "[" + listed("na-west-1", "https://na-west-1.example/sapi/v2/") + "," +
                             listed("mars-1", "https://mars-1.example/sapi/v2") + "]";

/// A metadata service that answers all with one thing.
class Metadata {
 public:
  explicit Metadata(const std::string& body, const std::string& type = mediaType(media::kRegions),
                    int status = 200) {
    server_.http().Get(".*",
                       [=, this](const httplib::Request& request, httplib::Response& response) {
                         ++asked;
                         if (request.path != "/v1/regions/" || request.has_header("X-Auth-Token"))
                           ++wrong;
                         response.status = status;
                         response.set_content(body, type);
                       });
    server_.start();
  }

  /// As loadConfiguration() puts it together.
  CloudConfiguration configure(const std::string& region, const std::stop_token& stop = {}) const {
    const Settings settings{
        {"region", region}, {"token", kSecret}, {"metadata_api_endpoint", server_.url() + "/v1"}};
    return configurationFrom(
        settings, [&](const CloudConfiguration& network) { return fetchRegions(network, stop); });
  }

  std::atomic<int> asked = 0;
  std::atomic<int> wrong = 0;  ///< for another path, or with a token

 private:
  LocalServer server_;
};

}  // namespace

class TestRegions : public QObject {
  Q_OBJECT
 private slots:
  void areLookedUpOnce() {
    const Metadata service(kRegions);
    const CloudConfiguration mars = service.configure("mars-1");
    QCOMPARE(mars.endpoint, std::string("https://mars-1.example/sapi/v2/"));
    QVERIFY(mars.warning.empty());
    QVERIFY(mars.token == Token(kSecret));
    service.configure("mars-1");
    QCOMPARE(service.asked.load(), 1);
    QCOMPARE(service.wrong.load(), 0);
  }

  void theUsualOneIsNot() {
    const Metadata service(kRegions);
    QCOMPARE(service.configure("na-west-1").endpoint, configurationFrom({}).endpoint);
    QCOMPARE(service.configure("").endpoint, configurationFrom({}).endpoint);
    QCOMPARE(service.asked.load(), 0);
  }

  void anUnknownCodeIsRefused() {
    const Metadata service(kRegions);
    VERIFY_SAYS(service.configure("venus"), "region \"venus\" is unknown");
    VERIFY_SAYS(service.configure("venus"), "na-west-1, mars-1");
  }

  void withoutAListTheDocumentedOnesAreKnown_data() {
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<int>("status");
    const QByteArray right = mediaType(media::kRegions).c_str();
    QTest::newRow("a failure") << QByteArray("oops") << QByteArray("text/plain") << 500;
    QTest::newRow("another type") << QByteArray(kRegions.c_str()) << QByteArray("text/html") << 200;
    QTest::newRow("another version")
        << QByteArray(kRegions.c_str()) << QByteArray(right).replace("1.0.0", "2.0.0") << 200;
    QTest::newRow("no JSON") << QByteArray("[{") << right << 200;
    QTest::newRow("no list") << QByteArray("{}") << right << 200;
    QTest::newRow("nothing") << QByteArray("[]") << right << 200;
    QTest::newRow("no codes") << QByteArray("[{\"endpoint\": 1}]") << right << 200;
    QTest::newRow("brackets") << QByteArray(1'000'000, '[') << right << 200;
  }

  void withoutAListTheDocumentedOnesAreKnown() {
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, type);
    QFETCH(int, status);
    const Metadata service(body.toStdString(), type.toStdString(), status);
    const CloudConfiguration known = service.configure("eu-central-1");
    QCOMPARE(known.endpoint, std::string("https://eu-central-1.cloud.dwavesys.com/sapi/v2/"));
    QVERIFY2(says(known.warning, "eu-central-1") && says(known.warning, "127.0.0.1"),
             known.warning.c_str());
    VERIFY_SAYS(service.configure("mars-1"), "region \"mars-1\" is unknown");
    // What is no list is not kept.
    QVERIFY(service.asked > 1);
    QCOMPARE(service.wrong.load(), 0);
  }

  void nobodyListens() {
    const auto began = std::chrono::steady_clock::now();
    const CloudConfiguration known = configurationFrom(
        {{"region", "na-east-1"}, {"metadata_api_endpoint", "http://127.0.0.1:1/"}},
        [](const CloudConfiguration& network) { return fetchRegions(network, {}); });
    QCOMPARE(known.endpoint, std::string("https://na-east-1.cloud.dwavesys.com/sapi/v2/"));
    QVERIFY(!known.warning.empty());
    QVERIFY(std::chrono::steady_clock::now() - began < std::chrono::seconds(30));
  }

  void aTokenIsNotSentReadableToWhereTheListSays() {
    const Metadata service("[" + listed("mars-1", "http://mars-1.example/sapi/") + "]");
    VERIFY_SAYS(service.configure("mars-1"), "use https");
    VERIFY_SAYS(configurationFrom({{"metadata_api_endpoint", "http://mars.example/"}}),
                "metadata_api_endpoint");
  }

  void stopsWhenAsked() {
    const Metadata service(kRegions);
    std::stop_source stop;
    stop.request_stop();
    QVERIFY_EXCEPTION_THROWN(service.configure("mars-1", stop.get_token()), Cancelled);
  }
};

QTEST_GUILESS_MAIN(TestRegions)
#include "TestRegions.moc"
