// The problem itself: energies, flips, what is refused, QUBO and Max-Cut, sets of samples.
#include <limits>
#include <sstream>

#include <QtTest>

#include "core/ising/Descent.h"
#include "core/ising/MaxCut.h"
#include "core/ising/Qubo.h"
#include "core/ising/SampleSet.h"
#include "tests/TestProgram.h"
#include "tests/data/Failure.h"
#include "tests/ising/Problems.h"

using namespace nudge;
using namespace nudge::test;

class TestIsingProblem : public QObject {
  Q_OBJECT
 private slots:
  void energiesByHand() {
    // Two spins, J = 1, h = (+1, −1): the landscape of the thesis's figure 5.1.
    const IsingProblem problem({1, -1}, {{0, 1, 1}});
    QCOMPARE(problem.energy(std::vector<Spin>{1, 1}), 1.0);
    QCOMPARE(problem.energy(std::vector<Spin>{1, -1}), 1.0);
    QCOMPARE(problem.energy(std::vector<Spin>{-1, 1}), -3.0);
    QCOMPARE(problem.energy(std::vector<Spin>{-1, -1}), 1.0);
  }

  void aFlipChangesTheEnergyByWhatIsSaid() {
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
      const IsingProblem problem = gaussianProblem(20, 0.4F, seed);
      std::vector<Spin> state = stateOf(static_cast<std::uint32_t>(seed * 77'777), 20);
      for (std::size_t i = 0; i < 20; ++i) {
        const double before = problem.energy(state);
        const double change = problem.flipChange(state, i);
        state[i] = static_cast<Spin>(-state[i]);
        QVERIFY(std::abs(problem.energy(state) - before - change) < 1e-12);
      }
    }
  }

  void couplingsAreSortedAndNeighboursMirrored() {
    const IsingProblem problem({0, 0, 0, 0}, {{3, 1, 4}, {2, 0, 2}, {0, 1, 1}});
    const std::vector<Coupling> sorted{{0, 1, 1}, {0, 2, 2}, {1, 3, 4}};
    QVERIFY(std::equal(sorted.begin(), sorted.end(), problem.couplings().begin(),
                       problem.couplings().end()));
    QCOMPARE(problem.neighbours(1).size(), std::size_t{2});
    QCOMPARE(problem.neighbours(1)[0].spin, 0);
    QCOMPARE(problem.neighbours(1)[1].spin, 3);
    QCOMPARE(problem.neighbours(1)[1].coupling, 2);
    QCOMPARE(problem.dense()(3, 1), 4.0);
    QCOMPARE(problem.dense()(1, 3), 4.0);
    QCOMPARE(problem.dense()(0, 3), 0.0);
  }

  void whatIsNoProblemIsRefused() {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    VERIFY_SAYS(IsingProblem({0, nan}, {}), "the field of spin 1 is nan");
    VERIFY_SAYS(IsingProblem({0, 0}, {{0, 1, 1 / 0.0}}), "the coupling of spins 0 and 1 is inf");
    VERIFY_SAYS(IsingProblem({0, 0}, {{1, 1, 1}}), "joins spin 1 with itself");
    VERIFY_SAYS(IsingProblem({0, 0}, {{0, 2, 1}}), "joins spins 0 and 2; the 2 spins");
    VERIFY_SAYS(IsingProblem({0, 0}, {{-1, 0, 1}}), "joins spins -1 and 0");
    VERIFY_SAYS(IsingProblem({0, 0}, {{0, 1, 1}, {1, 0, 2}}), "spins 0 and 1 is given twice");
    VERIFY_SAYS(IsingProblem({0, 0}, {}, nan), "the offset is nan");
    VERIFY_SAYS(IsingProblem({0, 0}, {}, 0, {"a"}), "2 spins has 1 labels");
    IsingProblem problem({0, 0}, {{0, 1, 1}});
    VERIFY_SAYS(problem.setFields(std::vector<double>{1}), "1 fields for 2 spins");
    VERIFY_SAYS(problem.setCouplings(std::vector<double>{nan}), "spins 0 and 1 is nan");
    QCOMPARE(problem.couplings()[0].value, 1.0);
  }

  void quboHasTheSameEnergies() {
    for (std::uint64_t seed = 0; seed < 10; ++seed) {
      const IsingProblem problem = gaussianProblem(8, 0.6F, seed);
      const Qubo qubo = quboOf(problem);
      const IsingProblem back = isingOf(qubo);
      for (std::uint32_t bits = 0; bits < 256; ++bits) {
        const std::vector<Spin> state = stateOf(bits, 8);
        double energy = qubo.offset;
        for (std::size_t i = 0; i < 8; ++i) energy += qubo.linear[i] * (bits >> i & 1);
        for (const Coupling& c : qubo.quadratic) {
          energy += c.value * (bits >> c.i & 1) * (bits >> c.j & 1);
        }
        QVERIFY(std::abs(energy - problem.energy(state)) < 1e-12);
        QVERIFY(std::abs(back.energy(state) - problem.energy(state)) < 1e-12);
      }
    }
  }

  void maxCut() {
    // A square with one diagonal: the largest cut takes the four sides.
    const WeightedGraph graph{4, {{0, 1, 1}, {1, 2, 1}, {2, 3, 1}, {0, 3, 1}, {0, 2, 0.5}}};
    const IsingProblem problem = isingOf(graph);
    for (std::uint32_t bits = 0; bits < 16; ++bits) {
      const std::vector<Spin> state = stateOf(bits, 4);
      QCOMPARE(problem.energy(state), 4.5 - 2 * cutOf(graph, state));
    }
    QCOMPARE(cutOf(graph, stateOf(0b0101, 4)), 4.0);
    QCOMPARE(graphOf(problem).edges.size(), graph.edges.size());
    VERIFY_SAYS(graphOf(IsingProblem({0, 2}, {})), "spin 1 has the field 2");
  }

  void samplesAreSortedAndAggregated() {
    SampleSet samples(2);
    samples.add(std::vector<Spin>{1, 1}, 3);
    samples.add(std::vector<Spin>{-1, 1}, -1, 2);
    samples.add(std::vector<Spin>{1, 1}, 3);
    QCOMPARE(samples.reads(), std::size_t{4});
    QCOMPARE(samples.best(), std::size_t{1});
    QCOMPARE(samples.mean(), 1.0);
    QCOMPARE(samples.spread(), 2.0);
    samples.sort();
    QCOMPARE(samples.energy(0), -1.0);
    samples.aggregate();
    QCOMPARE(samples.size(), std::size_t{2});
    QCOMPARE(samples.occurrences(0), 2U);
    QCOMPARE(samples.occurrences(1), 2U);
    std::ostringstream csv;
    writeSamplesCsv(samples, csv);
    QCOMPARE(QString::fromStdString(csv.str()),
             QString("read,energy,occurrences,spins\n0,-1,2,-+\n1,3,2,++\n"));
  }

  void statesFromText() {
    QVERIFY(parseState(" +-+\n", 3, "s") == (std::vector<Spin>{1, -1, 1}));
    VERIFY_SAYS(parseState("+0", 2, "s"), "s: character 2 is neither + nor -");
    VERIFY_SAYS(parseState("++", 3, "s"), "s: has 2 spins; the problem has 3");
  }

  void descendsToALocalMinimum() {
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
      const IsingProblem problem = test::gaussianProblem(30, 0.5F, seed);
      std::vector<Spin> state = test::stateOf(static_cast<std::uint32_t>(seed * 0x9E3779B9U), 30);
      const double before = problem.energy(state);
      const std::size_t flips = descend(problem, state);
      QVERIFY(flips == 0 || problem.energy(state) < before);
      for (std::size_t i = 0; i < 30; ++i) QVERIFY(problem.flipChange(state, i) > -1e-9);
      QCOMPARE(descend(problem, state), std::size_t{0});
    }
    std::vector<Spin> nothing;
    QCOMPARE(descend(IsingProblem(), nothing), std::size_t{0});
  }
};

QTEST_APPLESS_MAIN(TestIsingProblem)
#include "TestIsingProblem.moc"
