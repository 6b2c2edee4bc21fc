// Simulated annealing against exact answers: ground states, Boltzmann's distribution, references.
#include <cmath>
#include <numeric>

#include <QtTest>

#include "core/base/AtomicFile.h"
#include "core/base/Error.h"
#include "core/base/Parallel.h"
#include "core/base/StrictJson.h"
#include "core/ising/ExactSolver.h"
#include "core/ising/ProblemFile.h"
#include "core/ising/SimulatedAnnealer.h"
#include "core/ising/TemperatureSchedule.h"
#include "tests/SharedData.h"
#include "tests/TestProgram.h"
#include "tests/data/Failure.h"
#include "tests/ising/Problems.h"

using namespace nudge;
using namespace nudge::test;

namespace {

using Kernel = SimulatedAnnealer::Kernel;

/// χ² of how often each of the 2^n states was read, against Boltzmann's distribution.
double chiSquare(const IsingProblem& problem, double beta, const Reads& reads) {
  const double logPartition = thermalAverages(problem, beta).logPartition;
  const std::size_t count = std::size_t{1} << problem.spins();
  std::vector<double> seen(count);
  for (std::size_t r = 0; r < reads.count(); ++r) {
    std::size_t bits = 0;
    for (std::size_t i = 0; i < reads.spins; ++i) {
      bits |= std::size_t{reads.state(r)[i] > 0} << i;
    }
    ++seen[bits];
  }
  double sum = 0;
  for (std::size_t bits = 0; bits < count; ++bits) {
    const auto state = stateOf(static_cast<std::uint32_t>(bits), problem.spins());
    const double expected =
        static_cast<double>(reads.count()) * std::exp(-beta * problem.energy(state) - logPartition);
    sum += (seen[bits] - expected) * (seen[bits] - expected) / expected;
  }
  return sum;
}

/// The mean of σ·σ' over spins and reads.
double overlap(const Reads& reads, std::span<const Spin> with) {
  double sum = 0;
  for (std::size_t r = 0; r < reads.count(); ++r) {
    for (std::size_t i = 0; i < reads.spins; ++i) sum += reads.state(r)[i] * with[i];
  }
  return sum / static_cast<double>(reads.states.size());
}

Reads sampled(SimulatedAnnealer& annealer, std::span<const double> betas, int reads,
              std::uint64_t seed, std::span<const Spin> initial = {}) {
  Reads found;
  annealer.sample(betas, {reads, seed, 0, initial}, found);
  return found;
}

}  // namespace

class TestSimulatedAnnealer : public QObject {
  Q_OBJECT
 private slots:
  void exactByHand() {
    const IsingProblem landscape({1, -1}, {{0, 1, 1}});
    const SampleSet ground = groundStates(landscape);
    QCOMPARE(ground.size(), std::size_t{1});
    QVERIFY(ground.state(0)[0] == -1 && ground.state(0)[1] == 1);
    const ThermalAverages warm = thermalAverages(landscape, 0.5);
    QVERIFY(std::abs(warm.logPartition - std::log(std::exp(1.5) + 3 * std::exp(-0.5))) < 1e-12);
    QCOMPARE(groundStates(IsingProblem({0, 0}, {{0, 1, -1}})).size(), std::size_t{2});
    VERIFY_SAYS(groundStates(IsingProblem(std::vector<double>(25), {})), "25 spins have too many");
  }

  void findsTheGroundStatesOf200Problems() {
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
      const float density = seed % 2 == 0 ? 1.0F : 0.3F;
      const IsingProblem problem = seed % 4 < 2 ? gaussianProblem(16, density, seed)
                                                : integerProblem(16, density, 1, true, seed);
      SimulatedAnnealer annealer(problem);
      QCOMPARE(annealer.usesBytes(), seed % 4 >= 2);
      const auto rule = std::array{RangeRule::Tuned, RangeRule::Thesis, RangeRule::DWave}[seed % 3];
      const auto betas = inverseTemperatures(temperatureRange(problem, rule, seed), 200);
      const Reads reads = sampled(annealer, betas, 64, seed);
      const double found = problem.energy(reads.state(reads.best()));
      QVERIFY(std::abs(found - groundStates(problem).energy(0)) < 1e-9);
      QVERIFY(std::abs(found - reads.energies[reads.best()]) < 1e-4);
    }
  }

  void staysInBoltzmannsDistribution_data() {
    QTest::addColumn<int>("kernel");
    QTest::newRow("floats") << static_cast<int>(Kernel::Reals);
    QTest::newRow("floats, plain") << static_cast<int>(Kernel::RealsPlain);
    QTest::newRow("bytes") << static_cast<int>(Kernel::Bytes);
    QTest::newRow("bytes, plain") << static_cast<int>(Kernel::BytesPlain);
  }

  void staysInBoltzmannsDistribution() {
    QFETCH(int, kernel);
    // Sparse, and dense enough for blocks; 63 degrees of freedom: 1 of 10,000 is above 115.
    for (const float density : {0.5F, 1.0F}) {
      const IsingProblem problem = integerProblem(6, density, 2, true, 9);
      SimulatedAnnealer annealer(problem, static_cast<Kernel>(kernel));
      const double beta = 0.15;
      const Reads reads = sampled(annealer, std::vector<double>(100, beta), 20'000, 4);
      const double distance = chiSquare(problem, beta, reads);
      QVERIFY2(distance < 115, std::to_string(distance).c_str());
      // The measure itself sees a temperature that is a tenth wrong.
      QVERIFY(chiSquare(problem, 1.1 * beta, reads) > 115);
    }
  }

  void denseProblemsStayInBoltzmannsDistribution() {
    // 20 spins are cut into blocks: averages of pairs against exact ones.
    const IsingProblem problem = gaussianProblem(20, 1, 5);
    SimulatedAnnealer annealer(problem);
    const double beta = 0.2;
    const int count = 20'000;
    const Reads reads = sampled(annealer, std::vector<double>(100, beta), count, 6);
    const ThermalAverages exact = thermalAverages(problem, beta);
    double worst = 0;
    for (std::size_t c = 0; c < exact.pairs.size(); ++c) {
      const Coupling& pair = problem.couplings()[c];
      double sum = 0;
      for (std::size_t r = 0; r < reads.count(); ++r) {
        sum += reads.state(r)[static_cast<std::size_t>(pair.i)] *
               reads.state(r)[static_cast<std::size_t>(pair.j)];
      }
      const double error = std::sqrt((1 - exact.pairs[c] * exact.pairs[c]) / count);
      worst = std::max(worst, std::abs(sum / count - exact.pairs[c]) / error);
    }
    QVERIFY2(worst < 4.5, std::to_string(worst).c_str());
  }

  void tunedAndPlainKernelsAgreeBitForBit() {
    Random random(8, Purpose::Test);
    for (std::uint64_t seed = 0; seed < 30; ++seed) {
      const std::size_t spins = 2 + random.below(70);
      const float density = random.uniform(0.05F, 1);
      const auto betas = inverseTemperatures(givenRange(0.02, 3), 40);
      SimulatedAnnealer tuned(gaussianProblem(spins, density, seed), Kernel::Reals);
      SimulatedAnnealer plain(gaussianProblem(spins, density, seed), Kernel::RealsPlain);
      QVERIFY(sampled(tuned, betas, 20, seed).states == sampled(plain, betas, 20, seed).states);
      const int most = 1 + static_cast<int>(seed % 3);
      const IsingProblem whole =
          integerProblem(spins, std::min(1.0F, 6.0F / static_cast<float>(spins * most)), most,
                         seed % 2 == 0, seed);
      if (!BytePlan::of(whole)) continue;
      SimulatedAnnealer tunedBytes(whole, Kernel::Bytes), plainBytes(whole, Kernel::BytesPlain);
      QVERIFY(sampled(tunedBytes, betas, 70, seed).states ==
              sampled(plainBytes, betas, 70, seed).states);
    }
  }

  void theLogarithmIsAsRightAsItSays() {
    double worst = 0;
    for (std::uint64_t k = 0; k < std::uint64_t{1} << 25; k += 2) {
      const auto bits = static_cast<std::uint32_t>((k | 1) << 7);
      const double exact = std::log2(std::ldexp(static_cast<double>(k | 1), -25));
      worst =
          std::max(worst, std::abs(exact - static_cast<double>(kernels::LogOfRandom::of(bits))));
    }
    QVERIFY2(worst < 3e-5, std::to_string(worst).c_str());
    QCOMPARE(kernels::LogOfRandom::of(0), kernels::LogOfRandom::kLeast);
  }

  void reverseKeepsWhenColdAndForgetsWhenHot() {
    for (const Kernel kernel : {Kernel::Reals, Kernel::Bytes}) {
      const IsingProblem problem = integerProblem(40, 0.1F, 1, true, 12);
      SimulatedAnnealer annealer(problem, kernel);
      const auto forward = inverseTemperatures(givenRange(0.01, 20), 100);
      const Reads cold = sampled(annealer, forward, 32, 1);
      const auto best = cold.state(cold.best());
      const Reads kept = sampled(annealer, reverseTemperatures(forward, 0.95), 32, 2, best);
      for (std::size_t r = 0; r < 32; ++r) {
        QVERIFY(problem.energy(kept.state(r)) <= problem.energy(best) + 1e-9);
      }
      // Hot, but not so hot that every sweep turns every spin: where it started no longer matters.
      std::vector<Spin> opposite;
      for (const Spin spin : best) opposite.push_back(static_cast<Spin>(-spin));
      const std::vector<double> warm(200, 0.3);
      const double here = overlap(sampled(annealer, warm, 640, 3, best), best);
      const double there = overlap(sampled(annealer, warm, 640, 4, opposite), best);
      QVERIFY2(std::abs(here - there) < 0.04, std::to_string(here - there).c_str());
    }
    // Without any free spin the state itself stays.
    const IsingProblem chain({0.5, 0, 0}, {{0, 1, -1}, {1, 2, -1}});
    SimulatedAnnealer annealer(chain);
    const std::vector<Spin> metastable{1, 1, 1};
    const Reads kept = sampled(annealer, std::vector<double>(50, 100.0), 16, 1, metastable);
    for (std::size_t r = 0; r < 16; ++r) {
      QVERIFY(std::equal(metastable.begin(), metastable.end(), kept.state(r).begin()));
    }
  }

  void eachReadStartsFromItsOwnState() {
    const IsingProblem problem = gaussianProblem(10, 1, 3);
    SimulatedAnnealer annealer(problem);
    std::vector<Spin> starts;
    for (std::uint32_t r = 0; r < 40; ++r) {
      const auto state = stateOf(r * 25, 10);
      starts.insert(starts.end(), state.begin(), state.end());
    }
    const Reads reads = sampled(annealer, {}, 40, 1, starts);  // no sweep at all
    QVERIFY(reads.states == starts);
    VERIFY_SAYS(sampled(annealer, {}, 3, 1, starts), "initial states have 400 spins; 10 make one");
    VERIFY_SAYS(sampled(annealer, {}, 0, 1), "0 reads");
    VERIFY_SAYS(sampled(annealer, std::vector<double>{-1}, 1, 1), "inverse temperature of -1");
  }

  void sameForAnyNumberOfThreadsAndAnyCallBefore() {
    const IsingProblem problem = gaussianProblem(50, 0.5F, 2);
    const auto betas = inverseTemperatures(givenRange(0.05, 3), 100);
    SimulatedAnnealer annealer(problem);
    const Reads many = sampled(annealer, betas, 100, 7);
    const ThreadLimit one(1);
    const Reads single = sampled(annealer, betas, 100, 7);
    QVERIFY(many.states == single.states && many.energies == single.energies);
    const Reads fewer = sampled(annealer, betas, 20, 7);
    QVERIFY(std::equal(fewer.states.begin(), fewer.states.end(), many.states.begin()));
    QVERIFY(sampled(annealer, betas, 20, 8).states != fewer.states);
  }

  void changedFieldsAndCouplingsCount() {
    const IsingProblem first = gaussianProblem(40, 0.8F, 1);
    const IsingProblem graph = gaussianProblem(40, 0.8F, 1);
    std::vector<double> fields(first.fields().begin(), first.fields().end());
    std::vector<double> values;
    for (double& field : fields) field = 0.3 - field;
    for (const Coupling& c : graph.couplings()) values.push_back(-0.9 * c.value);
    SimulatedAnnealer changed(first);
    const auto betas = inverseTemperatures(givenRange(0.05, 3), 50);
    (void)sampled(changed, betas, 16, 1);
    changed.setFields(fields);
    changed.setCouplings(values);
    IsingProblem second = first;
    second.setFields(fields);
    second.setCouplings(values);
    SimulatedAnnealer fresh(second);
    QVERIFY(sampled(changed, betas, 16, 1).states == sampled(fresh, betas, 16, 1).states);
  }

  void stopsInTheMiddle() {
    SimulatedAnnealer annealer(gaussianProblem(100, 1, 1));
    std::stop_source stop;
    SampleOptions options{stop.get_token(), [&](double share) {
                            if (share > 0.1) stop.request_stop();
                          }};
    Reads reads;
    const std::vector<double> betas(200'000, 0.1);
    QVERIFY_EXCEPTION_THROWN(annealer.sample(betas, {64, 1, 0, {}}, reads, options), Cancelled);
  }

  void tenThousandSpins() {
    std::string text;
    Random random(1, Purpose::Test, 3);
    for (int i = 0; i < 10'000; ++i) {
      for (int k = 1; k <= 10; ++k) {
        text += std::to_string(i) + ' ' + std::to_string((i + k * k) % 10'000 + 0) + ' ' +
                std::to_string(random.uniform(-1, 1)) + '\n';
      }
    }
    const IsingProblem problem = parseProblem(text, "large");
    QCOMPARE(problem.spins(), std::size_t{10'000});
    QCOMPARE(problem.couplings().size(), std::size_t{100'000});
    SimulatedAnnealer annealer(problem);
    const Reads reads = sampled(annealer, inverseTemperatures(givenRange(0.1, 5), 50), 16, 1);
    QVERIFY(reads.energies[reads.best()] < -15'000);
    QVERIFY(std::abs(reads.energies[0] - problem.energy(reads.state(0))) < 0.1);
  }

  void meanEnergiesOfTheReferenceSampler_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<double>("hot");
    QTest::addColumn<double>("cold");
    QTest::addColumn<double>("mean");
    QTest::addColumn<double>("spread");
    // What the reference prints for 100 reads × 1,000 sweeps, over its three seeds.
    QTest::newRow("K(120,40)") << "a_bip120x40_gauss" << 0.003299600687 << 13883.72797 << -873.25
                               << 12.7;
    QTest::newRow("K(120,40), tuned") << "a_bip120x40_gauss" << 0.02 << 3.0 << -879.61 << 8.3;
    QTest::newRow("Chimera") << "b_chimera16_pm1" << 0.05776226505 << 6.114894586 << -3558.1
                             << 12.8;
    QTest::newRow("Chimera, tuned") << "b_chimera16_pm1" << 0.2 << 4.0 << -3565.1 << 12.3;
  }

  void meanEnergiesOfTheReferenceSampler() {
    QFETCH(QString, name);
    QFETCH(double, hot);
    QFETCH(double, cold);
    QFETCH(double, mean);
    QFETCH(double, spread);
    const auto path = referenceFile("ising/" + name.toStdString() + ".txt");
    if (path.empty()) QSKIP("the reference instances are not there");
    const IsingProblem problem = readProblem(path);
    SimulatedAnnealer annealer(problem);
    const Reads reads = sampled(annealer, inverseTemperatures(givenRange(hot, cold), 1000), 320, 1);
    const double ours = sampleSetOf(problem, reads).mean();
    const double error = spread * std::sqrt(1 / 300.0 + 1 / 320.0);
    QVERIFY2(std::abs(ours - mean) < 4 * error, std::to_string(ours).c_str());
  }

  void groundStateOfTheReference() {
    const auto path = referenceFile("ising/e_small18_gauss.txt");
    if (path.empty()) QSKIP("the reference instances are not there");
    const Json expected = parseJson(readFile(referenceFile("ising/expected.json"), 1 << 20), "e");
    const double ground = expected["e_small18_gauss"]["exact_ground_energy"].get<double>();
    QVERIFY(std::abs(groundStates(readProblem(path)).energy(0) - ground) < 1e-9);
  }
};

QTEST_APPLESS_MAIN(TestSimulatedAnnealer)
#include "TestSimulatedAnnealer.moc"
