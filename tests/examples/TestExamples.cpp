// The worked examples of ARCHITECTURE.md do what it says, and stand there as they are.
#include <QDirIterator>
#include <QtTest>

#include "app/lessons/LessonLibrary.h"
#include "core/base/Random.h"
#include "tests/TestProgram.h"
#include "tests/app/WindowFixture.h"
#include "tests/examples/DampedMachine.h"
#include "tests/examples/Extrapolated.h"
#include "tests/examples/FlipsWorkspace.h"

using namespace nudge;

namespace {

const QString kSources = QStringLiteral(NUDGE_SOURCES);

QString textOf(const QString& name) {
  QFile file(kSources + "/" + name);
  if (!file.open(QFile::ReadOnly)) return {};
  return QString::fromUtf8(file.readAll());
}

struct Small {
  NetworkSpec network;
  MachineSettings machine;
  Parameters parameters;
  Batch batch;

  Small() {
    network.layers = {6, 5, 4};
    network.perClass = 2;
    network.weights = WeightKind::Real;
    network.activation = Activation::Hardsigmoid;
    machine.freeSteps = 60;
    machine.nudgeSteps = 60;
    machine.initialState = 0.4;
    parameters = Parameters::initial(network, 3);
    // Biases in the middle of the range, so that no neuron stands at a bound.
    for (LayerParameters& layer : parameters.layers) {
      layer.weights *= 0.4F;
      layer.biases.setConstant(0.4F);
    }
    Random random(1, Purpose::Test, 0);
    batch.inputs.resize(6, 3);
    for (float& value : batch.inputs.reshaped()) value = random.uniform();
    batch.labels = {0, 1, 0};
    batch.targets = targetsFor(batch.labels, network);
  }
};

double distance(const Weights& a, const Weights& b) { return static_cast<double>((a - b).norm()); }

}  // namespace

class TestExamples : public QObject {
  Q_OBJECT
 private slots:
  void machineSettles() {
    const Small small;
    const auto known = makeMachine(small.network, small.machine);
    DampedMachine whole(small.network, small.machine, 1);
    DampedMachine half(small.network, small.machine, 0.5F);
    Settled expected, free, nudged, slowly;
    known->settle(small.parameters, small.batch, nullptr, nullptr, {}, expected);
    whole.settle(small.parameters, small.batch, nullptr, nullptr, {}, free);
    half.settle(small.parameters, small.batch, nullptr, nullptr, {}, slowly);
    QVERIFY((free.outputs() - expected.outputs()).norm() < 1e-5F);
    QVERIFY((slowly.outputs() - expected.outputs()).norm() < 1e-4F);

    const Nudge nudge{0.5F, NudgeKind::Elastic};
    known->settle(small.parameters, small.batch, &nudge, &free, {}, expected);
    whole.settle(small.parameters, small.batch, &nudge, &free, {}, nudged);
    QVERIFY((nudged.outputs() - expected.outputs()).norm() < 1e-5F);
    QVERIFY((nudged.outputs() - free.outputs()).norm() > 1e-2F);
    const auto energies = half.energyMeter(small.parameters)->energies(free.drive, free);
    QCOMPARE(energies.size(), 3);
  }

  void estimatorIsNearer() {
    const Small small;
    const auto machine = makeMachine(small.network, small.machine);
    const auto one = [&](float beta) {
      Settled free, nudged;
      const Nudge nudge{beta, NudgeKind::Elastic};
      machine->settle(small.parameters, small.batch, nullptr, nullptr, {}, free);
      machine->settle(small.parameters, small.batch, &nudge, &free, {}, nudged);
      Gradient gradient;
      contrast(small.network, nudged, free, small.batch.inputs, beta, gradient);
      return gradient.layers[1].weights();
    };
    const Weights exact = one(0.005F);
    const Weights better =
        extrapolated(small.network, *machine, small.parameters, small.batch, 0.2F, 1);
    QVERIFY2(
        distance(better, exact) < 0.5 * distance(one(0.2F), exact),
        qPrintable(QString("%1 %2").arg(distance(better, exact)).arg(distance(one(0.2F), exact))));
  }

  void workspaceFollowsTheRun() {
    test::WindowFixture f;
    FlipsWorkspace workspace(f.session());
    workspace.show();
    auto* words = workspace.findChild<QLabel*>("flips");
    QVERIFY(words->text().startsWith("0"));
    workspace.stepForward();
    QTRY_VERIFY_WITH_TIMEOUT(!words->text().startsWith("0 "), 60'000);
  }

  void lessonIsRead() {
    qputenv("NUDGE_LESSONS", (kSources + "/tests/examples/lessons").toUtf8());
    const LessonLibrary library = LessonLibrary::load();
    qunsetenv("NUDGE_LESSONS");
    QCOMPARE(library.problems, QStringList());
    QVERIFY(std::ranges::any_of(library.lessons,
                                [](const FoundLesson& l) { return l.lesson.id == "first-flips"; }));
  }

  /// Every example stands in the page, letter for letter, below a line that names its file.
  void pageQuotesThem() {
    const QString page = textOf("ARCHITECTURE.md");
    int quoted = 0;
    QDirIterator files(kSources + "/tests/examples", {"*.h", "*.json"}, QDir::Files,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
      const QString name = QDir(kSources).relativeFilePath(files.next());
      const QString language = name.endsWith(".h") ? "cpp" : "json";
      const QString quote = "`" + name + "`\n\n```" + language + "\n" + textOf(name) + "```\n";
      QVERIFY2(page.contains(quote), qPrintable(name + " is not quoted as it is"));
      ++quoted;
    }
    QCOMPARE(quoted, 4);
  }
};

QTEST_MAIN(TestExamples)
#include "TestExamples.moc"
