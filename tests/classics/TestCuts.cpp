// Max-Cut: graphs, their pictures, and every solver against all states.
#include <set>

#include <QtTest>

#include "core/base/Error.h"
#include "core/classics/CutGraphs.h"
#include "core/classics/CutSolvers.h"
#include "core/classics/MemristorIsing.h"
#include "tests/TestProgram.h"

using namespace nudge;

namespace {

/// The largest cut by trying all ways to divide the nodes, one of them held.
double largestCut(const WeightedGraph& graph) {
  double most = 0;
  std::vector<Spin> sides(graph.nodes, 1);
  for (std::uint32_t bits = 0; bits < (1U << (graph.nodes - 1)); ++bits) {
    for (std::size_t i = 1; i < graph.nodes; ++i)
      sides[i] = bits >> (i - 1) & 1U ? Spin{-1} : Spin{1};
    most = std::max(most, cutOf(graph, sides));
  }
  return most;
}

constexpr CutGraphKind kKinds[] = {CutGraphKind::Random,   CutGraphKind::Ring,
                                   CutGraphKind::Petersen, CutGraphKind::Regular,
                                   CutGraphKind::Torus,    CutGraphKind::Weighted};

}  // namespace

class TestCuts : public QObject {
  Q_OBJECT
 private slots:
  void graphsAreWhatTheyAreCalled() {
    QCOMPARE(cutGraph(CutGraphKind::Ring, 7, 1).edges.size(), std::size_t{7});
    const WeightedGraph petersen = cutGraph(CutGraphKind::Petersen, 30, 1);
    QCOMPARE(petersen.nodes, std::size_t{10});
    QCOMPARE(largestCut(petersen), 12.0);  // known
    QCOMPARE(cutGraph(CutGraphKind::Torus, 16, 1).edges.size(), std::size_t{32});
    const WeightedGraph regular = cutGraph(CutGraphKind::Regular, 15, 3);
    std::vector<int> degree(regular.nodes);
    for (const Coupling& edge : regular.edges)
      ++degree[static_cast<std::size_t>(edge.i)], ++degree[static_cast<std::size_t>(edge.j)];
    QVERIFY(std::all_of(degree.begin(), degree.end(), [](int d) { return d == 3; }));
    QVERIFY(cutGraph(CutGraphKind::Random, 20, 1).edges !=
            cutGraph(CutGraphKind::Random, 20, 2).edges);
    QVERIFY_EXCEPTION_THROWN(cutGraph(CutGraphKind::Random, 2, 1), Error);
    QVERIFY_EXCEPTION_THROWN(cutGraph(CutGraphKind::Random, 201, 1), Error);
  }

  void picturesKeepNodesApart() {
    for (const CutGraphKind kind : kKinds) {
      const WeightedGraph graph = cutGraph(kind, 16, 1);
      const auto places = layOut(graph);
      QCOMPARE(places.size(), graph.nodes);
      for (std::size_t i = 0; i < places.size(); ++i) {
        QVERIFY(places[i][0] >= 0 && places[i][0] <= 1 && places[i][1] >= 0 && places[i][1] <= 1);
        for (std::size_t j = 0; j < i; ++j)
          QVERIFY(std::hypot(places[i][0] - places[j][0], places[i][1] - places[j][1]) > 0.03);
      }
    }
  }

  void allSolversFindTheLargestCut() {
    int graphs = 0;
    for (std::uint64_t seed = 1; seed <= 9; ++seed) {
      for (const CutGraphKind kind : kKinds) {
        const WeightedGraph graph = cutGraph(kind, 6 + seed % 5, seed);
        if (graph.edges.empty()) continue;
        const double most = largestCut(graph);
        for (const CutSolver solver :
             {CutSolver::Exact, CutSolver::Annealing, CutSolver::Quantum, CutSolver::Memristors}) {
          const CutAnswer answer = solveCut({graph, solver, 50, 200, seed});
          QVERIFY2(answer.cut == most,
                   qPrintable(QString("graph %1 of %2 nodes, solver %3: %4, not %5")
                                  .arg(graphs)
                                  .arg(graph.nodes)
                                  .arg(static_cast<int>(solver))
                                  .arg(answer.cut)
                                  .arg(most)));
          QCOMPARE(cutOf(graph, answer.sides), answer.cut);
          QCOMPARE(*std::max_element(answer.cuts.begin(), answer.cuts.end()), answer.cut);
        }
        ++graphs;
      }
    }
    QVERIFY(graphs >= 50);
  }

  void aChipFindsItToo() {
    for (const CutGraphKind kind : {CutGraphKind::Petersen, CutGraphKind::Regular}) {
      const WeightedGraph graph = cutGraph(kind, 12, 2);
      const CutAnswer answer = solveCut({graph, CutSolver::Chip, 50, 200, 1});
      QCOMPARE(answer.cut, largestCut(graph));
      QVERIFY(answer.qubits >= static_cast<int>(graph.nodes));
    }
  }

  void whatCannotBeSolvedIsSaid() {
    const WeightedGraph large = cutGraph(CutGraphKind::Random, 60, 1);
    QVERIFY_EXCEPTION_THROWN(solveCut({large, CutSolver::Exact, 1, 1, 1}), Error);
    QVERIFY_EXCEPTION_THROWN(solveCut({large, CutSolver::Annealing, 0, 1, 1}), Error);
    std::stop_source stop;
    stop.request_stop();
    QVERIFY_EXCEPTION_THROWN(solveCut({large, CutSolver::Memristors, 5, 5, 1}, stop.get_token()),
                             Cancelled);
  }

  void withoutNoiseMemristorsStopAtTheFirstMinimum() {
    const WeightedGraph graph = cutGraph(CutGraphKind::Weighted, 40, 3);
    const IsingProblem problem = isingOf(graph);
    double still = 0, shaken = 0;
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
      const MemristorRun quiet = runMemristors(problem, {.noise = 0, .seed = seed}, true);
      QVERIFY(std::is_sorted(quiet.energies.rbegin(), quiet.energies.rend()));
      QCOMPARE(quiet.states.back(), quiet.best);
      for (std::size_t i = 0; i < problem.spins(); ++i)
        QVERIFY(problem.flipChange(quiet.best, i) >= 0);
      still += quiet.bestEnergy;
      shaken += runMemristors(problem, {.noise = 3, .sweeps = 200, .seed = seed}).bestEnergy;
    }
    QVERIFY2(shaken < still - 20, qPrintable(QString("%1 %2").arg(shaken).arg(still)));
  }

  void memristorEnergiesAreTheStates() {
    const IsingProblem problem = isingOf(cutGraph(CutGraphKind::Random, 20, 1));
    const MemristorRun run =
        runMemristors(problem, {.noise = 2, .spread = 0.5, .sweeps = 30}, true);
    QCOMPARE(run.energies.size(), std::size_t{31});
    for (std::size_t t = 0; t < run.states.size(); ++t)
      QVERIFY(std::abs(run.energies[t] - problem.energy(run.states[t])) < 1e-9);
    QVERIFY_EXCEPTION_THROWN(runMemristors(problem, {.noise = -1}), Error);
    QVERIFY_EXCEPTION_THROWN(runMemristors(problem, {.sweeps = 0}), Error);
  }
};

QTEST_APPLESS_MAIN(TestCuts)
#include "TestCuts.moc"
