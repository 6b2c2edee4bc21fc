#include <QTemporaryDir>
#include <QtTest>

#include "core/base/Error.h"
#include "core/experiment/Experiment.h"
#include "core/experiment/Presets.h"
#include "tests/TestProgram.h"

using namespace nudge;

namespace {

std::string failure(const std::string& text) {
  try {
    Experiment::fromText(text, "f.nudge");
  } catch (const Error& error) {
    return error.what();
  }
  return "no failure";
}

const std::string kHead = R"({"format": "nudge-experiment", "version": 1)";

}  // namespace

class TestExperiment : public QObject {
  Q_OBJECT
 private slots:
  void savedLoadedSavedIsTheSameBytes() {
    for (const Preset& preset : presets()) {
      const Experiment experiment = presetExperiment(std::string(preset.name));
      QVERIFY2(experiment.problems().empty(), preset.name.data());
      QCOMPARE(experiment.name, std::string(preset.name));
      const std::string text = experiment.toText();
      const Experiment again = Experiment::fromText(text, "again");
      QVERIFY(again == experiment);
      QCOMPARE(again.toText(), text);
    }
  }

  void presetsAreWrittenOut() {
    // Whoever reads a preset sees every setting, in the order of the reference.
    for (const Preset& preset : presets()) {
      QCOMPARE(std::string(preset.text), presetExperiment(std::string(preset.name)).toText());
    }
  }

  void theDefaultIsThere() {
    QVERIFY(presetExperiment(std::string(kDefaultPreset)).problems().empty());
  }

  void missingKeysKeepDefaults() {
    const Experiment experiment = Experiment::fromText(kHead + R"(, "machine": {"T": 7}})", "f");
    QCOMPARE(experiment.machine.freeSteps, 7);
    QCOMPARE(experiment.machine.nudgeSteps, MachineSettings().nudgeSteps);
  }

  void badDocumentsAreRefused_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* name, const std::string& text, const char* says) {
      QTest::newRow(name) << QString::fromStdString(text) << QString(says);
    };
    std::string many = "1";
    for (int i = 0; i < 49; ++i) many += ", 1";
    row("empty", "", "not valid JSON at line 1");
    row("cut off", kHead + ", \"name\": \"x", "not valid JSON");
    row("no object", "[1]", "is no experiment of Nudge");
    row("other format", R"({"format": "x", "version": 1})", "\"format\": \"nudge-experiment\"");
    row("no version", R"({"format": "nudge-experiment"})", "needs \"version\": 1");
    row("newer", R"({"format": "nudge-experiment", "version": 2})", "install a newer Nudge");
    row("unknown key", kHead + R"(, "sed": 1})", "did you mean \"seed\"?");
    row("unknown nested key", kHead + R"(, "learning": {"gama": 1}})", "did you mean \"gamma\"?");
    row("wrong type", kHead + R"(, "machine": {"T": "ten"}})",
        "machine.T: \"ten\" is not allowed; it must be a whole number from 1");
    row("out of range", kHead + R"(, "machine": {"dt": 2}})",
        "machine.dt: 2 is not allowed; it must be a number greater than 0 and at most 1");
    row("huge number", kHead + R"(, "machine": {"T": 1e999}})", "out of range");
    row("section is a list", kHead + R"(, "machine": []})", "must be an object");
    row("section key at the top", kHead + R"(, "machine.T": 5})", "unknown");
    row("key twice", kHead + R"(, "seed": 1, "seed": 2})", "stands twice");
    row("unknown choice", kHead + R"(, "network": {"activation": "relu"}})",
        "one of \"hardsigmoid\", \"heaviside\"");
    row("layers of a wrong kind", kHead + R"(, "network": {"layers": [784, "x"]}})",
        "network.layers");
    row("endless layers", kHead + R"(, "network": {"layers": [)" + many + "]}}", "at most 33");
    row("nested without end", std::string(100000, '['), "nested deeper");
  }
  void badDocumentsAreRefused() {
    QFETCH(QString, text);
    QFETCH(QString, says);
    const QString message = QString::fromStdString(failure(text.toStdString()));
    QVERIFY2(message.contains(says), qPrintable(message));
    QVERIFY(message.startsWith("f.nudge"));
  }

  void withoutANudgeANetworkSettlesOnly() {
    Experiment experiment = presetExperiment("digits");
    experiment.learning.beta = 0;
    QVERIFY(experiment.settleProblems().empty());
    QVERIFY(experiment.problems().front().find("a nudge needs a β other than 0") !=
            std::string::npos);
  }

  void problemsNameTheLayer() {
    Experiment experiment = presetExperiment("fc-512");
    const auto first = [&] { return experiment.problems().front(); };
    experiment.network.layers = {784, 512, 15};
    QVERIFY(first().find("tells 15 classes apart") != std::string::npos);
    experiment.network.perClass = 10;
    QVERIFY(first().find("no multiple of the 10 outputs per class") != std::string::npos);
    experiment.network.layers = {100, 20, 10};
    experiment.network.perClass = 1;
    QVERIFY(first().find("100 inputs") != std::string::npos);
    experiment.network.layers = {1'000'000, 1'000'000, 10};
    QVERIFY(first().find("weights") != std::string::npos);
    experiment.network.layers = {5};
    QVERIFY(first().find("at least the inputs and the outputs") != std::string::npos);
  }

  void settingsAreFoundByTheirLastPart() {
    QCOMPARE(Experiment::field("beta").key, std::string("learning.beta"));
    QCOMPARE(Experiment::field("machine.T").key, std::string("machine.T"));
    QVERIFY_EXCEPTION_THROWN(Experiment::field("per_class"),
                             Error);  // of the network or of the data?
    try {
      Experiment::field("bta");
      QFAIL("expected an Error");
    } catch (const Error& error) {
      QVERIFY(std::string(error.what()).find("did you mean \"beta\"?") != std::string::npos);
    }
  }

  void unknownPresetsNameTheNearest() {
    try {
      presetExperiment("fc-521");
      QFAIL("expected an Error");
    } catch (const Error& error) {
      QVERIFY(std::string(error.what()).find("did you mean \"fc-512\"?") != std::string::npos);
    }
  }

  void filesAreWrittenAndRead() {
    QTemporaryDir folder;
    const std::filesystem::path path = folder.filePath("a.nudge").toStdString();
    const Experiment experiment = presetExperiment("fc-512");
    experiment.save(path);
    QVERIFY(Experiment::load(path) == experiment);
    QVERIFY_EXCEPTION_THROWN(Experiment::load(path.string() + "x"), Error);
  }
};

QTEST_APPLESS_MAIN(TestExperiment)
#include "TestExperiment.moc"
