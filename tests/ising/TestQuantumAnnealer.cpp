// Path-integral Monte Carlo against the exact thermal state of the transverse-field Ising model,
// and the annealer made of it.
#include <cmath>

#include <Eigen/Eigenvalues>

#include <QtTest>

#include "core/base/Error.h"
#include "core/base/Parallel.h"
#include "core/ising/ExactSolver.h"
#include "core/ising/PathIntegral.h"
#include "core/ising/QuantumAnnealer.h"
#include "tests/TestProgram.h"
#include "tests/data/Failure.h"
#include "tests/ising/Problems.h"

using namespace nudge;
using namespace nudge::test;

namespace {

/// ⟨H⟩ and ⟨σ^z_i⟩ of exp(−H), H = −A/2 Σ σ^x + B/2 H_Ising, by diagonalisation.
struct Exact {
  double energy = 0;
  std::vector<double> spins;
};

Exact exactState(const IsingProblem& problem, const AnnealEnergies& energies) {
  const std::size_t n = problem.spins();
  const Eigen::Index size = Eigen::Index{1} << n;
  Eigen::MatrixXd hamiltonian = Eigen::MatrixXd::Zero(size, size);
  for (Eigen::Index bits = 0; bits < size; ++bits) {
    const auto state = stateOf(static_cast<std::uint32_t>(bits), n);
    hamiltonian(bits, bits) = energies.problem / 2 * problem.energy(state);
    for (std::size_t i = 0; i < n; ++i) {
      hamiltonian(bits, bits ^ (Eigen::Index{1} << i)) = -energies.transverse / 2;
    }
  }
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(hamiltonian);
  const Eigen::VectorXd weights =
      (-(solver.eigenvalues().array() - solver.eigenvalues()[0])).exp().matrix();
  const Eigen::VectorXd diagonal =
      (solver.eigenvectors().array().square().matrix() * weights) / weights.sum();
  Exact exact;
  exact.energy = solver.eigenvalues().dot(weights) / weights.sum();
  for (std::size_t i = 0; i < n; ++i) {
    double sum = 0;
    for (Eigen::Index bits = 0; bits < size; ++bits) {
      sum += diagonal[bits] * ((bits >> i & 1) != 0 ? 1 : -1);
    }
    exact.spins.push_back(sum);
  }
  return exact;
}

/// Mean, and its standard error from means of blocks, which do not know of each other.
struct Estimate {
  std::vector<double> blocks;
  double mean() const {
    double sum = 0;
    for (const double block : blocks) sum += block;
    return sum / static_cast<double>(blocks.size());
  }
  double error() const {
    double sum = 0;
    for (const double block : blocks) sum += (block - mean()) * (block - mean());
    const auto count = static_cast<double>(blocks.size());
    return std::sqrt(sum / (count - 1) / count);
  }
  double distance(double exact) const { return std::abs(mean() - exact) / error(); }
};

}  // namespace

class TestQuantumAnnealer : public QObject {
  Q_OBJECT
 private slots:
  void agreesWithTheExactThermalState_data() {
    QTest::addColumn<double>("transverse");
    QTest::addColumn<double>("problem");
    QTest::newRow("strong field") << 3.0 << 0.5;
    QTest::newRow("both") << 1.5 << 1.2;
    QTest::newRow("weak field") << 0.4 << 1.5;
  }

  void agreesWithTheExactThermalState() {
    QFETCH(double, transverse);
    QFETCH(double, problem);
    const IsingProblem ising = gaussianProblem(6, 0.7F, 21);
    const AnnealEnergies energies{transverse, problem};
    const Exact exact = exactState(ising, energies);
    constexpr int kSlices = 48;
    constexpr int kBlocks = 40;
    constexpr int kSweeps = 1000;
    Estimate energy;
    std::vector<Estimate> spins(6);
    for (int block = 0; block < kBlocks; ++block) {
      Random random(3, Purpose::Test, static_cast<std::uint64_t>(block));
      PathIntegral walk(ising, kSlices, stateOf(random.below(64), 6));
      for (int k = 0; k < 100; ++k) walk.sweep(energies, random);
      double energySum = 0;
      std::vector<double> spinSums(6);
      for (int k = 0; k < kSweeps; ++k) {
        walk.sweep(energies, random);
        double classical = 0;
        for (int p = 0; p < kSlices; ++p) {
          classical += ising.energy(walk.slice(p)) / kSlices;
          for (std::size_t i = 0; i < 6; ++i) spinSums[i] += walk.slice(p)[i];
        }
        energySum += problem / 2 * classical - transverse / 2 * walk.transverse(transverse);
      }
      energy.blocks.push_back(energySum / kSweeps);
      for (std::size_t i = 0; i < 6; ++i) {
        spins[i].blocks.push_back(spinSums[i] / (kSweeps * kSlices));
      }
    }
    QVERIFY2(energy.distance(exact.energy) < 4,
             (std::to_string(energy.mean()) + " " + std::to_string(exact.energy)).c_str());
    QVERIFY2(energy.error() < 0.2, std::to_string(energy.error()).c_str());
    for (std::size_t i = 0; i < 6; ++i) {
      QVERIFY2(spins[i].distance(exact.spins[i]) < 4,
               (std::to_string(spins[i].mean()) + " " + std::to_string(exact.spins[i])).c_str());
    }
  }

  void findsGroundStates() {
    Reads reads;
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
      const IsingProblem problem = gaussianProblem(16, seed % 2 == 0 ? 1.0F : 0.3F, seed);
      const QuantumAnnealer annealer(problem, {8, 12, true});
      annealer.sample(AnnealSchedule::forward(), AnnealTable::typical(), 100, {24, seed, 0, {}},
                      reads);
      const double ground = groundStates(problem, 1).energy(0);
      QVERIFY2(std::abs(reads.energies[reads.best()] - ground) < 1e-9,
               std::to_string(seed).c_str());
    }
  }

  void reverseKeepsAtTheTopAndForgetsAtTheBottom() {
    // A ring of 12 in a field: nothing lies near its ground state.
    std::vector<Coupling> ring;
    ring.reserve(12);
    for (std::int32_t i = 0; i < 12; ++i) ring.push_back({i, (i + 1) % 12, -1});
    const IsingProblem problem(std::vector<double>(12, -0.5), ring);
    const QuantumAnnealer annealer(problem, {16, 12, true});
    const SampleSet ground = groundStates(problem, 1);
    Reads reads;
    annealer.sample(AnnealSchedule::reverse(20, 0.95), AnnealTable::typical(), 50,
                    {20, 1, 0, ground.state(0)}, reads);
    for (std::size_t r = 0; r < reads.count(); ++r) {
      QVERIFY(std::equal(ground.state(0).begin(), ground.state(0).end(), reads.state(r).begin()));
    }
    // From the worst state, far enough back, the best is found again.
    std::vector<Spin> worst(ground.state(0).begin(), ground.state(0).end());
    for (Spin& spin : worst) spin = static_cast<Spin>(-spin);
    annealer.sample(AnnealSchedule::reverse(20, 0.1), AnnealTable::typical(), 200,
                    {20, 1, 0, worst}, reads);
    QVERIFY(std::abs(reads.energies[reads.best()] - ground.energy(0)) < 1e-9);
  }

  void sameForAnyNumberOfThreads() {
    const QuantumAnnealer annealer(gaussianProblem(20, 0.5F, 4), {8, 12, true});
    const auto sampled = [&] {
      Reads reads;
      annealer.sample(AnnealSchedule::forward(), AnnealTable::typical(), 30, {30, 5, 0, {}}, reads);
      return reads.states;
    };
    const auto many = sampled();
    const ThreadLimit one(1);
    QVERIFY(sampled() == many);
  }

  void whatIsNotPossibleIsRefused() {
    const IsingProblem problem = gaussianProblem(4, 1, 1);
    Reads reads;
    VERIFY_SAYS(QuantumAnnealer(problem, {1, 12, true}), "1 slices");
    VERIFY_SAYS(QuantumAnnealer(problem, {8, 0, true}), "temperature of 0 mK");
    VERIFY_SAYS((QuantumAnnealer(problem).sample(AnnealSchedule::reverse(20, 0.5),
                                                 AnnealTable::typical(), 10, {}, reads),
                 0),
                "starts from a state");
    std::stop_source stop;
    stop.request_stop();
    QVERIFY_EXCEPTION_THROWN(
        QuantumAnnealer(problem).sample(AnnealSchedule::forward(), AnnealTable::typical(), 10, {},
                                        reads, {stop.get_token(), {}}),
        Cancelled);
  }
};

QTEST_APPLESS_MAIN(TestQuantumAnnealer)
#include "TestQuantumAnnealer.moc"
