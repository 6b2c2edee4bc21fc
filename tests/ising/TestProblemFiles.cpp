// Problems as files: both formats, what is refused and with which words, the reference instances.
#include <sstream>

#include <QTemporaryDir>
#include <QtTest>

#include "core/base/AtomicFile.h"
#include "core/base/StrictJson.h"
#include "core/ising/BqmFile.h"
#include "core/ising/CooFile.h"
#include "core/ising/ProblemFile.h"
#include "tests/SharedData.h"
#include "tests/TestProgram.h"
#include "tests/data/Failure.h"
#include "tests/ising/Problems.h"

using namespace nudge;
using namespace nudge::test;

namespace {

/// A BQM of dimod whose parts a test replaces.
Json smallBqm() {
  return parseJson(R"({"type": "BinaryQuadraticModel", "version": {"bqm_schema": "3.0.0"},
    "use_bytes": false, "index_type": "uint16", "bias_type": "float64", "num_variables": 3,
    "num_interactions": 2, "variable_labels": ["a", 7, ["x", 1]], "variable_type": "SPIN",
    "offset": 0.5, "info": {}, "linear_biases": [1.0, -2.0, 0.0], "quadratic_biases": [0.25, -1.0],
    "quadratic_head": [0, 2], "quadratic_tail": [1, 1]})",
                   "small");
}

IsingProblem parsed(const Json& json) { return parseBqm(json.dump(), "b.json"); }

}  // namespace

class TestProblemFiles : public QObject {
  Q_OBJECT
 private slots:
  void cooIsRead() {
    const IsingProblem problem =
        parseCoo("# a comment\r\n0 0 1.5\n\n2 1 -0.25 # and here\n\t1  1\t+2e-1", "p");
    QCOMPARE(problem.spins(), std::size_t{3});
    QCOMPARE(problem.fields()[0], 1.5);
    QCOMPARE(problem.fields()[1], 0.2);
    QCOMPARE(problem.fields()[2], 0.0);
    QCOMPARE(problem.couplings().size(), std::size_t{1});
    QVERIFY((problem.couplings()[0] == Coupling{1, 2, -0.25}));
    QCOMPARE(parseCoo("5 1\n0 1 1\n", "p").spins(), std::size_t{5});
    QCOMPARE(parseCoo("3 0\n", "p").spins(), std::size_t{3});
  }

  void cooOfBitsIsConverted() {
    const IsingProblem problem = parseCoo("# vartype=BINARY\n0 0 -1\n0 1 2\n", "p");
    QCOMPARE(problem.energy(std::vector<Spin>{1, -1}), -1.0);
    QCOMPARE(problem.energy(std::vector<Spin>{1, 1}), 1.0);
    QCOMPARE(problem.energy(std::vector<Spin>{-1, 1}), 0.0);
  }

  void badCooIsRefusedWithItsLine_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("empty") << QByteArray("# nothing\n") << QByteArray("p: holds no problem");
    QTest::newRow("cut off") << QByteArray("0 1 1\n1 2") << QByteArray("line 2: has 2 parts");
    QTest::newRow("cut off number")
        << QByteArray("0 1 1\n1 2 1e") << QByteArray("line 2: \"1e\" is not a number");
    QTest::newRow("one number") << QByteArray("0 1 1\n7\n") << QByteArray("line 2: has one number");
    QTest::newRow("four") << QByteArray("0 1 1 1\n") << QByteArray("line 1: has 4 parts");
    QTest::newRow("no number") << QByteArray("0 1 x\n") << QByteArray("line 1: \"x\" is not a num");
    QTest::newRow("nan") << QByteArray("0 1 1\n0 2 nan\n")
                         << QByteArray("line 2: nan is not a fin");
    QTest::newRow("infinite") << QByteArray("0 1 inf\n") << QByteArray("line 1: inf is not a fin");
    QTest::newRow("overflow") << QByteArray("0 1 1e999\n") << QByteArray("line 1: 1e999 is not");
    QTest::newRow("negative") << QByteArray("\n0 -1 1\n")
                              << QByteArray("line 2: the spin -1 is negative");
    QTest::newRow("huge") << QByteArray("0 99999999 1\n")
                          << QByteArray("line 1: the spin 99999999 is too large");
    QTest::newRow("beyond 64 bits") << QByteArray("0 99999999999999999999 1\n")
                                    << QByteArray("line 1: the spin 99999999999999999999 is too");
    QTest::newRow("fraction") << QByteArray("0 1.5 1\n")
                              << QByteArray("line 1: \"1.5\" is no spin");
    QTest::newRow("twice") << QByteArray("0 1 1\n1 2 1\n1 0 2\n")
                           << QByteArray(
                                  "line 3: the coupling of spins 0 and 1 is given twice, "
                                  "first in line 1");
    QTest::newRow("field twice") << QByteArray("0 0 1\n0 0 1\n")
                                 << QByteArray("line 2: the field of spin 0 is given twice");
    QTest::newRow("not announced")
        << QByteArray("2 1\n0 2 1\n")
        << QByteArray("line 2: the spin 2 is not among the 2 that line 1");
    QTest::newRow("too few") << QByteArray("# c\n2 2\n0 1 1\n")
                             << QByteArray("ends after line 3 with 1 entries where line 2 anno");
    QTest::newRow("announced too much")
        << QByteArray("2 99999999999\n") << QByteArray("line 1: the number of entries 99999999999");
    QTest::newRow("binary rubbish")
        << QByteArray("\x01\x02 \xff 3\n") << QByteArray("line 1: \"??\"");
  }

  void badCooIsRefusedWithItsLine() {
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, message);
    VERIFY_SAYS(parseCoo(text.toStdString(), "p"), message.toStdString());
  }

  void bqmIsRead() {
    const IsingProblem problem = parsed(smallBqm());
    QCOMPARE(problem.spins(), std::size_t{3});
    QCOMPARE(problem.label(0), std::string("a"));
    QCOMPARE(problem.label(1), std::string("7"));
    QCOMPARE(problem.label(2), std::string("[\"x\",1]"));
    QCOMPARE(problem.offset(), 0.5);
    QCOMPARE(problem.energy(std::vector<Spin>{1, 1, 1}), 0.5 - 1 + 0.25 - 1);
    QCOMPARE(problem.energy(std::vector<Spin>{1, 1, -1}), 0.5 - 1 + 0.25 + 1);
  }

  void bqmOfBitsIsConverted() {
    Json json = smallBqm();
    json["variable_type"] = "BINARY";
    const IsingProblem problem = parsed(json);
    QCOMPARE(problem.energy(std::vector<Spin>{-1, -1, -1}), 0.5);
    QCOMPARE(problem.energy(std::vector<Spin>{1, 1, -1}), 0.5 + 1 - 2 + 0.25);
    QCOMPARE(problem.energy(std::vector<Spin>{-1, 1, 1}), 0.5 - 2 - 1);
  }

  void bqmOfBytesIsTheSame() {
    Json json = smallBqm();
    json["use_bytes"] = true;
    json["bias_type"] = "float32";
    json["linear_biases"] = "AACAPwAAAMAAAAAA";  // 1, −2, 0 as four bytes each
    json["quadratic_biases"] = "AACAPgAAgL8=";   // 0.25, −1
    json["quadratic_head"] = "AAACAA==";         // 0, 2 as two bytes each
    json["quadratic_tail"] = {{"type", "array"},
                              {"data", {1, 1}},
                              {"data_type", "uint16"},
                              {"shape", {2}},
                              {"use_bytes", false}};
    QVERIFY(parsed(json) == parsed(smallBqm()));
    json["linear_biases"] = "AACAPwAAAMAAAAA";
    VERIFY_SAYS(parsed(json), "\"linear_biases\": is no base64");
    json["linear_biases"] = "AACAPwAA";
    VERIFY_SAYS(parsed(json), "holds 6 bytes, which are no whole 4-byte");
    json["linear_biases"] = "AAAA=AAA";
    VERIFY_SAYS(parsed(json), "is no base64");
    json["bias_type"] = "float128";
    json["linear_biases"] = "AACAPwAAAMAAAAAA";
    VERIFY_SAYS(parsed(json), "\"float128\" is unknown");
  }

  void badBqmIsRefused() {
    const auto with = [](const char* key, Json value) {
      Json json = smallBqm();
      json[key] = std::move(value);
      return json;
    };
    Json without = smallBqm();
    without.erase("quadratic_head");
    VERIFY_SAYS(parsed(without), "b.json: has no \"quadratic_head\"");
    VERIFY_SAYS(parsed(with("type", "SampleSet")), "needs \"type\": \"BinaryQuadraticModel\"");
    VERIFY_SAYS(parsed(with("version", {{"bqm_schema", "1.0.0"}})), "\"version\" must be");
    VERIFY_SAYS(parsed(with("variable_type", "TERNARY")), "is \"TERNARY\"; it can be SPIN or");
    VERIFY_SAYS(parsed(with("num_variables", 4)), "\"num_variables\" is 4, but 3 were found");
    VERIFY_SAYS(parsed(with("num_interactions", 1)), "\"num_interactions\" is 1, but 2");
    VERIFY_SAYS(parsed(with("quadratic_head", {0})), "2 quadratic biases have 1 heads");
    VERIFY_SAYS(parsed(with("quadratic_head", {0, -1})), "has -1 in place 1");
    VERIFY_SAYS(parsed(with("quadratic_head", {0, 0.5})), "has 0.5 in place 1");
    VERIFY_SAYS(parsed(with("quadratic_head", {0, 9})), "b.json: a coupling joins spins 9 and 1");
    VERIFY_SAYS(parsed(with("quadratic_head", {0, 1})), "joins spin 1 with itself");
    VERIFY_SAYS(parsed(with("linear_biases", {1, "x", 2})), "has \"x\" in place 1");
    VERIFY_SAYS(parsed(with("linear_biases", 3)), "must be a list of numbers");
    VERIFY_SAYS(parsed(with("variable_labels", {"a", "a", "b"})), "holds a twice");
    VERIFY_SAYS(parsed(with("variable_labels", {"a", "b"})), "3 spins has 2 labels");
    VERIFY_SAYS(parsed(with("offset", "x")), "\"offset\" must be a number");
    VERIFY_SAYS(parseBqm("{\"type\": \"Bin", "b.json"), "b.json: is not valid JSON at line 1");
    VERIFY_SAYS(parseBqm("[1]", "b.json"), "b.json: is no problem");
  }

  void whatIsWrittenIsReadBack() {
    const QTemporaryDir folder;
    const auto path = [&](const char* name) {
      return std::filesystem::path(folder.filePath(name).toStdString());
    };
    for (std::uint64_t seed = 0; seed < 5; ++seed) {
      const IsingProblem problem = gaussianProblem(30, 0.3F, seed);
      for (const char* name : {"p.txt", "p.json"}) {
        writeProblem(problem, path(name));
        QVERIFY(readProblem(path(name)) == problem);
      }
    }
    const IsingProblem labelled({1, 2}, {{0, 1, 1}}, 3, {"left", "right"});
    writeProblem(labelled, path("l.json"));
    QVERIFY(readProblem(path("l.json")) == labelled);
  }

  void manyLinesInAnyOrder() {
    std::string text;
    for (int i = 9'999; i > 0; --i) {
      for (int k = 1; k <= 10; ++k) {
        if (i >= k) text += std::to_string(i) + ' ' + std::to_string(i - k) + " 0.5\n";
      }
    }
    const IsingProblem problem = parseCoo(text, "p");
    QCOMPARE(problem.spins(), std::size_t{10'000});
    QCOMPARE(problem.couplings().size(), std::size_t{99'945});
  }

  void referenceInstances() {
    const auto derivedPath = referenceFile("ising/derived.json");
    if (derivedPath.empty()) QSKIP("the reference instances are not there");
    const Json derived = parseJson(readFile(derivedPath, 1 << 20), "derived");
    for (const auto& [name, expected] : derived.items()) {
      const IsingProblem problem = readProblem(referenceFile("ising/" + name + ".txt"));
      QCOMPARE(problem.spins(), expected["n"].get<std::size_t>());
      QCOMPARE(problem.couplings().size(), expected["couplers"].get<std::size_t>());
      std::vector<Spin> state(problem.spins(), 1);
      QVERIFY(std::abs(problem.energy(state) - expected["energy_all_plus_one"].get<double>()) <
              1e-9);
      for (std::size_t i = 1; i < state.size(); i += 2) state[i] = -1;
      QVERIFY(std::abs(problem.energy(state) - expected["energy_alternating"].get<double>()) <
              1e-9);
    }
  }
};

QTEST_APPLESS_MAIN(TestProblemFiles)
#include "TestProblemFiles.moc"
