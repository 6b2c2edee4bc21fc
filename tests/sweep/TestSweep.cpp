// Sweep documents: what they stand for, and what is refused.
#include <QTemporaryDir>
#include <QtTest>

#include "core/base/AtomicFile.h"
#include "core/base/Error.h"
#include "core/experiment/Presets.h"
#include "core/sweep/Sweep.h"
#include "tests/TestProgram.h"

using namespace nudge;
namespace fs = std::filesystem;

namespace {

std::string document(const std::string& rest) {
  return R"({"format": "nudge-sweep", "version": 1, )" + rest + "}";
}

Sweep read(const std::string& rest) { return Sweep::fromText(document(rest), "s.json", "."); }

}  // namespace

class TestSweep : public QObject {
  Q_OBJECT
 private slots:
  void aGridIsTheProduct() {
    const Sweep sweep = read(
        R"("base": "digits", "grid": {"beta": [0.5, 1], "T": [5, 10, 20]}, "seeds": [3, 1], "epochs": 4)");
    QCOMPARE(sweep.varied, (std::vector<std::string>{"learning.beta", "machine.T"}));
    QCOMPARE(sweep.cases.size(), std::size_t{6});
    QCOMPARE(sweep.cases[1].inWords(), std::string("learning.beta = 0.5, machine.T = 10"));
    QCOMPARE(sweep.cases[3].experiment.learning.beta, 1.0);
    QCOMPARE(sweep.cases[3].experiment.machine.freeSteps, 5);
    const auto runs = sweep.runs();
    QCOMPARE(runs.size(), std::size_t{12});
    QCOMPARE(runs[3].name, std::string("case-2-seed-1"));
    // What `nudge train digits --set … --seed 1 --epochs 4` makes.
    Experiment expected = presetExperiment("digits");
    expected.learning.beta = 0.5;
    expected.machine.freeSteps = 10;
    expected.learning.epochs = 4;
    expected.seed = 1;
    QVERIFY(runs[3].experiment == expected);
  }

  void aListIsItsCases() {
    const Sweep sweep =
        read(R"("base": "digits", "list": [{}, {"layers": [784, 50, 100]}, {"beta": 1}])");
    QCOMPARE(sweep.varied, (std::vector<std::string>{"network.layers", "learning.beta"}));
    QCOMPARE(sweep.cases[0].inWords(), std::string("the base"));
    QCOMPARE(sweep.cases[1].experiment.network.layers, (std::vector<int>{784, 50, 100}));
    QCOMPARE(sweep.seeds, std::vector<std::int64_t>{presetExperiment("digits").seed});
  }

  void itIsWrittenWholeAndReadTheSame() {
    const Sweep sweep =
        read(R"("base": "digits", "grid": {"gamma": [1e-5, [2e-5, 1e-5]]}, "seeds": [1, 2])");
    const std::string text = sweep.toText();
    const Sweep again = Sweep::fromText(text, "again", "/nowhere");
    QCOMPARE(again.toText(), text);
    QCOMPARE(again.varied, sweep.varied);
    QVERIFY(again.runs()[3].experiment == sweep.runs()[3].experiment);
  }

  void aBaseIsAPathBesideTheDocument() {
    const QTemporaryDir folder;
    const fs::path path = folder.path().toStdString();
    Experiment base = presetExperiment("digits");
    base.seed = 42;
    base.save(path / "mine.nudge");
    writeFileAtomically(path / "s.json",
                        document(R"("base": "mine.nudge", "grid": {"beta": [1, 2]})"));
    QCOMPARE(Sweep::load(path / "s.json").runs()[1].experiment.seed, std::int64_t{42});
    QVERIFY_EXCEPTION_THROWN(Sweep::load(path / "none.json"), Error);
  }

  void refusesWithWords_data() {
    QTest::addColumn<QString>("rest");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* name, const char* rest, const char* says) {
      QTest::newRow(name) << rest << says;
    };
    row("no base", R"("grid": {"beta": [1]})", "needs \"base\"");
    row("base of a number", R"("base": 3, "grid": {"beta": [1]})", "\"base\" must be");
    row("no such preset", R"("base": "digit", "grid": {"beta": [1]})", "did you mean \"digits\"?");
    row("no such file", R"("base": "none.nudge", "grid": {"beta": [1]})", "none.nudge");
    row("a bad inline base", R"("base": {"seed": 1}, "grid": {"beta": [1]})", "base: is no exp");
    row("neither", R"("base": "digits")", "either \"grid\" or \"list\"");
    row("both", R"("base": "digits", "grid": {"beta": [1]}, "list": [{}])", "either \"grid\"");
    row("a slip", R"("base": "digits", "gird": {"beta": [1]})", "did you mean \"grid\"?");
    row("about", R"("base": "digits", "about": 1, "grid": {"beta": [1]})", "\"about\" must be");
    row("unknown setting", R"("base": "digits", "grid": {"bta": [1]})", "did you mean \"beta\"?");
    row("ambiguous", R"("base": "digits", "grid": {"per_class": [1]})", "write the whole key");
    row("out of range", R"("base": "digits", "grid": {"T": [0]})", "machine.T: 0 is not allowed");
    row("no list", R"("base": "digits", "grid": {"beta": 1})", "needs a list of values");
    row("no values", R"("base": "digits", "grid": {"beta": []})", "needs a list of values");
    row("empty grid", R"("base": "digits", "grid": {})", "\"grid\" must be");
    row("varied twice", R"("base": "digits", "grid": {"beta": [1], "learning.beta": [2]})",
        "learning.beta is varied twice");
    row("same value twice", R"("base": "digits", "grid": {"beta": [1, 1.0]})",
        "case 2 (learning.beta = 1.0): is the same");
    row("seed", R"("base": "digits", "grid": {"seed": [1]})", "\"seeds\" instead");
    row("epochs", R"("base": "digits", "list": [{"epochs": 1}])", "\"epochs\" instead");
    row("name", R"("base": "digits", "grid": {"name": ["x"]})", "changes nothing");
    row("a brace too many", R"("base": "digits", "list": []})", "not valid JSON");
    row("list of nothing", R"("base": "digits", "list": [])", "\"list\" must be");
    row("a case of a number", R"("base": "digits", "list": [{}, 3])", "case 2: must be an object");
    row("twice in a case", R"("base": "digits", "list": [{"beta": 1, "learning.beta": 2}])",
        "case 1: learning.beta stands twice");
    row("seeds of a number", R"("base": "digits", "grid": {"beta": [1]}, "seeds": 1)",
        "\"seeds\" must be");
    row("no seeds", R"("base": "digits", "grid": {"beta": [1]}, "seeds": [])", "\"seeds\" must be");
    row("a negative seed", R"("base": "digits", "grid": {"beta": [1]}, "seeds": [-1])",
        "seeds: seed: -1 is not allowed");
    row("a seed twice", R"("base": "digits", "grid": {"beta": [1]}, "seeds": [1, 1])",
        "1 stands twice");
    row("epochs of 0", R"("base": "digits", "grid": {"beta": [1]}, "epochs": 0)", "epochs: learn");
    row("a problem of a case", R"("base": "digits", "list": [{}, {"layers": [784, 10, 50]}])",
        "case 2 (network.layers = [784,10,50]): ");
  }
  void refusesWithWords() {
    QFETCH(QString, rest);
    QFETCH(QString, says);
    try {
      read(rest.toStdString());
      QFAIL("expected an Error");
    } catch (const Error& error) {
      QVERIFY2(QString(error.what()).startsWith("s.json: "), error.what());
      QVERIFY2(QString(error.what()).contains(says), error.what());
    }
  }

  void refusesOtherDocumentsAndTooMany() {
    const auto says = [](const std::string& text, const char* part) {
      try {
        Sweep::fromText(text, "s.json", ".");
      } catch (const Error& error) {
        return std::string(error.what()).find(part) != std::string::npos;
      }
      return false;
    };
    QVERIFY(says(presetExperiment("digits").toText(), "is no sweep of Nudge"));
    QVERIFY(says("[]", "\"format\": \"nudge-sweep\""));
    QVERIFY(says(R"({"format": "nudge-sweep"})", "needs \"version\": 1"));
    QVERIFY(says(R"({"format": "nudge-sweep", "version": 2})", "install a newer Nudge"));
    std::string values = "1";
    for (int i = 2; i <= 40; ++i) values += "," + std::to_string(i);
    const std::string grid =
        R"("base": "digits", "grid": {"T": [)" + values + R"(], "K": [)" + values + "]}";
    QVERIFY(says(document(grid), "asks for more than 1000 runs"));
  }
};

QTEST_APPLESS_MAIN(TestSweep)
#include "TestSweep.moc"
