#include <cmath>
#include <limits>

#include <Eigen/Dense>

#include <QtTest>

#include "core/base/Error.h"
#include "core/base/Parallel.h"
#include "core/ising/SweepSampler.h"
#include "core/ising/TemperatureSchedule.h"
#include "tests/TestProgram.h"
#include "tests/ising/Problems.h"

using namespace nudge;
using test::gaussianProblem;
using test::stateOf;

namespace {

double lowestEnergy(const IsingProblem& problem) {
  double lowest = std::numeric_limits<double>::infinity();
  for (unsigned code = 0; code < 1U << problem.spins(); ++code)
    lowest = std::min(lowest, problem.energy(stateOf(code, problem.spins())));
  return lowest;
}

std::vector<double> geometric(const IsingProblem& problem, int sweeps) {
  return inverseTemperatures(temperatureRange(problem, RangeRule::Thesis), sweeps);
}

Reads readsOf(const IsingProblem& problem, const std::vector<kernels::SweepWeight>& weights,
              int reads, std::uint64_t seed, int slices = 1, std::span<const Spin> start = {},
              bool plain = false) {
  SweepSampler sampler;
  sampler.usePlain(plain);
  Reads found;
  sampler.run(problem, {weights, slices}, {reads, seed, 0, start}, found);
  return found;
}

/// ⟨H⟩ and ⟨σ^z⟩ of exp(−β H), H = −A/2 Σσ^x + B/2 H_Ising, by diagonalisation.
struct Thermal {
  double energy = 0;
  Eigen::VectorXd spins;
};

Thermal exactly(const IsingProblem& problem, const AnnealEnergies& energies, double beta) {
  const std::size_t n = problem.spins(), size = std::size_t{1} << n;
  Eigen::MatrixXd h =
      Eigen::MatrixXd::Zero(static_cast<Eigen::Index>(size), static_cast<Eigen::Index>(size));
  for (unsigned code = 0; code < size; ++code) {
    h(code, code) = energies.problem / 2 * problem.energy(stateOf(code, n));
    for (std::size_t i = 0; i < n; ++i) h(code ^ (1U << i), code) -= energies.transverse / 2;
  }
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(h);
  const Eigen::VectorXd& levels = solver.eigenvalues();
  const Eigen::ArrayXd weights = (-beta * (levels.array() - levels[0])).exp();
  Thermal thermal{(weights * levels.array()).sum() / weights.sum(),
                  Eigen::VectorXd::Zero(static_cast<Eigen::Index>(n))};
  const Eigen::ArrayXd likely =
      (solver.eigenvectors().array().square().matrix() * weights.matrix()).array() / weights.sum();
  for (unsigned code = 0; code < size; ++code) {
    for (std::size_t i = 0; i < n; ++i)
      thermal.spins[static_cast<Eigen::Index>(i)] +=
          likely[code] * ((code >> i & 1U) != 0 ? 1 : -1);
  }
  return thermal;
}

}  // namespace

class TestSweepSampler : public QObject {
  Q_OBJECT
 private slots:
  void findsGroundStates() {
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
      const IsingProblem problem = gaussianProblem(16, seed % 2 == 0 ? 1.0F : 0.3F, seed);
      const double lowest = lowestEnergy(problem);
      const Reads thermal = readsOf(problem, thermalWeights(geometric(problem, 200)), 64, seed);
      QVERIFY(std::abs(thermal.energies[thermal.best()] - lowest) < 1e-9);
      std::vector<double> path(200);
      for (std::size_t k = 0; k < path.size(); ++k) path[k] = static_cast<double>(k) / 199.0;
      const Reads quantum =
          readsOf(problem, quantumWeights(path, AnnealTable::typical(), 100, 8), 32, seed, 8);
      QVERIFY(std::abs(quantum.energies[quantum.best()] - lowest) < 1e-9);
    }
  }

  /// At one temperature the chain's states are as likely as Boltzmann says: χ² over 64 states.
  void sweepsKeepBoltzmannsDistribution() {
    constexpr std::size_t kSpins = 6;
    constexpr int kReads = 40'000;
    const IsingProblem problem = gaussianProblem(kSpins, 1, 7);
    const std::vector<double> betas(60, 0.4);
    for (const bool plain : {false, true}) {
      const Reads reads =
          readsOf(problem, thermalWeights(betas), kReads, plain ? 11 : 12, 1, {}, plain);
      std::vector<double> expected, found(64);
      double sum = 0;
      for (unsigned code = 0; code < 64; ++code) {
        expected.push_back(std::exp(-0.4 * problem.energy(stateOf(code, kSpins))));
        sum += expected.back();
      }
      for (std::size_t r = 0; r < reads.count(); ++r) {
        unsigned code = 0;
        for (std::size_t i = 0; i < kSpins; ++i) code |= reads.state(r)[i] > 0 ? 1U << i : 0U;
        found[code] += 1;
      }
      double chi = 0, rest = 0, restFound = 0;
      int classes = -1;
      for (std::size_t k = 0; k < 64; ++k) {
        const double wanted = expected[k] / sum * kReads;
        if (wanted < 5) {
          rest += wanted;
          restFound += found[k];
          continue;
        }
        chi += (found[k] - wanted) * (found[k] - wanted) / wanted;
        ++classes;
      }
      if (rest > 0) {
        chi += (restFound - rest) * (restFound - rest) / std::max(rest, 1.0);
        ++classes;
      }
      // Mean and deviation of χ² are its degrees of freedom and √(2·them).
      QVERIFY2(chi < classes + 4 * std::sqrt(2.0 * classes),
               qPrintable(QString("chi² %1 with %2 degrees").arg(chi).arg(classes)));
    }
  }

  /// The thermal state of the transverse-field Ising model, ⟨σ^z⟩ and ⟨H⟩.
  void slicesSampleTheQuantumThermalState() {
    constexpr std::size_t kSpins = 6;
    constexpr int kSlices = 48, kReads = 512, kWarm = 150, kMeasured = 250;
    const IsingProblem problem = gaussianProblem(kSpins, 1, 5);
    const AnnealTable table({{0, {2, 1.6}}, {1, {2, 1.6}}});
    constexpr double kMillikelvin = 60;
    const double beta = inverseTemperature(kMillikelvin);
    const Thermal exact = exactly(problem, table.at(0), beta);
    const std::vector<double> path(kWarm + kMeasured, 0.5);
    const auto weights = quantumWeights(path, table, kMillikelvin, kSlices);
    const double angle = std::tanh(beta * 2 / (2.0 * kSlices));
    // One value a read, over its measured sweeps: reads are independent.
    std::vector<double> energies(kReads);
    Eigen::MatrixXd spins = Eigen::MatrixXd::Zero(kSpins, kReads);
    SampleOptions options;
    options.watch = [&](int sweep, std::span<const Spin> states) {
      if (sweep <= kWarm) return;
      for (std::size_t r = 0; r < kReads; ++r) {
        const auto read = states.subspan(r * kSlices * kSpins, kSlices * kSpins);
        double diagonal = 0, transverse = 0;
        for (std::size_t k = 0; k < kSlices; ++k) {
          const auto slice = read.subspan(k * kSpins, kSpins);
          const auto next = read.subspan((k + 1) % kSlices * kSpins, kSpins);
          diagonal += problem.energy(slice) / kSlices;
          for (std::size_t i = 0; i < kSpins; ++i) {
            transverse += (slice[i] == next[i] ? angle : 1 / angle) / kSlices;
            spins(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(r)) +=
                static_cast<double>(slice[i]) / kSlices / kMeasured;
          }
        }
        energies[r] += (0.8 * diagonal - transverse) / kMeasured;
      }
    };
    SweepSampler sampler;
    Reads reads;
    sampler.run(problem, {weights, kSlices}, {kReads, 3, 0, {}}, reads, options);
    const auto agrees = [](const Eigen::ArrayXd& values, double wanted, double bias) {
      const double mean = values.mean();
      const double error =
          std::sqrt((values - mean).square().mean() / static_cast<double>(values.size()));
      return std::abs(mean - wanted) < 4 * error + bias;
    };
    const Eigen::ArrayXd found = Eigen::Map<const Eigen::ArrayXd>(energies.data(), kReads);
    // The slices' own error is of the order (β_T/P)².
    QVERIFY2(agrees(found, exact.energy, 0.01),
             qPrintable(QString("%1 and %2").arg(found.mean()).arg(exact.energy)));
    for (Eigen::Index i = 0; i < static_cast<Eigen::Index>(kSpins); ++i) {
      const Eigen::ArrayXd spin = spins.row(i).transpose();
      QVERIFY2(
          agrees(spin, exact.spins[i], 0.003),
          qPrintable(QString("spin %1: %2 and %3").arg(i).arg(spin.mean()).arg(exact.spins[i])));
    }
  }

  /// Both kernels take the same way, until rounding parts a few of their reads.
  void theTunedKernelIsThePlainOne() {
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
      const std::size_t spins = 1 + seed * 7 % 40;
      const IsingProblem problem = gaussianProblem(spins, 0.5F, seed);
      for (const int slices : {1, 2, 5}) {
        const std::vector<kernels::SweepWeight> weights(6, {0.3F, slices > 1 ? 0.4F : 0.0F});
        const int reads = static_cast<int>(seed * 5);
        const Reads tuned = readsOf(problem, weights, reads, seed, slices);
        const Reads plain = readsOf(problem, weights, reads, seed, slices, {}, true);
        int other = 0;
        for (std::size_t r = 0; r < tuned.count(); ++r)
          other += std::equal(tuned.state(r).begin(), tuned.state(r).end(), plain.state(r).begin())
                       ? 0
                       : 1;
        QVERIFY2(other <= reads / 10, qPrintable(QString::number(other)));
      }
    }
  }

  /// Reverse annealing with nothing to learn: kept when cold, forgotten when hot.
  void coldReversesReturnAndHotOnesForget() {
    const IsingProblem problem = gaussianProblem(60, 0.3F, 2);
    const auto forward = geometric(problem, 400);
    const Reads found = readsOf(problem, thermalWeights(forward), 64, 1);
    const auto lowest = found.state(found.best());
    const std::vector<Spin> start(lowest.begin(), lowest.end());
    double last = -1;
    for (const double f : {0.02, 0.3, 0.6, 0.95}) {
      const Reads back =
          readsOf(problem, thermalWeights(reverseTemperatures(forward, f)), 200, 4, 1, start);
      double kept = 0;
      for (std::size_t r = 0; r < back.count(); ++r) {
        for (std::size_t i = 0; i < start.size(); ++i)
          kept += back.state(r)[i] == start[i] ? 1.0 / 60 / 200 : 0;
      }
      QVERIFY(kept >= last - 0.02);
      if (f == 0.02) QVERIFY2(kept < 0.97, qPrintable(QString::number(kept)));
      if (f == 0.95) QVERIFY2(kept > 0.999, qPrintable(QString::number(kept)));
      last = kept;
    }
  }

  void threadsAndWatchingChangeNothing() {
    const IsingProblem problem = gaussianProblem(50, 0.4F, 3);
    const auto weights = thermalWeights(geometric(problem, 50));
    const Reads many = readsOf(problem, weights, 70, 9);
    {
      const ThreadLimit limit(1);
      QCOMPARE(readsOf(problem, weights, 70, 9).states, many.states);
    }
    SweepSampler sampler;
    Reads watched;
    int sweeps = 0;
    SampleOptions options;
    options.watch = [&](int sweep, std::span<const Spin> states) {
      QCOMPARE(sweep, sweeps++);
      QCOMPARE(states.size(), std::size_t{70 * 50});
    };
    sampler.run(problem, {weights, 1}, {70, 9, 0, {}}, watched, options);
    QCOMPARE(sweeps, 51);
    QCOMPARE(watched.states, many.states);
    for (std::size_t r = 0; r < many.count(); ++r)
      QCOMPARE(many.energies[r], problem.energy(many.state(r)));
  }

  void stopsAndRefuses() {
    const IsingProblem problem = gaussianProblem(20, 0.4F, 3);
    const auto weights = thermalWeights(geometric(problem, 50));
    SweepSampler sampler;
    Reads reads;
    std::stop_source source;
    SampleOptions options{source.get_token(), {}, {}};
    source.request_stop();
    QVERIFY_EXCEPTION_THROWN(sampler.run(problem, {weights, 1}, {5, 1, 0, {}}, reads, options),
                             Cancelled);
    const std::vector<Spin> wrong(7, 1);
    QVERIFY_EXCEPTION_THROWN(sampler.run(problem, {weights, 1}, {5, 1, 0, wrong}, reads), Error);
    QVERIFY_EXCEPTION_THROWN(sampler.run(problem, {weights, 1}, {0, 1, 0, {}}, reads), Error);
    QVERIFY_EXCEPTION_THROWN(sampler.run(problem, {{}, 1}, {5, 1, 0, {}}, reads), Error);
  }

  void largeProblemsFit() {
    Random random(1, Purpose::Test);
    std::vector<Coupling> couplings;
    for (int i = 0; i < 10'000; ++i) {
      for (int k = 1; k <= 10; ++k)
        couplings.push_back({i, (i + k * 37) % 10'000, static_cast<double>(random.normal())});
    }
    const IsingProblem problem(std::vector<double>(10'000, 0.1), std::move(couplings));
    const Reads reads = readsOf(problem, thermalWeights(std::vector<double>(20, 1.0)), 16, 1);
    QCOMPARE(reads.states.size(), std::size_t{160'000});
    QVERIFY(reads.energies[reads.best()] < -20'000);
  }
};

QTEST_APPLESS_MAIN(TestSweepSampler)
#include "TestSweepSampler.moc"
