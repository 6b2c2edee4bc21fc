// The classics as a hand would work them: real clicks and keys.
#include <QComboBox>
#include <QMenu>
#include <QSpinBox>

#include "app/classics/ClassicPage.h"
#include "app/classics/HopfieldPage.h"
#include "app/workspaces/ClassicsWorkspace.h"
#include "tests/TestProgram.h"
#include "tests/app/WindowFixture.h"
#include "widgets/CutView.h"
#include "widgets/PatternView.h"
#include "widgets/PictureGrid.h"
#include "widgets/PlotExport.h"
#include "widgets/SeriesPlot.h"
#include "widgets/XnorView.h"

using namespace nudge;
using namespace nudge::test;

namespace {

struct ClassicsFixture : WindowFixture {
  ClassicsWorkspace& page() {
    return dynamic_cast<ClassicsWorkspace&>(window->workspace(window->workspaces() - 1));
  }
  QMenu& menu() { return *window->findChild<QMenu*>("classicsMenu"); }
  /// Through the menu, as a hand would.
  ClassicPage& open(const char* id) {
    emit menu().aboutToShow();
    window->findChild<QAction*>(QString("classic-menu-") + id)->trigger();
    for (ClassicPage* each : page().pages())
      if (each->id() == id && each->isVisible()) return *each;
    throw std::runtime_error(id);
  }
  double fact(const char* name) {
    const Json value = session().facts().value(name);
    return value.is_number() ? value.get<double>() : std::nan("");
  }
  void settle() { QTRY_VERIFY_WITH_TIMEOUT(page().complete(), kPatience); }
  int points(const char* plot) {
    return static_cast<int>(plotCsv(*find<QCustomPlot>(plot)).count('\n')) - 1;
  }
};

}  // namespace

class TestClassics : public QObject {
  Q_OBJECT
 private slots:
  void areReachedByKeyAndMenu() {
    ClassicsFixture f;
    QTest::keyClick(f.window.get(), Qt::Key_8);
    QVERIFY(f.page().isVisible());
    emit f.menu().aboutToShow();
    QCOMPARE(f.menu().actions().size(), 7);
    QCOMPARE(f.page().pages().size(), std::size_t{7});
    for (const ClassicPage* page : f.page().pages()) {
      f.open(page->id().toUtf8());
      QCOMPARE(f.session().facts().value("classics.page"), page->id().toStdString());
      QVERIFY(!page->said().isEmpty());
    }
    // No workspace of the bar is chosen, and the experiment's settings are away.
    for (const auto* button :
         f.window->findChildren<QToolButton*>(QRegularExpression("^workspace-")))
      QVERIFY(!button->isChecked());
    QVERIFY(f.find("settingsSearch") == nullptr);
    QTest::keyClick(f.window.get(), Qt::Key_2);
    QVERIFY(f.find("settingsSearch") != nullptr);
  }

  void aDrawnPatternIsStoredCorruptedAndRecalled() {
    ClassicsFixture f;
    auto& page = dynamic_cast<HopfieldPage&>(f.open("hopfield"));
    f.click("hopfieldRecall");
    QVERIFY(page.said().contains("Nothing is stored yet"));
    auto* state = f.find<PatternView>("hopfieldState");
    QTest::mousePress(state, Qt::LeftButton, {}, state->cellRect(30).center().toPoint());
    for (int cell = 31; cell < 40; ++cell)
      QTest::mouseMove(state, state->cellRect(cell).center().toPoint());
    QTest::mouseRelease(state, Qt::LeftButton, {}, state->cellRect(39).center().toPoint());
    QCOMPARE(std::count(state->pattern().begin(), state->pattern().end(), Spin{1}), 10);
    // By keys as well: the cursor begins in the corner.
    state->setFocus();
    QTest::keyClick(state, Qt::Key_Right);
    QTest::keyClick(state, Qt::Key_Space);
    QCOMPARE(state->pattern()[1], Spin{1});
    const Pattern drawnPattern = state->pattern();
    f.click("hopfieldStore");
    QCOMPARE(f.fact("hopfield.stored"), 1.0);
    f.click("hopfieldCorrupt");
    QVERIFY(overlap(state->pattern(), drawnPattern) < 0.8);
    f.click("hopfieldRecall");
    f.settle();
    QCOMPARE(state->pattern(), drawnPattern);
    QCOMPARE(f.fact("hopfield.overlap"), 1.0);
    QVERIFY(f.points("hopfieldEnergy") > 10);
    // A stored pattern is picked by hand.
    f.click("hopfieldLetters");
    QTRY_VERIFY(f.find<PatternView>("hopfieldStored0") != nullptr);
    QTest::mouseClick(f.find<PatternView>("hopfieldStored0"), Qt::LeftButton);
    QCOMPARE(state->pattern(), drawnPattern);
    QTest::keyClick(f.window.get(), Qt::Key_R);
    QVERIFY(page.memory().patterns().empty());
  }

  void lettersComeBack() {
    ClassicsFixture f;
    f.open("hopfield");
    f.click("hopfieldLetters");
    int back = 0;
    for (int i = 0; i < 4; ++i) {
      const QByteArray name = QString("hopfieldStored%1").arg(i).toUtf8();
      QTRY_VERIFY(f.find<PatternView>(name) != nullptr);
      auto* stored = f.find<PatternView>(name);
      QTest::mouseClick(stored, Qt::LeftButton);
      f.click("hopfieldCorrupt");
      f.click("hopfieldRecall");
      f.settle();
      back += f.fact("hopfield.overlap") > 0.99 ? 1 : 0;
    }
    QVERIFY(back >= 3);
  }

  void theCapacityIsMeasured() {
    ClassicsFixture f;
    f.open("hopfield");
    f.click("hopfieldCapacity");
    QTRY_VERIFY_WITH_TIMEOUT(f.session().facts().times("hopfield.capacity") == 1, kPatience);
    QVERIFY(f.points("hopfieldLoad") == 11);
  }

  void pairsOfLettersRecallEachOther() {
    ClassicsFixture f;
    f.open("bam");
    for (int pair = 0; pair < 3; ++pair) {
      auto* choice = f.find<QComboBox>("bamPair");
      choice->setCurrentIndex(pair);
      emit choice->activated(pair);
      const Pattern a = f.find<PatternView>("bamA")->pattern();
      const Pattern b = f.find<PatternView>("bamB")->pattern();
      f.click("bamCorrupt");
      f.click("bamForward");
      QVERIFY2(f.fact("bam.overlap") == 1, qPrintable(QString("pair %1").arg(pair)));
      QCOMPARE(f.find<PatternView>("bamB")->pattern(), b);
      f.click("bamBackward");
      QCOMPARE(f.find<PatternView>("bamA")->pattern(), a);
    }
    QVERIFY(f.points("bamEnergy") >= 3);
  }

  void theBoltzmannMachineLearnsGeneratesAndGrows() {
    ClassicsFixture f;
    auto& page = f.open("boltzmann");
    f.click("boltzmannGenerate");
    QVERIFY(page.said().contains("press Learn"));
    f.click("boltzmannEpoch");
    f.settle();
    const double first = f.fact("boltzmann.error");
    QTest::keyClick(f.window.get(), Qt::Key_Space);  // plays
    QTRY_VERIFY_WITH_TIMEOUT(f.fact("boltzmann.epoch") >= 4, kPatience);
    QTest::keyClick(f.window.get(), Qt::Key_Space);
    f.settle();
    QVERIFY(f.fact("boltzmann.error") < 0.7 * first);
    QCOMPARE(f.find<PictureGrid>("boltzmannFilters")->count(), std::size_t{36});
    f.click("boltzmannGenerate");
    f.settle();
    QCOMPARE(f.find<PictureGrid>("boltzmannDreams")->count(), std::size_t{12});
    f.click("boltzmannAdd");
    f.click("boltzmannEpoch");
    f.settle();
    QCOMPARE(f.fact("boltzmann.epoch"), 1.0);
    QVERIFY(page.said().contains("layer 2"));
    QTest::keyClick(f.window.get(), Qt::Key_R);
    QCOMPARE(f.find<PictureGrid>("boltzmannFilters")->count(), std::size_t{0});
  }

  void learningGoesOnWhateverComesBetween() {
    ClassicsFixture f;
    f.open("boltzmann");
    f.click("boltzmannLearn");
    QTRY_VERIFY_WITH_TIMEOUT(f.fact("boltzmann.epoch") >= 1, kPatience);
    // Learn is pressed again while noise is still being sampled.
    f.click("boltzmannGenerate");
    f.click("boltzmannLearn");
    const double before = f.fact("boltzmann.epoch");
    QTRY_VERIFY_WITH_TIMEOUT(f.fact("boltzmann.epoch") >= before + 2, kPatience);
    QCOMPARE(f.find<PictureGrid>("boltzmannDreams")->count(), std::size_t{12});
    // A layer on top, and a new beginning, in the middle of an epoch.
    f.click("boltzmannAdd");
    QCOMPARE(f.fact("boltzmann.epoch"), 0.0);
    QTRY_VERIFY_WITH_TIMEOUT(f.fact("boltzmann.epoch") >= 2, kPatience);
    f.click("boltzmannAnew");
    f.click("boltzmannLearn");
    QCOMPARE(f.fact("boltzmann.epoch"), 0.0);
    QTRY_VERIFY_WITH_TIMEOUT(f.fact("boltzmann.epoch") >= 2, kPatience);
    f.click("boltzmannLearn");
    f.settle();
  }

  void aNewGraphTakesNoAnswerOfTheOldOne() {
    ClassicsFixture f;
    f.open("cut");
    f.find<QSpinBox>("cutNodes")->setValue(200);
    f.find<QSpinBox>("cutReads")->setValue(1000);
    f.click("cutSolve");
    f.click("cutNew");
    const double uncut = f.fact("cut.value");
    f.settle();
    QTest::qWait(100);
    QCOMPARE(f.find<CutView>("cut-view")->cut(), uncut);
    QCOMPARE(f.fact("cut.value"), uncut);
    QCOMPARE(f.points("cutReadsPlot"), 0);
  }

  void whatIsDrawnEndsARecall() {
    ClassicsFixture f;
    f.open("hopfield");
    f.click("hopfieldLetters");
    f.click("hopfieldCorrupt");
    f.click("hopfieldRecall");
    QTRY_VERIFY(f.find<PatternView>("hopfieldStored1") != nullptr);
    auto* stored = f.find<PatternView>("hopfieldStored1");
    QTest::mouseClick(stored, Qt::LeftButton);
    QTest::qWait(300);
    QCOMPARE(f.find<PatternView>("hopfieldState")->pattern(), stored->pattern());
  }

  void everySolverFindsTheCutOfPetersen() {
    ClassicsFixture f;
    f.open("cut");
    auto* kind = f.find<QComboBox>("cutKind");
    kind->setCurrentIndex(2);
    emit kind->activated(2);
    auto* solver = f.find<QComboBox>("cutSolver");
    auto* view = f.find<CutView>("cut-view");
    for (int i = 0; i < solver->count(); ++i) {
      f.open("cut");
      solver->setCurrentIndex(i);
      f.click("cutSolve");
      f.settle();
      QTRY_COMPARE_WITH_TIMEOUT(f.fact("cut.value"), 12.0, kPatience);
      QCOMPARE(view->cut(), 12.0);
    }
    // By hand it becomes worse or stays.
    QTest::mouseClick(view, Qt::LeftButton, {}, view->placeOf(3).toPoint());
    QVERIFY(view->cut() <= 12);
    QCOMPARE(f.fact("cut.value"), view->cut());
    QCOMPARE(f.session().facts().times("cut.turn"), 1);
    // Too many nodes for all states are refused in words.
    kind->setCurrentIndex(0);
    emit kind->activated(0);
    f.find<QSpinBox>("cutNodes")->setValue(60);
    solver->setCurrentIndex(0);
    f.click("cutSolve");
    QTRY_VERIFY_WITH_TIMEOUT(f.open("cut").said().contains("24"), kPatience);
  }

  void noiseFindsLowerEnergies() {
    ClassicsFixture f;
    f.open("memristors");
    f.click("memristorRun");
    QTRY_VERIFY_WITH_TIMEOUT(f.fact("memristors.gain") > 5, kPatience);
    QCOMPARE(f.points("memristorBest"), 40);
  }

  void resistorsLearn() {
    ClassicsFixture f;
    f.open("resistors");
    f.click("resistorStep");
    for (int rule = 0; rule < 2; ++rule) {
      f.find<QComboBox>("resistorRule")->setCurrentIndex(rule);
      f.click("resistorAnew");
      QVERIFY(f.fact("resistors.error") > 20);
      f.click("resistorLearn");
      QTRY_VERIFY_WITH_TIMEOUT(f.fact("resistors.error") < 8, kPatience);
      QTest::keyClick(f.window.get(), Qt::Key_Space);
      QVERIFY(f.page().complete());
    }
  }

  void productsAreMadeBitByBit() {
    ClassicsFixture f;
    f.open("xnor");
    auto* view = f.find<XnorView>("xnor-view");
    for (int i = 0; i < 8; ++i) QTest::keyClick(f.window.get(), Qt::Key_Period);
    QCOMPARE(f.fact("xnor.steps"), 8.0);
    const double sum = f.fact("xnor.sum");
    QTest::mouseClick(view, Qt::LeftButton, {}, view->bitRect(1, 2).center().toPoint());
    QCOMPARE(std::abs(f.fact("xnor.sum") - sum), 2.0);
    view->setFocus();
    QTest::keyClick(view, Qt::Key_Space);
    QCOMPARE(f.fact("xnor.sum"), sum);
    f.find<QSpinBox>("xnorBits")->setValue(12);
    QCOMPARE(view->weights().size(), std::size_t{12});
    QCOMPARE(f.fact("xnor.steps"), 0.0);
  }
};

QTEST_MAIN(TestClassics)
#include "TestClassics.moc"
