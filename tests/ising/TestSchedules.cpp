// Inverse temperatures and annealing schedules: ranges by hand, reverse, limits, tables.
#include <cmath>

#include <QtTest>

#include "core/base/AtomicFile.h"
#include "core/base/StrictJson.h"
#include "core/ising/AnnealSchedule.h"
#include "core/ising/ProblemFile.h"
#include "core/ising/TemperatureSchedule.h"
#include "tests/SharedData.h"
#include "tests/TestProgram.h"
#include "tests/data/Failure.h"
#include "tests/ising/Problems.h"

using namespace nudge;
using namespace nudge::test;

namespace {

bool near(double a, double b, double relative = 1e-9) {
  return std::abs(a - b) <= relative * std::abs(b);
}

}  // namespace

class TestSchedules : public QObject {
  Q_OBJECT
 private slots:
  void rangesByHand() {
    // Spin 0: 1 + 2 + 4 = 7 at most; the smallest number, 0.5, is the field of spin 2 alone.
    const IsingProblem problem({1, 0, 0.5}, {{0, 1, -2}, {0, 2, 4}});
    const TemperatureRange thesis = temperatureRange(problem, RangeRule::Thesis);
    QVERIFY(near(thesis.hot, std::log(2.0) / 7));
    QVERIFY(near(thesis.cold, std::log(100.0) / 0.5));
    const TemperatureRange dwave = temperatureRange(problem, RangeRule::DWave);
    QVERIFY(near(dwave.hot, std::log(2.0) / 14));
    QVERIFY(near(dwave.cold, std::log(100.0) / 1));
    const TemperatureRange empty = temperatureRange(IsingProblem({0, 0}, {}), RangeRule::Tuned);
    QCOMPARE(empty.hot, 0.1);
    QCOMPARE(empty.cold, 1.0);
  }

  void rangesOfTheReferenceSampler() {
    const auto path = referenceFile("ising/expected.json");
    if (path.empty()) QSKIP("the reference instances are not there");
    const Json expected = parseJson(readFile(path, 1 << 20), "expected");
    for (const char* name : {"a_bip120x40_gauss", "b_chimera16_pm1"}) {
      const Json& run = expected[name]["quality_100x1000_default_beta"][0];
      const IsingProblem problem =
          readProblem(referenceFile("ising/" + std::string(name) + ".txt"));
      const TemperatureRange range = temperatureRange(problem, RangeRule::DWave);
      QVERIFY(near(range.hot, run["beta0"].get<double>(), 1e-8));
      QVERIFY(near(range.cold, run["beta1"].get<double>(), 1e-8));
    }
  }

  void theTunedRangeLiesWithinAndIsTheSameForTheSameSeed() {
    const IsingProblem problem = gaussianProblem(60, 0.5F, 3);
    const TemperatureRange whole = temperatureRange(problem, RangeRule::DWave);
    const TemperatureRange tuned = temperatureRange(problem, RangeRule::Tuned, 5);
    QVERIFY(tuned.hot > whole.hot && tuned.hot < tuned.cold && tuned.cold < whole.cold);
    const TemperatureRange again = temperatureRange(problem, RangeRule::Tuned, 5);
    QCOMPARE(again.hot, tuned.hot);
    QCOMPARE(again.cold, tuned.cold);
    // Energies ten times as large need inverse temperatures ten times as small.
    std::vector<Coupling> couplings(problem.couplings().begin(), problem.couplings().end());
    for (Coupling& c : couplings) c.value *= 10;
    std::vector<double> fields(problem.fields().begin(), problem.fields().end());
    for (double& field : fields) field *= 10;
    const TemperatureRange scaled =
        temperatureRange(IsingProblem(fields, couplings), RangeRule::Tuned, 5);
    QVERIFY(near(scaled.hot * 10, tuned.hot, 0.01));
    QVERIFY(near(scaled.cold * 10, tuned.cold, 0.01));
  }

  void geometricAndLinear() {
    const TemperatureRange range = givenRange(0.1, 10);
    const std::vector<double> geometric = inverseTemperatures(range, 3);
    QVERIFY(near(geometric[0], 0.1) && near(geometric[1], 1) && geometric[2] == 10);
    const std::vector<double> linear = inverseTemperatures(range, 3, Spacing::Linear);
    QVERIFY(near(linear[0], 0.1) && near(linear[1], 5.05) && linear[2] == 10);
    QVERIFY(inverseTemperatures(range, 1) == std::vector<double>{10});
    VERIFY_SAYS(inverseTemperatures(range, 0), "0 sweeps");
    VERIFY_SAYS(givenRange(1, 0.5), "from 1 to 0.5 is no range");
    VERIFY_SAYS(givenRange(0, 1), "is no range");
  }

  void drawnByHand() {
    const std::vector<TemperaturePoint> points{{0, 0}, {0.25, 4}, {1, 1}};
    QVERIFY(inverseTemperatures(points, 5) == (std::vector<double>{0, 4, 3, 2, 1}));
    const std::vector<TemperaturePoint> backwards{{0, 0}, {0.5, 1}, {0.5, 2}, {1, 3}};
    VERIFY_SAYS(inverseTemperatures(backwards, 5), "point 3");
    const std::vector<TemperaturePoint> negative{{0, -1}, {1, 3}};
    VERIFY_SAYS(inverseTemperatures(negative, 5), "point 1");
    VERIFY_SAYS(inverseTemperatures(std::vector<TemperaturePoint>{{0, 1}}, 5),
                "two or more points");
  }

  void reverseByAFraction() {
    const std::vector<double> forward{1, 2, 3, 4};
    QVERIFY(reverseTemperatures(forward, 0.25) == (std::vector<double>{4, 3, 2, 3, 4}));
    QVERIFY(reverseTemperatures(forward, 0) == (std::vector<double>{4, 3, 2, 1, 2, 3, 4}));
    QVERIFY(reverseTemperatures(forward, 0.99) == std::vector<double>{4});
    VERIFY_SAYS(reverseTemperatures(forward, 1), "fraction 1");
    VERIFY_SAYS(reverseTemperatures(forward, -0.1), "fraction -0.1");
  }

  void annealSchedules() {
    const AnnealSchedule reverse = AnnealSchedule::reverse(20, 0.4, 10);
    QVERIFY(reverse.isReverse());
    QCOMPARE(reverse.duration(), 30.0);
    QCOMPARE(reverse.at(0), 1.0);
    QCOMPARE(reverse.at(15), 0.4);
    QCOMPARE(reverse.at(99), 1.0);
    QVERIFY(near(reverse.at(5), 0.7));
    QVERIFY(near(AnnealSchedule::paused(20, 0.5, 100).at(60), 0.5));
    QVERIFY(near(AnnealSchedule::quenched(20, 0.5).duration(), 10.25));
    QVERIFY(AnnealSchedule::forward(1).sampled(4) == (std::vector<double>{.125, .375, .625, .875}));
    VERIFY_SAYS(AnnealSchedule({{0, 1}, {10, -0.2}, {20, 1}}), "point 2 of the annealing");
    VERIFY_SAYS(AnnealSchedule({{1, 0}, {10, 1}}), "begins at 1 µs");
  }

  void verdictsOfTheReference() {
    const auto path = referenceFile("sapi/anneal_schedule_cases.json");
    if (path.empty()) QSKIP("the reference verdicts are not there");
    const Json reference = parseJson(readFile(path, 1 << 20), "cases");
    AnnealLimits limits;
    limits.mostPoints = reference["properties"]["max_anneal_schedule_points"].get<std::size_t>();
    limits.longest = reference["properties"]["annealing_time_range"][1].get<double>();
    limits.steepest = 1 / reference["properties"]["annealing_time_range"][0].get<double>();
    int checked = 0;
    for (const Json& one : reference["cases"]) {
      std::vector<AnnealPoint> points;
      bool pairs = true;
      for (const Json& point : one["schedule"]) {
        pairs = pairs && point.is_array() && point.size() == 2;
        if (pairs) points.push_back({point[0].get<double>(), point[1].get<double>()});
      }
      // What the reference lets through and no machine can follow, we refuse.
      const bool stricter = !pairs || (!points.empty() && points.front().time != 0) ||
                            std::any_of(points.begin(), points.end(),
                                        [](const AnnealPoint& p) { return p.s < 0 || p.s > 1; });
      const bool accepted =
          pairs && failureOf([&] { (void)AnnealSchedule(points, limits); }).empty();
      const bool expected = one["result"] == "ok" && !stricter;
      QVERIFY2(accepted == expected, one.dump().c_str());
      ++checked;
    }
    QVERIFY(checked > 20);
  }

  void tables() {
    const AnnealTable& typical = AnnealTable::typical();
    QCOMPARE(typical.at(0).transverse, 10.0);
    QCOMPARE(typical.at(1).transverse, 0.0);
    QCOMPARE(typical.at(1).problem, 12.0);
    for (int k = 1; k <= 100; ++k) {
      QVERIFY(typical.at(k / 100.0).transverse < typical.at((k - 1) / 100.0).transverse);
      QVERIFY(typical.at(k / 100.0).problem > typical.at((k - 1) / 100.0).problem);
    }
    const AnnealTable own = parseAnnealTable("s,A,B\n# GHz\n0,8,0\n 0.5, 2,3\r\n1,0,10", "t.csv");
    QCOMPARE(own.at(0.25).transverse, 5.0);
    QCOMPARE(own.at(0.75).problem, 6.5);
    QCOMPARE(own.at(-1).transverse, 8.0);
    VERIFY_SAYS(parseAnnealTable("0,1,1\n0.5,1\n", "t.csv"), "t.csv: line 2: needs three numbers");
    VERIFY_SAYS(parseAnnealTable("0,1,1\n0.5,nan,1\n", "t.csv"), "t.csv: line 2 has the energies");
    VERIFY_SAYS(parseAnnealTable("0,1,1\n2,1,1\n", "t.csv"), "t.csv: line 2 has s = 2");
    VERIFY_SAYS(parseAnnealTable("0,1,1\n0.5,1,1\n0.5,2,2\n1,1,1\n", "t.csv"), "row 3");
    VERIFY_SAYS(parseAnnealTable("", "t.csv"), "t.csv: a table of A(s) and B(s) needs two");
  }
};

QTEST_APPLESS_MAIN(TestSchedules)
#include "TestSchedules.moc"
