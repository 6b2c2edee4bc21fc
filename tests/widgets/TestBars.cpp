#include <QLabel>
#include <QMenu>
#include <QProgressBar>
#include <QToolButton>
#include <QtTest>

#include "tests/TestProgram.h"
#include "tests/widgets/Samples.h"
#include "widgets/Icons.h"
#include "widgets/StatusStrip.h"
#include "widgets/Theme.h"
#include "widgets/WorkspaceBar.h"

using namespace nudge;

class TestBars : public QObject {
  Q_OBJECT
 private slots:
  void initTestCase() { Theme::apply(*qApp, Theme::Shade::Light); }

  void showsASnapshot() {
    StatusStrip strip;
    strip.resize(1280, 40);
    strip.setSnapshot(samples::snapshot());
    strip.show();
    const auto text = [&](const char* name) { return strip.findChild<QLabel*>(name)->text(); };
    QCOMPARE(text("run-epoch"), QStringLiteral("epoch 3/20"));
    QCOMPARE(text("run-rate"), QStringLiteral("12,400 samples/s"));
    QCOMPARE(text("run-left"), QStringLiteral("1 min 10 s left"));
    QCOMPARE(strip.findChild<QProgressBar*>()->text(), QStringLiteral("54 %"));
    Snapshot done = samples::snapshot();
    done.stage = RunStage::Finished;
    done.epoch = 20;
    done.progress = 1;
    strip.setSnapshot(done);
    QCOMPARE(text("run-epoch"), QStringLiteral("epoch 20/20"));
    QCOMPARE(text("run-left"), QStringLiteral("finished"));
  }

  void numbersKeepTheirPlace() {
    StatusStrip strip;
    strip.resize(1280, 40);
    strip.setSnapshot(samples::snapshot());
    strip.show();
    QVERIFY(QTest::qWaitForWindowExposed(&strip));
    const QRect before = strip.findChild<QLabel*>("run-left")->geometry();
    Snapshot other = samples::snapshot();
    other.samplesPerSecond = 8;
    other.secondsLeft = 4000;
    strip.setSnapshot(other);
    QCoreApplication::processEvents();
    QCOMPARE(strip.findChild<QLabel*>("run-left")->geometry(), before);
  }

  void timesInWords() {
    QCOMPARE(StatusStrip::timeInWords(5.4), QStringLiteral("5 s"));
    QCOMPARE(StatusStrip::timeInWords(70), QStringLiteral("1 min 10 s"));
    QCOMPARE(StatusStrip::timeInWords(7500), QStringLiteral("2 h 05 min"));
  }

  void playsStepsAndWarns() {
    StatusStrip strip;
    strip.resize(1280, 40);
    strip.show();
    QSignalSpy play(&strip, &StatusStrip::playToggled);
    QSignalSpy step(&strip, &StatusStrip::stepRequested);
    QTest::mouseClick(strip.findChild<QToolButton*>("run-play"), Qt::LeftButton);
    QTest::mouseClick(strip.findChild<QToolButton*>("run-step"), Qt::LeftButton);
    QCOMPARE(play.takeFirst().at(0).toBool(), true);
    QCOMPARE(step.size(), 1);
    auto* warnings = strip.findChild<QToolButton*>("run-warnings");
    QVERIFY(!warnings->isEnabled());
    strip.setWarnings({"first", "second"});
    QCOMPARE(warnings->text(), QStringLiteral("2 warnings"));
    QSignalSpy picked(&strip, &StatusStrip::warningPicked);
    QTest::mouseClick(warnings, Qt::LeftButton);
    auto* menu = strip.findChild<QMenu*>("warnings-menu");
    QVERIFY(menu);
    menu->actions().at(1)->trigger();
    QCOMPARE(picked.takeFirst().at(0).toInt(), 1);
    menu->close();
  }

  void oneWorkspaceAtATime() {
    WorkspaceBar bar;
    bar.addWorkspace(Glyph::Network, "Network", "layers");
    bar.addWorkspace(Glyph::Dynamics, "Dynamics", "phases");
    bar.addWorkspace(Glyph::Training, "Training", "errors");
    bar.resize(90, 500);
    bar.show();
    QCOMPARE(bar.current(), 0);
    QSignalSpy picked(&bar, &WorkspaceBar::picked);
    QTest::mouseClick(bar.findChild<QToolButton*>("workspace-3"), Qt::LeftButton);
    QCOMPARE(picked.takeFirst().at(0).toInt(), 2);
    QCOMPARE(bar.current(), 2);
    QTest::keyClick(&bar, Qt::Key_Up);
    QCOMPARE(bar.current(), 1);
    bar.setCurrent(0);
    QCOMPARE(bar.current(), 0);
    QCOMPARE(picked.size(), 1);
  }

  void iconsFollowThePalette() {
    const QIcon icon = Icons::icon(Glyph::Play);
    const auto middle = [&] { return icon.pixmap(24, 24).toImage().pixelColor(11, 12); };
    const QColor light = middle();
    Theme::apply(*qApp, Theme::Shade::Dark);
    QVERIFY(middle().lightness() > light.lightness());
    Theme::apply(*qApp, Theme::Shade::Light);
  }
};

QTEST_MAIN(TestBars)
#include "TestBars.moc"
