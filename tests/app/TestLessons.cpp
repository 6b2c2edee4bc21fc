// Every lesson from its first step to its last, as a student would do it, read in every language;
// and lessons of teachers, good and broken.
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QToolButton>

#include "app/Language.h"
#include "app/lessons/LessonRun.h"
#include "app/workspaces/ChipWorkspace.h"
#include "app/workspaces/LessonsWorkspace.h"
#include "tests/TestProgram.h"
#include "tests/app/WindowFixture.h"
#include "widgets/CellsView.h"
#include "widgets/ChipView.h"
#include "widgets/FeaturesView.h"
#include "widgets/FieldRow.h"
#include "widgets/SchedulePlot.h"
#include "widgets/SettingsForm.h"

using namespace nudge;
using namespace nudge::test;

namespace {

struct LessonFixture : WindowFixture {
  LessonRun& run() { return window->lessonRun(); }

  void key(int key, Qt::KeyboardModifiers modifiers = {}) {
    QTest::keyClick(window.get(), static_cast<Qt::Key>(key), modifiers);
  }
  /// Lets the workspace come to rest.
  void settle() {
    QTest::qWait(50);
    if (run().active()) QTRY_VERIFY_WITH_TIMEOUT(run().ready(), kPatience);
    for (int i = 0; i < window->workspaces(); ++i) {
      Workspace& page = window->workspace(i);
      if (page.isVisible()) QTRY_VERIFY_WITH_TIMEOUT(page.complete(), kPatience);
    }
  }
  /// What a label of the lesson says, the language changed before its eyes.
  void saysInEveryLanguage(const char* label, const LocalText& text) {
    for (const QString& language : languages()) {
      window->setLanguage(language);
      auto* shown = find<QLabel>(label);
      QVERIFY2(shown, label);
      const auto words = QString::fromStdString(text.in(language.toStdString()));
      QVERIFY2(shown->text().contains(words), qPrintable(shown->text()));
    }
  }
  /// Types a setting into the panel beside the workspace.
  void type(const char* setting, const QString& value) {
    for (auto* row : window->findChildren<FieldRow*>()) {
      if (!row->isVisible() || row->field().key != setting) continue;
      auto* line = row->findChild<QLineEdit*>();
      QVERIFY2(line, setting);
      line->setFocus();
      line->selectAll();
      QTest::keyClicks(line, value);
      QTest::keyClick(line, Qt::Key_Return);
      // Back to the page, so that letters are keys again.
      line->clearFocus();
      return;
    }
    QFAIL(setting);
  }
  void untilPhase(const char* phase) {
    for (int i = 0; i < 400 && session().facts().value("dynamics.phase") != phase; ++i)
      key(Qt::Key_Period);
  }
  void train() { key(Qt::Key_Space, Qt::ControlModifier); }
  void pickCell() {
    auto* cells = find<CellsView>("cells1");
    QVERIFY(cells);
    QTest::mouseClick(cells, Qt::LeftButton, {}, cells->cellRect(3).center().toPoint());
  }
  void nextSample() {
    auto* sample = find<QSpinBox>("sampleNumber");
    QVERIFY(sample);
    // Neighbours may show the same digit.
    const Json label = session().facts().value("dynamics.label");
    for (int i = 0; i < 20 && session().facts().value("dynamics.label") == label; ++i) {
      QTest::keyClick(sample, Qt::Key_Up);
      settle();
    }
  }
  void movePoint() {
    auto* plot = find<SchedulePlot>("reverseSchedule");
    QVERIFY(plot);
    plot->setFocus();
    QTest::keyClick(plot, Qt::Key_BracketRight);
    QTest::keyClick(plot, Qt::Key_Up);
  }
  ChipWorkspace& chip() { return dynamic_cast<ChipWorkspace&>(window->workspace(4)); }
  void clickQubit(int qubit) {
    auto* view = find<ChipView>("chip-view");
    QVERIFY(view);
    QTest::mouseClick(view, Qt::LeftButton, {}, view->positionOf(qubit).toPoint());
  }
  void chooseChip(const char* name) {
    auto* box = find<QComboBox>("chip");
    QVERIFY(box);
    box->lineEdit()->setFocus();
    box->lineEdit()->selectAll();
    QTest::keyClicks(box->lineEdit(), name);
    QTest::keyClick(box->lineEdit(), Qt::Key_Return);
    settle();
  }
  void markThree() {
    click("markFaults");
    for (int i = 0; i < 3; ++i) {
      settle();
      clickQubit(chip().result().use->chain(i).front());
    }
  }
};

using Hand = std::function<void(LessonFixture&)>;

/// What a student does, step by step.
const std::map<std::string, std::vector<Hand>>& hands() {
  using F = LessonFixture;
  static const auto space = [](F& f) { f.key(Qt::Key_Space); };
  static const std::map<std::string, std::vector<Hand>> all{
      {"01-energy",
       {space, [](F& f) { f.key(Qt::Key_R); },
        [](F& f) {
          for (int i = 0; i < 4; ++i) f.key(Qt::Key_Period);
        },
        [](F& f) { f.nextSample(); }}},
      {"02-nudge",
       {[](F& f) { f.untilPhase("nudge"); }, [](F& f) { f.type("learning.beta", "4.5"); },
        [](F& f) { f.type("learning.beta", "-2"); }, [](F& f) { f.type("learning.beta", "0"); }}},
      {"03-gradient",
       {[](F& f) { f.pickCell(); }, [](F& f) { f.type("learning.beta", "0.05"); },
        [](F& f) { f.type("machine.T", "3"); }, [](F& f) { f.train(); }}},
      {"04-inertia",
       {space, [](F& f) { f.type("learning.tau", "1e-8"); },
        [](F& f) {
          f.type("learning.tau", "1");
          f.key(Qt::Key_R);
          f.train();
        }}},
      {"05-augmentation", {[](F& f) { f.untilPhase("nudge"); }, space, space}},
      {"06-spins",
       {space, [](F& f) { f.type("machine.reverse_to", "0.05"); }, [](F& f) { f.movePoint(); },
        space}},
      {"07-stochastic",
       {[](F& f) {
          f.key(Qt::Key_R);
          f.settle();
          f.key(Qt::Key_R);
        },
        [](F& f) { f.train(); },
        [](F& f) {
          f.key(Qt::Key_4);
          f.settle();
          f.key(Qt::Key_R);
        }}},
      {"08-chip",
       {[](F& f) { f.clickQubit(f.chip().result().use->chain(7).front()); },
        [](F& f) { f.chooseChip("zephyr:15"); }, [](F& f) { f.markThree(); },
        [](F& f) {
          f.settle();
          f.key(Qt::Key_Space);
        }}},
      {"09-features",
       {[](F& f) {
          auto* chosen = f.find<QSpinBox>("featureClass");
          QVERIFY(chosen);
          QTest::keyClick(chosen, Qt::Key_Up);
          QTest::keyClick(chosen, Qt::Key_Return);
        },
        [](F& f) { f.train(); },
        [](F& f) {
          f.session().pause();
          f.settle();
          auto* view = f.window->findChild<FeaturesView*>();
          QTest::mouseClick(view, Qt::LeftButton, {}, view->unitRect(0).center().toPoint());
        }}},
      {"10-classics",
       {[](F& f) { f.click("hopfieldLetters"); },
        [](F& f) {
          f.click("hopfieldCorrupt");
          f.click("hopfieldRecall");
        },
        [](F& f) { f.click("hopfieldCapacity"); }, [](F& f) { f.click("boltzmannLearn"); },
        [](F& f) { f.click("resistorLearn"); }}},
  };
  return all;
}

}  // namespace

class TestLessons : public QObject {
  Q_OBJECT
 private slots:
  void everyLessonFromItsFirstStepToItsLast_data() {
    QTest::addColumn<QString>("id");
    for (const FoundLesson& lesson : LessonLibrary::load().lessons) {
      const auto id = QString::fromStdString(lesson.lesson.id);
      QTest::newRow(qPrintable(id)) << id;
    }
  }

  void everyLessonFromItsFirstStepToItsLast() {
    QFETCH(QString, id);
    LessonFixture f;
    f.window->showWorkspaceNamed("lessons");
    f.settle();
    f.click(qPrintable("lesson-" + id));
    QVERIFY(f.run().active());
    const auto hand = hands().find(id.toStdString());
    QVERIFY2(hand != hands().end(), qPrintable(id));
    QCOMPARE(static_cast<int>(hand->second.size()), f.run().steps());
    for (int step = 0; step < f.run().steps(); ++step) {
      f.settle();
      const LessonStep& current = f.run().current();
      f.saysInEveryLanguage("lessonText", current.text);
      f.saysInEveryLanguage("lessonTask", current.task);
      // Nothing goes on without the action.
      QVERIFY2(!f.run().done(), qPrintable(QString("step %1").arg(step + 1)));
      QVERIFY(!f.find<QToolButton>("lessonNext")->isEnabled());
      f.run().next();
      QCOMPARE(f.run().step(), step);
      QVERIFY(!f.find("lessonNotice"));
      hand->second[static_cast<std::size_t>(step)](f);
      const auto facts = [&] {
        QString text = QString("step %1:").arg(step + 1);
        for (const auto& [name, value] : f.session().facts().all())
          text += QString::fromStdString(' ' + name + '=' + value.dump());
        return text;
      };
      QTRY_VERIFY2_WITH_TIMEOUT(f.run().done(), qPrintable(facts()), kPatience);
      f.saysInEveryLanguage("lessonNotice", current.notice);
      f.click("lessonNext");
    }
    QVERIFY(!f.run().active());
    QVERIFY(!f.find("lessonPanel"));
    QVERIFY(LessonsWorkspace::finished(id.toStdString()));
    f.session().pause();
  }

  void everyTextIsInBothLanguages() {
    const LessonLibrary library = LessonLibrary::load();
    QVERIFY2(library.problems.isEmpty(), qPrintable(library.problems.join('\n')));
    QVERIFY(library.lessons.size() >= 8);
    for (const FoundLesson& found : library.lessons) {
      std::vector<const LocalText*> texts{&found.lesson.title, &found.lesson.about};
      for (const LessonStep& step : found.lesson.steps) {
        for (const LocalText* text : {&step.title, &step.text, &step.task, &step.notice})
          texts.push_back(text);
      }
      for (const LocalText* text : texts) {
        QVERIFY2(text->byLanguage.contains("en") && text->byLanguage.contains("fr"),
                 found.lesson.id.c_str());
      }
    }
  }

  void goesBackResetsAndLeaves() {
    LessonFixture f;
    f.window->showWorkspaceNamed("lessons");
    f.settle();
    f.click("lesson-02-nudge");
    f.settle();
    f.untilPhase("nudge");
    QTRY_VERIFY(f.run().done());
    f.click("lessonNext");
    QCOMPARE(f.document().experiment().learning.beta, 1.0);
    f.type("learning.beta", "4");
    QTRY_VERIFY(f.run().done());
    f.click("lessonReset");
    QVERIFY(!f.run().done());
    QCOMPARE(f.document().experiment().learning.beta, 1.0);
    f.click("lessonBack");
    QCOMPARE(f.run().step(), 0);
    f.click("lessonClose");
    QVERIFY(!f.run().active());
    QVERIFY(!f.find("lessonPanel"));
    QVERIFY(f.find("settingsPanel"));
  }

  void teachersAddTheirOwn() {
    LessonFixture f;
    QVERIFY(QDir(f.folder.path()).mkpath("mine/hello"));
    QVERIFY(QDir(f.folder.path()).mkpath("mine/broken"));
    const auto write = [&](const char* name, const char* text) {
      QFile file(f.folder.filePath(name));
      QVERIFY(file.open(QIODevice::WriteOnly));
      file.write(text);
    };
    write("mine/hello/lesson.json",
          R"({"format": "nudge-lesson", "version": 1, "number": 0, "title": "Hello",
              "steps": [{"text": "Look", "task": "Go to Training", "notice": "There",
                         "done": {"fact": "workspace", "is": "training"}}]})");
    write("mine/broken/lesson.json",
          R"({"format": "nudge-lesson", "version": 1, "title": "No",
              "steps": [{"text": "Look", "task": "Do", "notice": "So",
                         "done": {"did": "dynamics.dance"}}]})");
    qputenv("NUDGE_LESSONS", f.folder.filePath("mine").toUtf8());
    f.open();
    f.window->showWorkspaceNamed("lessons");
    f.settle();
    qunsetenv("NUDGE_LESSONS");
    auto* problem = f.find<QLabel>("lessonProblem");
    QVERIFY(problem);
    QVERIFY2(problem->text().contains("dynamics.dance"), qPrintable(problem->text()));
    f.click("lesson-hello");
    QCOMPARE(f.find<QLabel>("lessonText")->text(), QString("Look"));
    f.key(Qt::Key_3);
    QTRY_VERIFY(f.run().done());
    f.click("lessonNext");
    QVERIFY(!f.run().active());
  }
};

QTEST_MAIN(TestLessons)
#include "TestLessons.moc"
