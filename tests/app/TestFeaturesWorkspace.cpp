// The Features workspace as a hand would use it, offscreen.
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QToolButton>

#include "app/InputPicker.h"
#include "app/workspaces/FeaturesWorkspace.h"
#include "core/data/Centring.h"
#include "tests/TestProgram.h"
#include "tests/app/WindowFixture.h"
#include "widgets/FeaturesView.h"
#include "widgets/FieldRow.h"
#include "widgets/InputView.h"
#include "widgets/SettingsForm.h"

using namespace nudge;
using namespace nudge::test;

namespace {

/// A window on its Features workspace.
struct FeaturesFixture : WindowFixture {
  explicit FeaturesFixture(const Experiment& experiment = smallExperiment()) {
    document().reset(experiment);
    QTest::keyClick(window.get(), Qt::Key_6);
    settle();
  }
  FeaturesWorkspace& page() { return dynamic_cast<FeaturesWorkspace&>(window->workspace(5)); }
  FeaturesView& view() { return page().view(); }
  void settle() { QTRY_VERIFY_WITH_TIMEOUT(page().complete(), kPatience); }
  void train() {
    QTest::keyClick(window.get(), Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(session().stateInWords(), QString("finished"), kPatience);
    settle();
  }
  QString text(const char* name) { return page().findChild<QLabel*>(name)->text(); }
  void pick(const QRectF& rect) {
    QTest::mouseClick(&view(), Qt::LeftButton, {}, rect.center().toPoint());
  }
};

}  // namespace

class TestFeaturesWorkspace : public QObject {
  Q_OBJECT
 private slots:
  void saysThatNothingIsLearntYet() {
    FeaturesFixture f;
    QVERIFY(f.page().isVisible());
    QVERIFY(f.find("featureHint") != nullptr);
    QVERIFY(f.text("featureTrust").contains("Nothing is learnt yet"));
    QCOMPARE(f.page().found().classes->classes(), 10);
    f.click("trainForFeatures");
    QTRY_VERIFY_WITH_TIMEOUT(f.session().hasRun(), kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(f.find("featureHint") == nullptr, kPatience);
  }

  void followsARun() {
    Experiment experiment = smallExperiment();
    experiment.data.train = 6000;
    experiment.learning.epochs = 6;
    FeaturesFixture f(experiment);
    const auto before = f.page().found().classes;
    f.train();
    const FeaturesFound& found = f.page().found();
    QVERIFY(found.classes != before);
    QVERIFY(found.request.parameters != nullptr);
    QVERIFY2(found.classes->test.percent > 40,
             qPrintable(QString::number(found.classes->test.percent)));
    QVERIFY(found.classes->own() >= 8);
    QCOMPARE(found.units->units.size(), std::size_t{10});
    QVERIFY(f.text("featureTrust").contains("The network itself"));
  }

  void classImageAndNeuronAreChosen() {
    FeaturesFixture f;
    auto* chosen = f.find<QSpinBox>("featureClass");
    const int label = f.page().input().label();
    QCOMPARE(chosen->value(), label);
    f.pick(f.view().classRect(3));
    QCOMPARE(chosen->value(), 3);
    QTest::keyClick(&f.view(), Qt::Key_Right);
    QCOMPARE(chosen->value(), 4);
    f.pick(f.view().unitRect(2));
    const int unit = f.page().found().units->units[2].unit;
    QCOMPARE(f.view().selectedUnit(), unit);
    QVERIFY(f.text("featureState").contains(QString("neuron %1").arg(unit)));
    QVERIFY(f.text("featureState").contains("class 4"));

    // Another image keeps the class patterns and chooses its own class.
    const auto classes = f.page().found().classes;
    auto* sample = f.find<QSpinBox>("sampleNumber");
    sample->setFocus();
    QTest::keyClick(sample, Qt::Key_Up);
    f.settle();
    QCOMPARE(chosen->value(), f.page().input().label());
    QCOMPARE(f.page().found().classes, classes);
    QVERIFY(f.page().found().request.image == f.page().input().input());

    // So does a drawing.
    f.click("drawDigit");
    f.click("clearDrawing");
    InputView& pad = f.page().input().view();
    QTest::mousePress(&pad, Qt::LeftButton, {}, pad.pixelRect(14, 6).center().toPoint());
    QTest::mouseMove(&pad, pad.pixelRect(14, 20).center().toPoint());
    QTest::mouseRelease(&pad, Qt::LeftButton, {}, pad.pixelRect(14, 20).center().toPoint());
    f.settle();
    QVERIFY(f.page().found().request.image.sum() > 5);
    // As it is centred for the network.
    const MapShape shape{1, 28, 28};
    QVERIFY(f.page().found().request.image == centredDigit(pad.image(), shape, shape));
    QCOMPARE(f.page().found().classes, classes);
  }

  void optionsAreFollowed() {
    FeaturesFixture f;
    const auto before = f.page().found().classes;
    auto* form = f.find<SettingsForm>("featureOptions");
    QVERIFY(form != nullptr);
    auto* edit = form->row("features.steps")->findChild<QLineEdit*>();
    QVERIFY(edit != nullptr);
    edit->setFocus();
    edit->selectAll();
    QTest::keyClicks(edit, "7");
    QTest::keyClick(edit, Qt::Key_Return);
    f.settle();
    QCOMPARE(f.page().found().request.settings.steps, 7);
    QVERIFY(f.page().found().classes->patterns != before->patterns);
  }

  void longWorkIsCancelledAndTakenUpAgain() {
    FeaturesFixture f;
    auto* form = f.find<SettingsForm>("featureOptions");
    emit form->edited("features.steps", Json(10'000), true);
    QTRY_VERIFY_WITH_TIMEOUT(f.find("cancelFeatures") != nullptr, kPatience);
    f.click("cancelFeatures");
    QTRY_VERIFY_WITH_TIMEOUT(f.text("featureState").contains("stopped"), kPatience);
    QVERIFY(f.page().found().request.settings.steps != 10'000);
    emit form->edited("features.steps", Json(20), true);
    f.settle();
    QCOMPARE(f.page().found().request.settings.steps, 20);
  }

  void layersAreWalked() {
    Experiment deep = smallExperiment();
    deep.network.layers = {784, 30, 20, 20};
    deep.learning.tau = {1e-6};
    FeaturesFixture f(deep);
    QCOMPARE(f.page().found().units->layer, 2);
    auto* layer = f.find<QComboBox>("featureLayer");
    QCOMPARE(layer->count(), 2);
    layer->setFocus();
    QTest::keyClick(layer, Qt::Key_Up);
    QTRY_VERIFY_WITH_TIMEOUT(f.page().found().units->layer == 1 && f.page().complete(), kPatience);
  }

  void everyMachineIsLookedInto_data() {
    QTest::addColumn<QString>("preset");
    for (const char* name : {"ising-digits", "ising-3x3", "digits-conv", "integer-2048"})
      QTest::newRow(name) << name;
  }

  void everyMachineIsLookedInto() {
    QFETCH(QString, preset);
    Experiment experiment = presetExperiment(preset.toStdString());
    if (experiment.data.source == DataSource::Mnist) {
      experiment.data = smallExperiment().data;
      experiment.network.layers = {784, 60, 20};
      experiment.network.perClass = 2;
    }
    FeaturesFixture f(experiment);
    QCOMPARE(f.page().found().classes->classes(), experiment.network.classes());
    QVERIFY(!f.page().found().units->units.empty());
    QCOMPARE(f.page().found().units->units[0].filter, experiment.network.convolutional());
  }

  void everyControlHasAName() {
    FeaturesFixture f;
    for (auto* widget : f.page().findChildren<QWidget*>()) {
      const bool control = qobject_cast<QComboBox*>(widget) || qobject_cast<QSpinBox*>(widget) ||
                           qobject_cast<FeaturesView*>(widget) || qobject_cast<InputView*>(widget);
      if (control) QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
      if (auto* button = qobject_cast<QToolButton*>(widget))
        QVERIFY2(!button->text().isEmpty() || !button->accessibleName().isEmpty(),
                 qPrintable(button->objectName()));
    }
  }
};

QTEST_MAIN(TestFeaturesWorkspace)
#include "TestFeaturesWorkspace.moc"
