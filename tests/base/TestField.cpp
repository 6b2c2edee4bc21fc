#include <QtTest>

#include "core/base/Error.h"
#include "core/base/Field.h"
#include "tests/TestProgram.h"

using namespace nudge;

namespace {

enum class Kind { First, Second };

struct Inner {
  double rate = 0.5;
};

struct Outer {
  int count = 3;
  bool on = true;
  Kind kind = Kind::Second;
  std::vector<double> list{1, 2};
  std::string name = "n";
  Inner inner;
};

Fields<Outer> table() {
  FieldTable<Inner> inner;
  inner.add(&Inner::rate, "rate", "Rate", "r", "A rate").above(0, 1);
  FieldTable<Outer> outer;
  outer.add(&Outer::count, "count", "Count", "", "A count").range(1, 10);
  outer.add(&Outer::on, "on", "On", "", "A flag");
  outer.add(&Outer::kind, "kind", "Kind", "A choice", {{"first", "F", ""}, {"second", "S", ""}});
  outer.add(&Outer::list, "list", "List", "", "A list").range(0, 5).upTo(3);
  outer.add(&Outer::name, "name", "Name", "A name");
  outer.include("inner", &Outer::inner, std::move(inner).take());
  return std::move(outer).take();
}

const Field<Outer>& field(const Fields<Outer>& fields, const std::string& key) {
  return *std::find_if(fields.begin(), fields.end(), [&](const auto& f) { return f.key == key; });
}

std::string failure(const std::string& key, const Json& value) {
  Outer owner;
  const auto fields = table();
  try {
    field(fields, key).set(owner, value);
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

}  // namespace

class TestField : public QObject {
  Q_OBJECT
 private slots:
  void getsAndSets() {
    Outer owner;
    const auto fields = table();
    field(fields, "count").set(owner, 7);
    field(fields, "kind").set(owner, "first");
    field(fields, "list").set(owner, 4.5);
    field(fields, "inner.rate").set(owner, 0.25);
    QCOMPARE(owner.count, 7);
    QVERIFY(owner.kind == Kind::First);
    QCOMPARE(owner.list, std::vector<double>{4.5});
    QCOMPARE(owner.inner.rate, 0.25);
    QCOMPARE(field(fields, "inner.rate").get(owner), Json(0.25));
    QCOMPARE(field(fields, "kind").get(owner), Json("first"));
  }

  void refusesWithKeyAndRange() {
    QVERIFY(failure("count", 11)
                .find("count: 11 is not allowed; it must be a whole number from 1 to 10") == 0);
    QVERIFY(failure("count", 2.5).find("whole number") != std::string::npos);
    QVERIFY(failure("count", "3").find("whole number") != std::string::npos);
    QVERIFY(failure("count", 1e300).find("whole number") != std::string::npos);
    QVERIFY(failure("inner.rate", 0).find("inner.rate: 0 ") == 0);
    QVERIFY(failure("inner.rate", Json()).find("greater than 0 and at most 1") !=
            std::string::npos);
    QVERIFY(failure("kind", "third").find("\"first\", \"second\"") != std::string::npos);
    QVERIFY(failure("list", Json::array({1, 2, 3, 4})).find("at most 3") != std::string::npos);
    QVERIFY(failure("list", Json::array({1, "x"})).find("list of numbers") != std::string::npos);
    QVERIFY(failure("on", 1).find("true or false") != std::string::npos);
    QVERIFY(failure("name", 1).find("a text") != std::string::npos);
    QVERIFY(failure("count", 18446744073709551615ULL).find("whole number") != std::string::npos);
  }

  void readsText() {
    const auto fields = table();
    QCOMPARE(valueFromText(field(fields, "count"), " 4 "), Json(4));
    QCOMPARE(valueFromText(field(fields, "list"), "1, 2"), Json::array({1, 2}));
    QCOMPARE(valueFromText(field(fields, "list"), "[1,2]"), Json::array({1, 2}));
    QCOMPARE(valueFromText(field(fields, "kind"), "first"), Json("first"));
    QVERIFY_EXCEPTION_THROWN(valueFromText(field(fields, "count"), "four"), Error);
  }

  void nearestNames() {
    const std::vector<std::string> known{"gamma", "tau", "beta"};
    QCOMPARE(nearestName("gama", known), std::string("gamma"));
    QCOMPARE(nearestName("bta", known), std::string("beta"));
    QCOMPARE(nearestName("completely-different", known), std::string());
  }
};

QTEST_APPLESS_MAIN(TestField)
#include "TestField.moc"
