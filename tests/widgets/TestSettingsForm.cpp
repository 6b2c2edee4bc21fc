#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QSlider>
#include <QToolButton>
#include <QtTest>

#include "core/machine/MachineSettings.h"
#include "core/network/NetworkSpec.h"
#include "tests/TestProgram.h"
#include "widgets/FieldRow.h"
#include "widgets/NumberEdit.h"
#include "widgets/NumberText.h"
#include "widgets/SettingsForm.h"
#include "widgets/SliderScale.h"
#include "widgets/Theme.h"

using namespace nudge;

namespace {

struct Rates {
  double gamma = 1e-7;
  std::vector<double> rates{0.1, 0.05};
};

struct FormSettings {
  NetworkSpec network;
  MachineSettings machine;
  Rates learning;
};

Fields<FormSettings> table() {
  FieldTable<Rates> learning;
  learning.add(&Rates::gamma, "gamma", "Adaptivity rate", "γ", "How fast")
      .above(0, 1)
      .changesLive();
  learning.add(&Rates::rates, "rates", "Learning rates", "η", "One a layer").range(0, 1);
  FieldTable<FormSettings> all;
  all.include("network", &FormSettings::network, NetworkSpec::fields());
  all.include("machine", &FormSettings::machine, MachineSettings::fields());
  all.include("learning", &FormSettings::learning, std::move(learning).take());
  return std::move(all).take();
}

}  // namespace

class TestSettingsForm : public QObject {
  Q_OBJECT
 private:
  std::unique_ptr<QScrollArea> area_;
  SettingsForm* form_ = nullptr;
  std::unique_ptr<QSignalSpy> edited_;

  template <class Editor>
  Editor* part(const char* name) {
    return form_->findChild<Editor*>(QString::fromLatin1(name));
  }
  Json lastValue() { return edited_->last().at(1).value<Json>(); }
  bool lastFinal() { return edited_->last().at(2).toBool(); }

 private slots:
  void init() {
    Theme::apply(*qApp, Theme::Shade::Light);
    area_ = std::make_unique<QScrollArea>();
    form_ = new SettingsForm(infosOf(table()));
    form_->setPreset(valuesOf(table(), FormSettings()));
    form_->setValues(valuesOf(table(), FormSettings()));
    area_->setWidget(form_);
    area_->setWidgetResizable(true);
    area_->resize(300, 900);
    area_->show();
    QVERIFY(QTest::qWaitForWindowExposed(area_.get()));
    edited_ = std::make_unique<QSignalSpy>(form_, &SettingsForm::edited);
  }
  void cleanup() {
    edited_.reset();
    area_.reset();
  }

  void needsNoSidewaysScrolling() { QVERIFY(form_->minimumSizeHint().width() <= 288); }

  void hasARowForEveryField() {
    for (const FieldInfo& field : infosOf(table())) {
      const FieldRow* row = form_->row(QString::fromStdString(field.key));
      QVERIFY2(row, field.key.c_str());
      QVERIFY(row->toolTip().contains(QString::fromStdString(field.help).left(10).toHtmlEscaped()));
    }
    QVERIFY(form_->row("no.such") == nullptr);
  }

  void typesANumber() {
    auto* edit = part<NumberEdit>("machine.T-number");
    edit->setFocus();
    edit->selectAll();
    QTest::keyClicks(edit, "75");
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(edited_->last().at(0).toString(), QStringLiteral("machine.T"));
    QCOMPARE(lastValue(), Json(75));
    QVERIFY(lastFinal());
    QTest::keyClick(edit, Qt::Key_Up);
    QCOMPARE(lastValue(), Json(76));
  }

  void saysWhatIsWrongWhereItIs() {
    auto* edit = part<NumberEdit>("machine.dt-number");
    auto* problem = part<QLabel>("machine.dt-problem");
    edit->setFocus();
    edit->selectAll();
    QTest::keyClicks(edit, "7");
    QVERIFY(problem->isVisible());
    QVERIFY2(problem->text().startsWith("7 is not allowed; it must be a number greater than 0"),
             qPrintable(problem->text()));
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(edited_->size(), 0);
    edit->selectAll();
    QTest::keyClicks(edit, "0.25");
    QVERIFY(!problem->isVisible());
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(lastValue(), Json(0.25));
    form_->setProblem("machine.dt", "clashes");
    QCOMPARE(problem->text(), QStringLiteral("clashes"));
    form_->clearProblems();
    QVERIFY(!problem->isVisible());
  }

  void stepsSmallNumbersByTheirOwnSize() {
    auto* edit = part<NumberEdit>("learning.gamma-number");
    QCOMPARE(edit->text(), QStringLiteral("1e-7"));
    QVERIFY(!part<QSlider>("learning.gamma-slider")->isVisible());
    edit->setFocus();
    QTest::keyClick(edit, Qt::Key_Up);
    QCOMPARE(edit->text(), QStringLiteral("1.1e-7"));
  }

  void slidersTellWhenTheyAreDone() {
    auto* slider = part<QSlider>("machine.initial_state-slider");
    QVERIFY(slider);
    slider->setSliderDown(true);
    slider->setSliderPosition(40);
    QVERIFY(!lastFinal());
    QCOMPARE(lastValue(), Json(0.4));
    slider->setSliderDown(false);
    QVERIFY(lastFinal());
    QCOMPARE(lastValue(), Json(0.4));
    QCOMPARE(part<NumberEdit>("machine.initial_state-number")->text(), QStringLiteral("0.4"));
  }

  void putsBackThePreset() {
    FieldRow* row = form_->row("machine.K");
    auto* back = part<QToolButton>("machine.K-reset");
    QVERIFY(!row->differs());
    QVERIFY(back->isHidden());
    form_->setValues({{"machine.K", 33}});
    QVERIFY(row->differs());
    QVERIFY(part<QLabel>("machine.K-label")->text().contains("<b>"));
    QTest::mouseClick(back, Qt::LeftButton);
    QCOMPARE(edited_->last().at(0).toString(), QStringLiteral("machine.K"));
    QCOMPARE(lastValue(), Json(10));
    QVERIFY(!row->differs());
  }

  void choicesFlagsAndLists() {
    auto* combo = part<QComboBox>("machine.kind-choice");
    combo->setFocus();
    QTest::keyClick(combo, Qt::Key_Up);
    QCOMPARE(lastValue(), Json("energy"));
    QVERIFY(!combo->itemData(0, Qt::ToolTipRole).toString().isEmpty());
    form_->reveal("network.round_scaling");
    auto* box = part<QCheckBox>("network.round_scaling-flag");
    QVERIFY(box->isVisible());
    QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(box->width() / 2, box->height() / 2));
    QCOMPARE(lastValue(), Json(false));
    auto* line = part<QLineEdit>("learning.rates-text");
    QCOMPARE(line->text(), QStringLiteral("0.1, 0.05"));
    line->setFocus();
    line->selectAll();
    QTest::keyClicks(line, "1e-4, 1e-5");
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(lastValue(), Json::array({1e-4, 1e-5}));
    const auto before = edited_->size();
    line->selectAll();
    QTest::keyClicks(line, "0.1, x");
    QVERIFY(part<QLabel>("learning.rates-problem")->isVisible());
    QTest::keyClick(line, Qt::Key_Return);
    QCOMPARE(edited_->size(), before);
  }

  void writesNumbersShort() {
    QCOMPARE(numberText(0.5), QStringLiteral("0.5"));
    QCOMPARE(numberText(1e-7), QStringLiteral("1e-7"));
    QCOMPARE(numberText(100000), QStringLiteral("100000"));
    QCOMPARE(numberText(2.5e12), QStringLiteral("2.5e12"));
    QCOMPARE(numberText(-0.0625), QStringLiteral("-0.0625"));
  }

  void slidersCoverTheirRange() {
    for (const FieldInfo& field : infosOf(table())) {
      if (!SliderScale::suits(field)) continue;
      const SliderScale scale(field);
      for (int p = 0; p <= scale.steps(); ++p) {
        const double value = scale.value(p);
        QVERIFY(value >= field.minimum && value <= field.maximum);
        QVERIFY(!field.openMinimum || value > field.minimum);
        if (p > 0) QVERIFY(value >= scale.value(p - 1));
      }
      QCOMPARE(scale.value(scale.steps()), field.maximum);
    }
  }
};

QTEST_MAIN(TestSettingsForm)
#include "TestSettingsForm.moc"
