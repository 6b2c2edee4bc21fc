#include <sys/stat.h>

#include <QTemporaryDir>
#include <QtTest>

#include "core/cloud/CloudError.h"
#include "core/cloud/Configuration.h"
#include "tests/TestProgram.h"
#include "tests/cloud/Exchanges.h"

using namespace nudge;
using namespace nudge::test;
namespace fs = std::filesystem;

class TestConfiguration : public QObject {
  Q_OBJECT

  QTemporaryDir folder_;
  std::map<std::string, std::string> environment_;

  fs::path path(const std::string& name) const {
    return fs::path(folder_.path().toStdString()) / name;
  }
  ConfigurationSources sources() const {
    ConfigurationSources result;
    result.environment = [this](const char* name) {
      const auto found = environment_.find(name);
      return found == environment_.end() ? std::string() : found->second;
    };
    result.search = {path("system.conf"), path("user.conf")};
    return result;
  }
  static bool equal(const Settings& settings, const Json& expected) {
    return Json(settings) == Json(expected.get<std::map<std::string, std::string>>());
  }

 private slots:
  void initTestCase() {
    writeFileAtomically(path("system.conf"), "[sys]\nregion = eu-central-1\n");
    writeFileAtomically(path("user.conf"),
                        "# mine\n[defaults]\nclient = base\ntoken: TOK-123\nprofile = second\n\n"
                        "[first]\nendpoint = http://first.invalid/sapi\n"
                        "[second]\nendpoint = http://127.0.0.1:39127/sapi\n"
                        "solver = {\"topology__type\": \"chimera\", \"num_qubits__gte\": 10}\n"
                        "request_timeout = (5, 90)\npoll_strategy = backoff\n"
                        "headers = X-A: 1\n   X-B: 2\nHTTP_retry_total = 3\n"
                        "compress_qpu_problem_data = false\nregion =\n");
  }
  void init() { environment_.clear(); }

  void precedence() {
    NEEDS_EXCHANGE(recorded, "ex6_config_precedence.json");
    ConfigurationSources from = sources();
    QVERIFY(equal(gatherSettings(from), recorded["file_only"]));
    environment_["DWAVE_API_REGION"] = "na-east-1";
    QVERIFY(equal(gatherSettings(from), recorded["env_region_clears_file_endpoint"]));
    from.given["endpoint"] = "http://kw/sapi";
    QVERIFY(equal(gatherSettings(from), recorded["kwarg_endpoint_clears_env_region"]));
    from.given.clear();
    environment_.clear();
    environment_["DWAVE_API_SOLVER"] = "Fake_system1.1";
    QVERIFY(equal(gatherSettings(from), recorded["env_solver"]));
    environment_.clear();
    from.profile = "first";
    QVERIFY(equal(gatherSettings(from), recorded["profile_first"]));
    from.profile = "sys";
    QVERIFY(equal(gatherSettings(from), recorded["profile_sys"]));
    from.profile = "nope";
    VERIFY_SAYS(gatherSettings(from), "no profile \"nope\"");
    from.profile.clear();
    from.file = "/nope.conf";
    VERIFY_SAYS(gatherSettings(from), "/nope.conf");
    from.file = "";
    from.given["token"] = "x";
    QVERIFY(equal(gatherSettings(from), recorded["config_file_False"]));
  }

  void understood() {
    const CloudConfiguration c = configurationFrom(gatherSettings(sources()));
    QCOMPARE(c.endpoint, std::string("http://127.0.0.1:39127/sapi/"));
    QCOMPARE(c.token.reveal(), std::string("TOK-123"));
    QVERIFY(c.poll == PollStrategy::BackOff && !c.compress && c.retries == 3);
    QVERIFY(c.connectTimeout.count() == 5000 && c.readTimeout.count() == 90'000);
    QVERIFY((c.headers ==
             std::vector<std::pair<std::string, std::string>>{{"X-A", "1"}, {"X-B", "2"}}));
    QCOMPARE(configurationFrom({}).endpoint, std::string("https://cloud.dwavesys.com/sapi/"));
  }

  void refused() {
    VERIFY_SAYS(configurationFrom({{"endpoint", "http://example.com/sapi"}}), "use https");
    VERIFY_SAYS(configurationFrom({{"endpoint", "http://127.evil.example/"}}), "use https");
    VERIFY_SAYS(configurationFrom({{"endpoint", "file:///etc"}}), "is no address");
    VERIFY_SAYS(configurationFrom({{"region", "mars"}}), "region \"mars\"");
    VERIFY_SAYS(configurationFrom({{"permissive_ssl", "true"}}), "certificates are always checked");
    VERIFY_SAYS(configurationFrom({{"request_timeout", "soon"}}), "request_timeout");
    VERIFY_SAYS(configurationFrom({{"poll_strategy", "guess"}}), "poll_strategy");
    VERIFY_SAYS(parseIni("token = a\n", "f"), "f: line 1 stands before");
    VERIFY_SAYS(parseIni("[a]\n[a]\n", "f"), "line 2");
    VERIFY_SAYS(parseIni("[a]\nx\n", "f"), "key = value");
  }

  void tokensStayHidden() {
    const std::string secret = "DEV-0123456789abcdef";
    const Token token(secret);
    QCOMPARE(token.text(), std::string_view("***"));
    QCOMPARE(token.hiddenIn("a " + secret + " b " + secret), std::string("a *** b ***"));
    const std::string failure = failureOf([&] { Token(secret + "\n"); });
    QVERIFY(!failure.empty() && !says(failure, secret));
    VERIFY_SAYS(parseIni("[a]\n" + secret + "\n", "f"), "line 2");
    QVERIFY(!says(failureOf([&] { parseIni("[a]\n" + secret + "\n", "f"); }), secret));
    const std::string address = failureOf([&] {
      configurationFrom({{"endpoint", "https://u:" + secret + "@h/"}});
    });
    QVERIFY(!address.empty() && !says(address, secret));
  }

  void tokensAreStoredPrivately() {
    const fs::path file = path("new") / "dwave.conf";
    storeToken(Token("first"), file, "mine");
    struct stat status {};
    QVERIFY(::stat(file.c_str(), &status) == 0);
    QCOMPARE(status.st_mode & 0777, mode_t{0600});
    QVERIFY(::stat(file.parent_path().c_str(), &status) == 0);
    QCOMPARE(status.st_mode & 0777, mode_t{0700});
    writeFileAtomically(file, "[other]\ntoken = kept\n[mine]\nsolver = s\ntoken = first");
    storeToken(Token("second"), file, "mine");
    const IniFile ini = parseIni(readFile(file, 10'000), "f");
    QCOMPARE(ini.find("mine")->at("token"), std::string("second"));
    QCOMPARE(ini.find("mine")->at("solver"), std::string("s"));
    QCOMPARE(ini.find("other")->at("token"), std::string("kept"));
    QVERIFY(::stat(file.c_str(), &status) == 0);
    QCOMPARE(status.st_mode & 0777, mode_t{0600});
  }
};

QTEST_APPLESS_MAIN(TestConfiguration)
#include "TestConfiguration.moc"
