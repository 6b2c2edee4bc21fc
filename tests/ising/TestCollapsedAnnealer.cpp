// Annealing with spins minimised out: against exact answers, and the tuned kernel against the
// plain.
#include <cmath>
#include <map>

#include <QtTest>

#include "core/base/Error.h"
#include "core/base/Parallel.h"
#include "core/ising/CollapsedAnnealer.h"
#include "core/ising/ExactSolver.h"
#include "core/ising/TemperatureSchedule.h"
#include "tests/TestProgram.h"
#include "tests/data/Failure.h"
#include "tests/ising/Problems.h"

using namespace nudge;
using namespace nudge::test;

namespace {

/// Two layers, all to all, with Gaussian fields and couplings.
IsingProblem twoLayers(std::int32_t left, std::int32_t right, std::uint64_t seed) {
  Random random(seed, Purpose::Test, 2);
  std::vector<double> fields(static_cast<std::size_t>(left + right));
  for (double& field : fields) field = static_cast<double>(random.normal());
  std::vector<Coupling> couplings;
  for (std::int32_t i = 0; i < left; ++i) {
    for (std::int32_t j = left; j < left + right; ++j)
      couplings.push_back({i, j, static_cast<double>(random.normal())});
  }
  return IsingProblem(std::move(fields), std::move(couplings));
}

Reads sampled(CollapsedAnnealer& annealer, std::span<const double> betas, int reads,
              std::uint64_t seed, std::span<const Spin> initial = {}) {
  Reads found;
  annealer.sample(betas, {reads, seed, 0, initial}, found);
  return found;
}

}  // namespace

class TestCollapsedAnnealer : public QObject {
  Q_OBJECT
 private slots:
  void keepsTheSmallerLayer() {
    const CollapsedAnnealer annealer(twoLayers(12, 5, 1));
    QCOMPARE(annealer.kept().size(), std::size_t{5});
    QCOMPARE(annealer.kept().front(), 12);
    // Where everything is coupled to everything one spin can go; where nothing is, all of them.
    QCOMPARE(CollapsedAnnealer(gaussianProblem(9, 1, 1)).kept().size(), std::size_t{8});
    CollapsedAnnealer loose(IsingProblem({1, -2, 0}, {}));
    QVERIFY(loose.kept().empty());
    const Reads reads = sampled(loose, std::vector<double>(2, 1.0), 3, 1);
    QVERIFY(reads.state(2)[0] == -1 && reads.state(2)[1] == 1);
    QCOMPARE(reads.energies[1], -3.0);
  }

  void findsTheGroundStatesOf200Problems() {
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
      const float density = seed % 2 == 0 ? 1.0F : 0.3F;
      const IsingProblem problem = seed % 4 == 0   ? twoLayers(10, 6, seed)
                                   : seed % 4 == 1 ? gaussianProblem(16, density, seed)
                                                   : integerProblem(16, density, 3, true, seed);
      CollapsedAnnealer annealer(problem);
      const auto betas =
          inverseTemperatures(temperatureRange(problem, RangeRule::Tuned, seed), 100);
      const Reads reads = sampled(annealer, betas, 64, seed);
      for (std::size_t r = 0; r < reads.count(); ++r)
        QVERIFY(std::abs(problem.energy(reads.state(r)) - reads.energies[r]) < 1e-4);
      QVERIFY(std::abs(reads.energies[reads.best()] - groundStates(problem).energy(0)) < 1e-4);
    }
  }

  void tunedKernelIsThePlainOne() {
    // Whole numbers: all sums of floats are exact, so that every decision is the same.
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
      const IsingProblem problem =
          integerProblem(3 + 7 * seed, seed % 3 == 0 ? 1.0F : 0.1F, 4, true, seed);
      CollapsedAnnealer tuned(problem), plain(problem, true);
      const auto betas = inverseTemperatures(givenRange(0.02, 2), 50);
      const Reads a = sampled(tuned, betas, 9, seed), b = sampled(plain, betas, 9, seed);
      QCOMPARE(a.states, b.states);
      QCOMPARE(a.energies, b.energies);
    }
  }

  void keptSpinsFollowBoltzmannsDistribution() {
    // E over the kept spins is that of the best free ones; 15 degrees of freedom: 1 of 10,000 is
    // above 44.
    const IsingProblem problem = twoLayers(7, 4, 3);
    CollapsedAnnealer annealer(problem);
    const double beta = 0.3;
    const int count = 20'000;
    const Reads reads = sampled(annealer, std::vector<double>(60, beta), count, 4);
    std::map<std::vector<Spin>, double> seen, weight;
    for (std::uint32_t bits = 0; bits < 1U << 11; ++bits) {
      const std::vector<Spin> state = stateOf(bits, 11);
      const std::vector<Spin> kept(state.begin() + 7, state.end());
      weight[kept] = std::max(weight[kept], std::exp(-beta * problem.energy(state)));
    }
    for (std::size_t r = 0; r < reads.count(); ++r) {
      const auto state = reads.state(r);
      ++seen[std::vector<Spin>(state.begin() + 7, state.end())];
    }
    double total = 0, distance = 0;
    for (const auto& [kept, w] : weight) total += w;
    for (const auto& [kept, w] : weight) {
      const double expected = count * w / total;
      distance += (seen[kept] - expected) * (seen[kept] - expected) / expected;
    }
    QVERIFY2(distance < 44, std::to_string(distance).c_str());
  }

  void startsWhereItIsTold() {
    const IsingProblem problem = twoLayers(20, 6, 5);
    CollapsedAnnealer annealer(problem);
    const std::vector<Spin> start = stateOf(0x2A, 26);
    const Reads cold = sampled(annealer, {}, 3, 1, start);  // no sweep: kept spins stay
    for (std::size_t i = 20; i < 26; ++i) QCOMPARE(cold.state(2)[i], start[i]);
    for (std::size_t i = 0; i < 20; ++i)
      QVERIFY(cold.state(2)[i] * problem.localField(cold.state(2), i) <= 0);
  }

  void sameForAnyThreadsAndWatched() {
    const IsingProblem problem = twoLayers(40, 20, 6);
    CollapsedAnnealer annealer(problem);
    const auto betas = inverseTemperatures(givenRange(0.05, 2), 30);
    const Reads all = sampled(annealer, betas, 21, 8);
    {
      const ThreadLimit one(1);
      QCOMPARE(sampled(annealer, betas, 21, 8).states, all.states);
    }
    int sweeps = 0;
    std::vector<Spin> last;
    SampleOptions options;
    options.watch = [&](int sweep, std::span<const Spin> states) {
      QCOMPARE(sweep, sweeps++);
      last.assign(states.begin(), states.end());
    };
    Reads watched;
    annealer.sample(betas, {21, 8, 0, {}}, watched, options);
    QCOMPARE(sweeps, 31);
    QCOMPARE(last, all.states);
    QCOMPARE(watched.states, all.states);
  }

  void takesNewNumbers() {
    const IsingProblem problem = integerProblem(20, 0.7F, 3, true, 1);
    IsingProblem other = integerProblem(20, 0.7F, 3, true, 1);
    std::vector<double> fields(20), couplings(other.couplings().size());
    for (std::size_t i = 0; i < fields.size(); ++i) fields[i] = static_cast<double>(i % 3) - 1;
    for (std::size_t k = 0; k < couplings.size(); ++k)
      couplings[k] = static_cast<double>(k % 5) - 2;
    other.setFields(fields);
    other.setCouplings(couplings);
    CollapsedAnnealer changed(problem), fresh(other);
    changed.setFields(fields);
    changed.setCouplings(couplings);
    const auto betas = inverseTemperatures(givenRange(0.05, 2), 20);
    QCOMPARE(sampled(changed, betas, 5, 2).states, sampled(fresh, betas, 5, 2).states);
  }

  void refusesAndStops() {
    std::vector<Coupling> ring;
    ring.reserve(40'000);
    for (std::int32_t i = 0; i < 40'000; ++i) ring.push_back({i, (i + 1) % 40'000, 1.0});
    VERIFY_SAYS(CollapsedAnnealer(IsingProblem(std::vector<double>(40'000), ring)),
                "made for dense problems");
    CollapsedAnnealer annealer(twoLayers(8, 4, 1));
    VERIFY_SAYS(sampled(annealer, std::vector<double>(1, -1.0), 1, 1), "must be finite");
    std::stop_source stop;
    stop.request_stop();
    Reads reads;
    QVERIFY_THROWS_EXCEPTION(Cancelled, annealer.sample(std::vector<double>(9, 1.0), {4, 1, 0, {}},
                                                        reads, {stop.get_token(), {}, {}}));
  }
};

QTEST_APPLESS_MAIN(TestCollapsedAnnealer)
#include "TestCollapsedAnnealer.moc"
