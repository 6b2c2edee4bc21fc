// Lesson files and their conditions, without a window.
#include <QtTest>

#include "core/base/Error.h"
#include "core/lesson/Lesson.h"
#include "tests/TestProgram.h"
#include "tests/data/Failure.h"

using namespace nudge;

namespace {

const LessonNames kNames{{"learning.beta", "machine.kind"}, {"digits"}};

Lesson lessonOf(const std::string& step, const std::string& more = "") {
  return parseLesson(R"({"format": "nudge-lesson", "version": 1, "title": {"en": "A", "fr": "B"})" +
                         more + R"(, "steps": [)" + step + "]}",
                     "id", kNames, "here");
}

std::string stepWith(const std::string& done, const std::string& more = "") {
  return R"({"text": "t", "task": "a", "notice": "n", "done": )" + done + more + "}";
}

Observations seeing(const std::map<std::string, Json>& now,
                    const std::map<std::string, Json>& before = {}, int times = 0) {
  return {[now](const std::string& name) { return now.contains(name) ? now.at(name) : Json(); },
          [before](const std::string& name) {
            return before.contains(name) ? before.at(name) : Json();
          },
          [times](const std::string&) { return times; }};
}

Condition conditionOf(const std::string& text) {
  return lessonOf(stepWith(text)).steps.front().done;
}

}  // namespace

class TestLesson : public QObject {
  Q_OBJECT
 private slots:
  void readsLessons() {
    const Lesson lesson =
        lessonOf(stepWith(R"({"did": "run.play"})",
                          R"(, "setup": {"preset": "digits", "set": {"learning.beta": 2},
                     "workspace": "training", "sample": 3, "restart": true}, "hide": ["top"])"),
                 R"(, "number": 2.5, "minutes": 9)");
    QCOMPARE(lesson.number, 2.5);
    QCOMPARE(lesson.minutes, 9);
    QCOMPARE(lesson.title.in("fr"), std::string("B"));
    QCOMPARE(lesson.title.in("de"), std::string("A"));
    const LessonStep& step = lesson.steps.front();
    QCOMPARE(step.text.in("fr"), std::string("t"));
    QCOMPARE(step.setup.set.front().first, std::string("learning.beta"));
    QCOMPARE(step.setup.sample, std::optional(3));
    QVERIFY(step.setup.restart);
  }

  void judgesConditions() {
    const Condition between = conditionOf(R"({"fact": "learning.beta", "least": 1, "most": 2})");
    QVERIFY(holds(between, seeing({{"learning.beta", 1.0}})));
    QVERIFY(holds(between, seeing({{"learning.beta", 2}})));
    QVERIFY(!holds(between, seeing({{"learning.beta", 2.1}})));
    QVERIFY(!holds(between, seeing({{"learning.beta", "2"}})));
    QVERIFY(!holds(between, seeing({})));
    const Condition is = conditionOf(R"({"fact": "machine.kind", "is": "annealing"})");
    QVERIFY(holds(is, seeing({{"machine.kind", "annealing"}})));
    QVERIFY(!holds(is, seeing({{"machine.kind", "energy"}})));
    const Condition changes = conditionOf(R"({"fact": "dynamics.label", "changes": true})");
    QVERIFY(!holds(changes, seeing({{"dynamics.label", 3}}, {{"dynamics.label", 3}})));
    QVERIFY(holds(changes, seeing({{"dynamics.label", 4}}, {{"dynamics.label", 3}})));
    const Condition twice = conditionOf(R"({"did": "annealing.sample", "times": 2})");
    QVERIFY(!holds(twice, seeing({}, {}, 1)));
    QVERIFY(holds(twice, seeing({}, {}, 2)));
    const std::string parts =
        R"([{"fact": "dynamics.changed.2", "least": 1}, {"did": "run.play"}])";
    const auto observed = seeing({{"dynamics.changed.2", 5}});
    QVERIFY(!holds(conditionOf(R"({"all": )" + parts + "}"), observed));
    QVERIFY(holds(conditionOf(R"({"any": )" + parts + "}"), observed));
  }

  void refusesWhatCouldNeverBeDone() {
    VERIFY_SAYS(lessonOf(R"({"text": "t", "task": "a", "notice": "n"})"), "needs \"done\"");
    VERIFY_SAYS(lessonOf(R"({"text": "t", "done": {"did": "run.play"}, "notice": "n"})"),
                "needs \"task\"");
    VERIFY_SAYS(conditionOf(R"({"did": "run.plya"})"), "run.play");
    VERIFY_SAYS(conditionOf(R"({"fact": "learning.beat", "least": 1})"), "learning.beta");
    VERIFY_SAYS(conditionOf(R"({"fact": "learning.beta"})"), "says nothing");
    VERIFY_SAYS(conditionOf(R"({"fact": "learning.beta", "least": "1"})"), "is a number");
    VERIFY_SAYS(conditionOf(R"({"did": "run.play", "times": 0})"), "from 1 to 1000");
    VERIFY_SAYS(conditionOf(R"({"all": []})"), "list of conditions");
    VERIFY_SAYS(conditionOf("3"), "condition is an object");
  }

  void refusesBrokenFiles() {
    const std::string good = stepWith(R"({"did": "run.play"})");
    VERIFY_SAYS(parseLesson("{", "id", kNames, "here"), "here");
    VERIFY_SAYS(parseLesson("[]", "id", kNames, "here"), "nudge-lesson");
    VERIFY_SAYS(lessonOf(""), "1 to 50 steps");
    VERIFY_SAYS(lessonOf(good, R"(, "minute": 3)"), "minutes");
    VERIFY_SAYS(lessonOf(good, R"(, "minutes": 0)"), "1 to 600");
    VERIFY_SAYS(lessonOf(good, R"(, "number": "x")"), "number");
    const auto setup = [](const std::string& text) {
      return stepWith(R"({"did": "run.play"})", R"(, "setup": )" + text);
    };
    VERIFY_SAYS(lessonOf(setup("3")), "is an object");
    VERIFY_SAYS(lessonOf(setup(R"({"preset": "digit"})")), "digits");
    VERIFY_SAYS(lessonOf(setup(R"({"set": {"learning.beet": 1}})")), "learning.beta");
    VERIFY_SAYS(lessonOf(setup(R"({"workspace": "train"})")), "training");
    VERIFY_SAYS(lessonOf(setup(R"({"sample": -1})")), "test image");
    VERIFY_SAYS(lessonOf(stepWith(R"({"did": "run.play"})", R"(, "picture": "../x.png")")),
                "own folder");
    VERIFY_SAYS(lessonOf(stepWith(R"({"did": "run.play"})", R"(, "hide": ["tops"])")), "top");
  }
};

QTEST_APPLESS_MAIN(TestLesson)
#include "TestLesson.moc"
