#include <cmath>

#include <QtTest>

#include "core/cloud/Base64.h"
#include "core/cloud/CloudError.h"
#include "core/cloud/Deflate.h"
#include "core/cloud/JobRequest.h"
#include "core/cloud/QpAnswer.h"
#include "core/cloud/QubitPlacement.h"
#include "tests/TestProgram.h"
#include "tests/cloud/Exchanges.h"

using namespace nudge;
using namespace nudge::test;

namespace {

/// The one job of a recorded request.
Json jobOf(const Json& exchange) { return exchange["transcript"][0]["body"][0]; }

JobRequest requestOf(const Json& job, const QpData& data) {
  return {smallSolver().identity, data,
          job["type"] == "ising" ? ProblemType::Ising : ProblemType::Qubo, job["params"],
          job.value("label", "")};
}

QpData encoded(const std::vector<std::int32_t>& qubits, const std::vector<double>& linear,
               const std::vector<Coupling>& quadratic, double offset = 0) {
  return QpFormat(smallSolver()).encode(qubits, linear, quadratic, offset);
}

/// Byte for byte what was recorded, and as many bytes when packed.
void verifyBody(const Json& exchange, const QpData& data) {
  const Json job = jobOf(exchange);
  QCOMPARE(data.linear, job["data"]["lin"].get<std::string>());
  QCOMPARE(data.quadratic, job["data"]["quad"].get<std::string>());
  const JobRequest request = requestOf(job, data);
  const std::string body = requestBody(std::span(&request, 1));
  QCOMPARE(body, exchange["transcript"][0]["body"].dump());
  QCOMPARE(deflated(body).size(),
           exchange["transcript"][0]["body_bytes_on_wire"].get<std::size_t>());
}

ReplyJson answerOf(const Json& exchange) {
  return ReplyJson(exchange["transcript"].back()["response"]["body"]["answer"]);
}

/// The recorded decoding of an answer, qubit by qubit.
void verifyAnswer(const Json& exchange) {
  const QpAnswer answer = decodeAnswer(answerOf(exchange), "test");
  const Json& expected = exchange["decoded"];
  const bool bits = jobOf(exchange)["type"] == "qubo";
  QCOMPARE(answer.samples.size(), expected["energies"].size());
  QVERIFY(Json(answer.qubits) == expected["active_variables"]);
  for (std::size_t row = 0; row < answer.samples.size(); ++row) {
    std::vector<int> whole(static_cast<std::size_t>(answer.numQubits), bits ? 3 : 0);
    for (std::size_t k = 0; k < answer.qubits.size(); ++k) {
      const int spin = answer.samples.state(row)[k];
      whole[static_cast<std::size_t>(answer.qubits[k])] = bits ? (spin + 1) / 2 : spin;
    }
    QVERIFY(Json(whole) == expected["solutions"][row]);
    QCOMPARE(answer.samples.energy(row) + (bits ? 3 : 0), expected["energies"][row].get<double>());
    QVERIFY(expected["num_occurrences"][row] == answer.samples.occurrences(row));
  }
  const ReplyJson again = ReplyJson(encodeAnswer(answer));
  for (const char* key : {"active_variables", "energies", "num_occurrences", "solutions"}) {
    QVERIFY(again[key] == answerOf(exchange)[key]);
  }
}

}  // namespace

class TestQpFormat : public QObject {
  Q_OBJECT

 private slots:
  void base64() {
    const auto encode = [](std::string_view text) {
      return base64Of(std::as_bytes(std::span(text)));
    };
    const std::vector<std::pair<std::string, std::string>> cases{// RFC 4648, section 10
                                                                 {"", ""},
                                                                 {"f", "Zg=="},
                                                                 {"fo", "Zm8="},
                                                                 {"foo", "Zm9v"},
                                                                 {"foob", "Zm9vYg=="},
                                                                 {"fooba", "Zm9vYmE="},
                                                                 {"foobar", "Zm9vYmFy"}};
    for (const auto& [plain, text] : cases) {
      QCOMPARE(encode(plain), text);
      QCOMPARE(fromBase64(text, "test"), plain);
      QCOMPARE(base64Bytes(text), plain.size());
    }
    for (const char* wrong :
         {"Zg=", "Z===", "====", "Zh==", "Zm9=", "Zm9v!mFy", "Zm9vYm Fy", "Zg==Zg=="}) {
      QVERIFY2(!failureOf([&] { fromBase64(wrong, "test"); }).empty(), wrong);
    }
  }

  void deflateIsBounded() {
    const std::string zeros(10'000'000, '\0');
    const std::string packed = deflated(zeros);
    QVERIFY(inflated(packed, "test", zeros.size()) == zeros);
    QVERIFY(inflated(gzipped("abc"), "test", 10) == "abc");
    VERIFY_SAYS(inflated(packed, "test", 1000), "unpacks to more than 1000 bytes");
    VERIFY_SAYS(inflated(packed.substr(0, 100), "test", 1 << 30), "cut off");
    VERIFY_SAYS(inflated(packed + "x", "test", 1 << 30), "something else follows");
    VERIFY_SAYS(inflated("nonsense", "test", 1 << 30), "damaged");
  }

  void isingRequest() {
    NEEDS_EXCHANGE(recorded, "ex1_ising_full_transcript.json");
    verifyBody(recorded,
               encoded({0, 4, 7, 12}, {0.5, -1, 0, 0.25}, {{0, 1, -1}, {0, 2, 0.5}, {1, 3, 0.75}}));
    verifyAnswer(recorded);
  }

  void reverseRequest() {
    NEEDS_EXCHANGE(recorded, "ex2_reverse_anneal.json");
    verifyBody(recorded,
               encoded({0, 4, 7, 12}, {0.5, -1, 0, 0.25}, {{0, 1, -1}, {0, 2, 0.5}, {1, 3, 0.75}}));
    verifyAnswer(recorded);
    const std::vector<std::int32_t> qubits{0, 4, 7, 12};
    const std::vector<Spin> state{1, 1, -1, -1};
    QVERIFY(initialStateJson(16, qubits, state) == jobOf(recorded)["params"]["initial_state"]);
  }

  void quboRequest() {
    NEEDS_EXCHANGE(recorded, "ex3_qubo_offset.json");
    verifyBody(recorded, encoded({0, 4}, {1, 0.5}, {{0, 1, -2}}, 3));
    verifyAnswer(recorded);
  }

  void twiceGivenIsAddedUp() {
    NEEDS_EXCHANGE(recorded, "ex4_all_active_two_bytes.json");
    const SolverProperties solver = smallSolver();
    std::vector<double> linear;
    for (const auto& entry : recorded["h"].items()) linear.push_back(entry.value().get<double>());
    std::vector<Coupling> couplings;
    const auto placeOf = [&](int qubit) {
      return static_cast<std::int32_t>(
          std::find(solver.qubits.begin(), solver.qubits.end(), qubit) - solver.qubits.begin());
    };
    for (const auto& entry : recorded["J"].items()) {
      int a = 0, b = 0;
      std::sscanf(entry.key().c_str(), "(%d, %d)", &a, &b);
      couplings.push_back({placeOf(a), placeOf(b), entry.value().get<double>()});
    }
    verifyBody(recorded, encoded(solver.qubits, linear, couplings));
    verifyAnswer(recorded);
  }

  void problemsComeBack() {
    const QpFormat format(smallSolver());
    const QubitProblem problem{
        {0, 4, 7, 12},
        IsingProblem({0.5, -1, 0, 0.25}, {{0, 1, -1}, {0, 2, 0.5}, {1, 3, 0.75}}, 2)};
    const QubitProblem again = format.decode(format.encode(problem), ProblemType::Ising);
    QVERIFY(again.qubits == problem.qubits);
    QVERIFY(again.problem == problem.problem);
  }

  void whatTheSolverLacks() {
    VERIFY_SAYS(encoded({0, 6}, {0, 0}, {}), "no working qubit 6");
    VERIFY_SAYS(encoded({0, 99}, {0, 0}, {}), "no working qubit 99");
    VERIFY_SAYS(encoded({0, 1}, {0, 0}, {{0, 1, 1}}), "no working coupler between qubits 0 and 1");
    VERIFY_SAYS(encoded({0, 0}, {0, 0}, {}), "qubit 0 is used for two");
  }

  void spinsNamedByQubits() {
    const IsingProblem numbered({0, 0, 0, 0, 0.5, 0}, {{1, 4, -1}}, 2);
    const QubitProblem placed = onNamedQubits(numbered);
    QVERIFY((placed.qubits == std::vector<std::int32_t>{1, 4}));
    QCOMPARE(placed.problem.offset(), 2.0);
    const IsingProblem labelled({1, 0.5}, {{0, 1, -1}}, 0, {"12", "4"});
    QVERIFY((onNamedQubits(labelled).qubits == std::vector<std::int32_t>{4, 12}));
    QVERIFY((onNamedQubits(labelled).problem.fields()[0] == 0.5));
    SampleSet samples(2);
    samples.add(std::vector<Spin>{-1, 1}, 3, 4);
    const SampleSet all = ofAllSpins(samples, labelled);
    QVERIFY(all.state(0)[0] == 1 && all.state(0)[1] == -1 && all.occurrences(0) == 4);
    QVERIFY(onNamedQubits(all, labelled).state(0)[0] == -1);
    VERIFY_SAYS(onNamedQubits(IsingProblem({1}, {}, 0, {"a"})), "no qubit's number");
  }

  void brokenProblems() {
    const QpFormat format(smallSolver());
    QpData data = encoded({0, 4}, {1, 1}, {{0, 1, 1}});
    data.quadratic += "AAAAAAAAAAA=";
    VERIFY_SAYS(format.decode(data, ProblemType::Ising), "\"quad\"");
    data = encoded({0, 4}, {1, INFINITY}, {});
    VERIFY_SAYS(format.decode(data, ProblemType::Ising), "finite");
    data.linear.resize(40);
    VERIFY_SAYS(format.decode(data, ProblemType::Ising), "\"lin\"");
  }

  void brokenAnswers_data() {
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::newRow("base64") << "energies"
                            << "\"!!!!AAAAAAA=\"";
    QTest::newRow("wrong length") << "energies"
                                  << "\"AAAAAAAACMA=\"";
    QTest::newRow("one byte short") << "solutions"
                                    << "\"wGA=\"";
    QTest::newRow("huge count") << "num_variables"
                                << "4000000000";
    QTest::newRow("negative count") << "num_variables"
                                    << "-1";
    QTest::newRow("qubits beyond") << "num_variables"
                                   << "3";
    QTest::newRow("no occurrences") << "num_occurrences"
                                    << "\"AAAAAAAAAAAAAAAA\"";
    QTest::newRow("other format") << "format"
                                  << "\"bq\"";
    QTest::newRow("no text") << "solutions"
                             << "[1, 2]";
    QTest::newRow("not finite") << "energies"
                                << "\"AAAAAAAA+H8AAAAAAAAAwAAAAAAAAADA\"";
    QTest::newRow("timing") << "timing"
                            << "{\"qpu_access_time\": \"long\"}";
  }
  void brokenAnswers() {
    QFETCH(QString, key);
    QFETCH(QString, value);
    ReplyJson answer{{"format", "qp"},
                     {"num_variables", 16},
                     {"active_variables", "AAAAAAQAAAAHAAAADAAAAA=="},
                     {"energies", "AAAAAAAACMAAAAAAAAAAwAAAAAAAAADA"},
                     {"num_occurrences", "CAAAAAEAAAABAAAA"},
                     {"solutions", "wGDg"}};
    QCOMPARE(decodeAnswer(answer, "test").samples.reads(), std::size_t{10});
    answer[key.toStdString()] = ReplyJson::parse(value.toStdString());
    try {
      decodeAnswer(answer, "place");
      QFAIL("was taken");
    } catch (const CloudError& error) {
      QCOMPARE(error.fault(), CloudFault::Reply);
      QVERIFY(says(error.what(), "place"));
    }
  }

  void workedAnswer() {
    const ReplyJson answer{
        {"format", "qp"},
        {"num_variables", 16},
        {"active_variables", "AAAAAAEAAAAMAAAA"},
        {"energies", base64OfNumbers(std::span<const double>(std::vector<double>(6, -1.0)))},
        {"solutions", "YEDAgCCg"}};
    const QpAnswer decoded = decodeAnswer(answer, "test");
    QVERIFY(decoded.raw);
    const std::vector<std::vector<Spin>> expected{{-1, 1, 1},  {-1, 1, -1}, {1, 1, -1},
                                                  {1, -1, -1}, {-1, -1, 1}, {1, -1, 1}};
    for (std::size_t row = 0; row < expected.size(); ++row) {
      const auto state = decoded.samples.state(row);
      QVERIFY(std::vector<Spin>(state.begin(), state.end()) == expected[row]);
    }
  }

  void hostileJson() {
    VERIFY_SAYS(parseReply(std::string(10'000'000, '['), "place"), "nested deeper");
    VERIFY_SAYS(parseReply("{\"a\": 1, \"a\": 2}", "place"), "twice");
    VERIFY_SAYS(parseReply("[1, 2", "place"), "cut off");
    VERIFY_SAYS(parseReply("[1e999]", "place"), "out of range");
    VERIFY_SAYS(parseReply("<html>\x1b[2J", "place"), "<html> [2J");
  }

  void cleanedText() {
    QCOMPARE(cleaned("a\n\tb\x1b[31m"), std::string("a b [31m"));
    QCOMPARE(cleaned("\xc3\x28 \xc3\xa9"), std::string("( é"));
    QCOMPARE(cleaned(std::string(500, 'x'), 10), std::string(10, 'x') + "…");
  }
};

QTEST_APPLESS_MAIN(TestQpFormat)
#include "TestQpFormat.moc"
