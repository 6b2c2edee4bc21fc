// What a chip can be programmed with: single values, sums over a qubit and over half of one.
#include <array>
#include <cmath>
#include <map>

#include <QtTest>

#include "core/chip/ChipCoordinates.h"
#include "core/chip/ChipGraph.h"
#include "core/chip/ProgrammingLimits.h"
#include "tests/TestProgram.h"

using namespace nudge;

namespace {

const ChipShape kChimera = ChipShape::parse("chimera:2");

TightestLimit tightest(const IsingProblem& problem, const ProgrammingLimits& limits,
                       const ChipShape& shape = kChimera,
                       std::vector<std::int32_t> qubits = {0, 4, 5, 6, 7}) {
  qubits.resize(problem.spins());
  return tightestLimit(problem, qubits, shape, limits);
}

}  // namespace

class TestProgrammingLimits : public QObject {
  Q_OBJECT
 private slots:
  void singleValues() {
    const TightestLimit field = tightest(IsingProblem({8, 0}, {{0, 1, 0.5}}), {});
    QCOMPARE(field.share, 2.0);
    QCOMPARE(field.what, std::string("h of qubit 0"));
    QCOMPARE(field.value, 8.0);
    const TightestLimit coupling = tightest(IsingProblem({1, 0}, {{0, 1, 0.5}}), {});
    QCOMPARE(coupling.share, 0.5);
    QCOMPARE(coupling.what, std::string("J of qubits 0 and 4"));
    QCOMPARE(tightest(IsingProblem({0, 0}, {{0, 1, -1.0}}), {}).share, 0.5);
    QCOMPARE(tightest(IsingProblem({0, 0}, {{0, 1, 0.0}}), {}).share, 0.0);
    ProgrammingLimits onlyDown;
    onlyDown.coupling = {-1, 0};
    QVERIFY(std::isinf(tightest(IsingProblem({0, 0}, {{0, 1, 0.1}}), onlyDown).share));
  }

  void theSumOverAQubit() {
    const IsingProblem star({0, 0, 0, 0}, {{0, 1, -2}, {0, 2, -2}, {0, 3, -2}});
    QCOMPARE(tightest(star, {}).share, 1.0);
    ProgrammingLimits limits;
    limits.perQubit = {-3, 15};
    QCOMPARE(tightest(star, limits).share, 2.0);
    QCOMPARE(tightest(star, limits).what, std::string("the sum of all J of qubit 0"));
    QCOMPARE(tightest(star, limits).value, -6.0);
  }

  void aQubitOfZephyrHasTwoGroups_data() {
    QTest::addColumn<QString>("chip");
    for (const char* chip : {"zephyr:3", "zephyr:4,2", "zephyr:15"}) QTest::newRow(chip) << chip;
  }

  void aQubitOfZephyrHasTwoGroups() {
    QFETCH(QString, chip);
    const ChipShape shape = ChipShape::parse(chip.toStdString());
    const ChipGraph graph = ChipGraph::make(shape);
    for (int q = 0; q < shape.labels(); ++q) {
      std::array<int, 2> size{};
      std::map<int, int> groupOfLine;
      const ZephyrCoordinate at = zephyrOf(shape, q);
      std::array<int, 2> along{};  // by group: odd and external ones
      for (const int p : graph.neighbours(q)) {
        const int group = couplerGroup(shape, q, p);
        QVERIFY(group == 0 || group == 1);
        ++size[static_cast<std::size_t>(group)];
        const ZephyrCoordinate to = zephyrOf(shape, p);
        if (to.u == at.u) {
          ++along[static_cast<std::size_t>(group)];
        } else {
          // All couplers to a column of crossing qubits are in one group, 2t of them.
          const auto [there, isNew] = groupOfLine.emplace(to.w, group);
          QCOMPARE(there->second, group);
        }
      }
      QCOMPARE(groupOfLine.size(), std::size_t{2});
      QVERIFY(groupOfLine.begin()->second != groupOfLine.rbegin()->second);
      // Inside, one external and one odd coupler at either end; lines at the rim are crossed by
      // half as many.
      const bool inside = at.z > 0 && at.z < shape.m - 1 && at.w > 0 && at.w < 2 * shape.m;
      if (inside) {
        QCOMPARE(along[0], 2);
        QCOMPARE(along[1], 2);
        QCOMPARE(size[0], 2 * shape.t + 2);
        QCOMPARE(size[1], 2 * shape.t + 2);
      }
    }
  }

  void theSumOverHalfAQubit() {
    const ChipShape shape = ChipShape::parse("zephyr:3");
    const ChipGraph graph = ChipGraph::make(shape);
    const int q = linearOf(shape, ZephyrCoordinate{0, 3, 1, 0, 1});
    std::array<std::vector<int>, 2> groups;
    for (const int p : graph.neighbours(q))
      groups[static_cast<std::size_t>(couplerGroup(shape, q, p))].push_back(p);
    const ProgrammingLimits limits = ProgrammingLimits::of(ChipFamily::Zephyr);
    QCOMPARE(limits.perGroup, (std::optional(ValueRange{-13, 10})));
    // Fourteen units in one half are more than it can have, in both halves they fit.
    const auto share = [&](const std::vector<int>& ends) {
      std::vector<std::int32_t> qubits{q};
      std::vector<Coupling> couplings;
      for (const int end : ends) {
        qubits.push_back(end);
        couplings.push_back({0, static_cast<std::int32_t>(qubits.size()) - 1, -2});
      }
      const IsingProblem problem(std::vector<double>(qubits.size()), couplings);
      return tightestLimit(problem, qubits, shape, limits);
    };
    std::vector<int> oneHalf(groups[0].begin(), groups[0].begin() + 7);
    QCOMPARE(share(oneHalf).share, 14.0 / 13);
    QCOMPARE(share(oneHalf).what, "the sum of the J of half of qubit " + std::to_string(q));
    std::vector<int> both(groups[0].begin(), groups[0].begin() + 4);
    both.insert(both.end(), groups[1].begin(), groups[1].begin() + 4);
    QCOMPARE(share(both).share, 1.0);
  }
};

QTEST_GUILESS_MAIN(TestProgrammingLimits)
#include "TestProgrammingLimits.moc"
