// The Dynamics workspace as a hand would use it.
#include <QLineEdit>
#include <QSpinBox>

#include "tests/TestProgram.h"
#include "tests/app/WindowHand.h"
#include "tests/data/CifarBytes.h"
#include "widgets/CellsView.h"
#include "widgets/InputView.h"

using namespace nudge;
using namespace nudge::test;

class TestDynamicsWorkspace : public QObject {
  Q_OBJECT
 private slots:
  void theHandMovesTime() {
    WindowFixture f;
    waitForRelaxed(f);
    DynamicsWorkspace& page = dynamics(f);
    page.rest(3);
    key(f, Qt::Key_Period);
    QCOMPARE(page.timeIndex(), 4);
    key(f, Qt::Key_Comma);
    key(f, Qt::Key_Comma);
    QCOMPARE(page.timeIndex(), 2);
    key(f, Qt::Key_R);
    QCOMPARE(page.timeIndex(), 0);
    key(f, Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(page.timeIndex() > 1, kPatience);
    key(f, Qt::Key_Space);
    const int stopped = page.timeIndex();
    QTest::qWait(200);
    QCOMPARE(page.timeIndex(), stopped);
    auto* track = f.find<QWidget>("time-track");
    QTest::mouseClick(track, Qt::LeftButton, {}, QPoint(track->width() - 12, track->height() / 2));
    QVERIFY(page.timeIndex() > 12);  // well into the nudge phase of 10 + 6 steps
  }

  void betaActsAtOnceAndIsUndone() {
    WindowFixture f;
    waitForRelaxed(f);
    auto* edit = f.find<QLineEdit>("learning.beta-number");
    auto* box = f.find<QWidget>("learning.beta-editor");
    QVERIFY(edit != nullptr || box != nullptr);
    QWidget* target = edit != nullptr ? static_cast<QWidget*>(edit) : box;
    const QPointer<QLineEdit> line = edit != nullptr ? edit : target->findChild<QLineEdit*>();
    QVERIFY(line);
    line->setFocus();
    line->selectAll();
    QTest::keyClicks(line, "1.25");
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(f.document().experiment().learning.beta, 1.25);
    QTRY_COMPARE_WITH_TIMEOUT(dynamics(f).relaxed().trajectory->nudge.beta, 1.25F, kPatience);
    f.window->setFocus();
    key(f, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(f.document().experiment().learning.beta, 2.0);
    QTRY_COMPARE_WITH_TIMEOUT(dynamics(f).relaxed().trajectory->nudge.beta, 2.0F, kPatience);
    key(f, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(f.document().experiment().learning.beta, 1.25);
  }

  void aDigitIsDrawn() {
    WindowFixture f;
    waitForRelaxed(f);
    f.click("clearDrawing");
    auto* pad = f.find<InputView>("input");
    QVERIFY(pad->drawing());
    QTRY_VERIFY_WITH_TIMEOUT(dynamics(f).relaxed().request.input.isZero(), kPatience);
    const QPoint from = pad->pixelRect(14, 5).center().toPoint();
    const QPoint to = pad->pixelRect(14, 22).center().toPoint();
    QTest::mousePress(pad, Qt::LeftButton, {}, from);
    for (int i = 1; i <= 10; ++i) QTest::mouseMove(pad, from + (to - from) * i / 10);
    QTest::mouseRelease(pad, Qt::LeftButton, {}, to);
    QTRY_VERIFY_WITH_TIMEOUT(dynamics(f).relaxed().request.input.sum() > 5, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(dynamics(f).relaxed().request.input[14 * 28 + 14] > 0.5F, kPatience);
    auto* sample = f.find<QSpinBox>("sampleNumber");
    sample->setFocus();
    QTest::keyClick(sample, Qt::Key_Up);
    QCOMPARE(sample->value(), 1);
    QVERIFY(!pad->drawing());
  }

  void coloursAreShownAndNotDrawnOn() {
    QTemporaryDir data;
    writeCifarFiles(data.path().toStdString());
    const QByteArray before = qgetenv("NUDGE_DATA");
    qputenv("NUDGE_DATA", data.path().toUtf8());
    const auto restore = qScopeGuard(
        [&] { before.isNull() ? qunsetenv("NUDGE_DATA") : qputenv("NUDGE_DATA", before); });
    WindowFixture f;
    waitForRelaxed(f);
    auto* pad = f.find<InputView>("input");
    f.click("clearDrawing");
    QVERIFY(pad->drawing());
    Experiment experiment = smallExperiment();
    experiment.network.layers = {3072, 30, 20};
    experiment.data = {.source = DataSource::Cifar10, .train = 0, .test = 0, .normalise = true};
    f.document().reset(experiment);
    QTRY_COMPARE_WITH_TIMEOUT(pad->image().size(), Eigen::Index{3072}, kPatience);
    QVERIFY(!pad->drawing());
    for (const char* name : {"drawDigit", "clearDrawing"}) {
      QVERIFY(!f.find<QWidget>(name)->isEnabled());
      QVERIFY(f.find<QWidget>(name)->toolTip().contains("colour"));
    }
    f.find<QSpinBox>("sampleNumber")->setValue(8);
    QTRY_COMPARE_WITH_TIMEOUT(dynamics(f).relaxed().request.label, 8, kPatience);
    QVERIFY(dynamics(f).relaxed().request.input.minCoeff() < -1);  // normalised
    const QPoint middle = pad->pixelRect(16, 16).center().toPoint();
    QCOMPARE(pad->grab().toImage().pixel(middle), qRgb(0, 200, 0));
    f.document().reset(smallExperiment());
    QTRY_COMPARE_WITH_TIMEOUT(pad->image().size(), Eigen::Index{784}, kPatience);
    QVERIFY(f.find<QWidget>("drawDigit")->isEnabled());
  }

  /// As a lesson does when it is the first thing that is opened.
  void aSampleIsChosenBeforeThereAreAny() {
    WindowFixture f;
    dynamics(f).pickSample(7);
    dynamics(f).rest(3);
    waitForRelaxed(f);
    QTRY_COMPARE_WITH_TIMEOUT(f.find<QSpinBox>("sampleNumber")->value(), 7, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(dynamics(f).complete(), kPatience);
    QCOMPARE(dynamics(f).relaxed().request.label, int{f.session().data()->test.labels[7]});
    QCOMPARE(dynamics(f).timeIndex(), 3);
    // A smaller test set has no such sample; a larger one has it again.
    Experiment few = smallExperiment();
    few.data.test = 5;
    f.document().reset(few);
    QTRY_COMPARE_WITH_TIMEOUT(f.find<QSpinBox>("sampleNumber")->value(), 4, kPatience);
    f.document().reset(smallExperiment());
    QTRY_COMPARE_WITH_TIMEOUT(f.find<QSpinBox>("sampleNumber")->value(), 7, kPatience);
  }

  void whatIsShownOfTheInputBeforeIsSaidSo() {
    WindowFixture f;
    waitForRelaxed(f);
    Experiment slow = smallExperiment();
    slow.network.layers = {784, 3000, 3000, 20};
    slow.machine.freeSteps = 400;
    slow.learning.tau = {1e-7};
    f.document().reset(slow);
    const auto label = [&] { return QString("label %1").arg(dynamics(f).relaxed().request.label); };
    auto* input = f.find<InputView>("input");
    auto* sample = f.find<QSpinBox>("sampleNumber");
    QTRY_VERIFY_WITH_TIMEOUT(dynamics(f).complete(), kPatience);
    sample->setFocus();
    QTest::keyClick(sample, Qt::Key_Up);
    QTRY_VERIFY_WITH_TIMEOUT(input->captionLine().endsWith("settling …"), kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(input->captionLine(), label(), kPatience);
    QCOMPARE(dynamics(f).relaxed().request.input, input->image());
  }

  void aNeuronIsPicked() {
    WindowFixture f;
    waitForRelaxed(f);
    QTRY_VERIFY_WITH_TIMEOUT(f.find<CellsView>("cells1") != nullptr, kPatience);
    auto* cells = f.find<CellsView>("cells1");
    QCOMPARE(cells->neurons(), Eigen::Index{60});
    QTest::mouseClick(cells, Qt::LeftButton, {}, cells->cellRect(17).center().toPoint());
    QCOMPARE(cells->selected(), 17);
  }

  void dynamicsShowsTheWeightsOfThisMoment() {
    WindowFixture f;
    key(f, Qt::Key_3);
    f.click("stepEpoch");
    QTRY_COMPARE_WITH_TIMEOUT(f.session().snapshot().epoch, 1, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(!f.session().playing(), kPatience);
    key(f, Qt::Key_2);
    QTRY_VERIFY_WITH_TIMEOUT(!f.session().parametersOutdated(), kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(dynamics(f).relaxed().request.parameters == f.session().parameters(),
                             kPatience);
    const Parameters initial = Parameters::initial(smallExperiment().network, 1);
    QVERIFY(!(f.session().parameters()->layers[0] == initial.layers[0]));
  }
};

QTEST_MAIN(TestDynamicsWorkspace)
#include "TestDynamicsWorkspace.moc"
