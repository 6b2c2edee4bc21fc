// Annealing of problems like those of the literature: nanoseconds an attempt to flip a spin, and
// the mean energy that it reached. `scalar` is a plain program of the usual kind, for the ratio.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <string>

#include <benchmark/benchmark.h>

#include "core/base/Random.h"
#include "core/ising/CollapsedAnnealer.h"
#include "core/ising/SimulatedAnnealer.h"
#include "core/ising/TemperatureSchedule.h"

using namespace nudge;

namespace {

double normal(Random& random) { return static_cast<double>(random.normal()); }

/// Bipartite, with fields.
IsingProblem bipartite(std::int32_t left, std::int32_t right) {
  Random random(1001, Purpose::Test);
  std::vector<double> fields(static_cast<std::size_t>(left + right));
  for (double& field : fields) field = normal(random);
  std::vector<Coupling> couplings;
  for (std::int32_t i = 0; i < left; ++i) {
    for (std::int32_t j = left; j < left + right; ++j) couplings.push_back({i, j, normal(random)});
  }
  return IsingProblem(std::move(fields), std::move(couplings));
}

/// Sherrington and Kirkpatrick: all to all, variance 1/n.
IsingProblem sherringtonKirkpatrick(std::int32_t spins) {
  Random random(1003, Purpose::Test);
  std::vector<Coupling> couplings;
  for (std::int32_t i = 0; i < spins; ++i) {
    for (std::int32_t j = i + 1; j < spins; ++j) {
      couplings.push_back({i, j, normal(random) / std::sqrt(spins)});
    }
  }
  return IsingProblem(std::vector<double>(static_cast<std::size_t>(spins)), std::move(couplings));
}

/// Chimera m × m × 4 with J = ±1.
IsingProblem chimera(std::int32_t m) {
  Random random(1002, Purpose::Test);
  const auto at = [m](std::int32_t i, std::int32_t j, std::int32_t u, std::int32_t k) {
    return ((i * m + j) * 2 + u) * 4 + k;
  };
  std::vector<Coupling> couplings;
  const auto couple = [&](std::int32_t a, std::int32_t b) {
    couplings.push_back({a, b, random.below(2) == 0 ? -1.0 : 1.0});
  };
  for (std::int32_t i = 0; i < m; ++i) {
    for (std::int32_t j = 0; j < m; ++j) {
      for (std::int32_t k = 0; k < 4; ++k) {
        for (std::int32_t l = 0; l < 4; ++l) couple(at(i, j, 0, k), at(i, j, 1, l));
        if (i + 1 < m) couple(at(i, j, 0, k), at(i + 1, j, 0, k));
        if (j + 1 < m) couple(at(i, j, 1, k), at(i, j + 1, 1, k));
      }
    }
  }
  return IsingProblem(std::vector<double>(static_cast<std::size_t>(8 * m * m)),
                      std::move(couplings));
}

/// As many spins and neighbours as Pegasus 16, J = ±1, mostly between near numbers.
IsingProblem likePegasus() {
  constexpr std::int32_t kSpins = 5640;
  Random random(1004, Purpose::Test);
  std::vector<Coupling> couplings;
  for (std::int32_t i = 0; i < kSpins; ++i) {
    for (const std::int32_t step : {1, 2, 3, 5, 15, 180, 360}) {
      if (i + step >= kSpins) continue;
      couplings.push_back({i, i + step, random.below(2) == 0 ? -1.0 : 1.0});
    }
  }
  return IsingProblem(std::vector<double>(kSpins), std::move(couplings));
}

IsingProblem problemNumber(std::int64_t number) {
  switch (number) {
    case 0:
      return bipartite(120, 40);
    case 1:
      return chimera(16);
    case 2:
      return likePegasus();
    default:
      return sherringtonKirkpatrick(200);
  }
}

void report(benchmark::State& state, double attempts, double mean) {
  state.counters["ns/attempt"] =
      benchmark::Counter(attempts * static_cast<double>(state.iterations()) * 1e-9,
                         benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
  state.counters["mean"] = mean;
}

void anneal(benchmark::State& state, RangeRule rule, SimulatedAnnealer::Kernel kernel) {
  const IsingProblem problem = problemNumber(state.range(0));
  SimulatedAnnealer annealer(problem, kernel);
  const int sweeps = 1000;
  const int reads = annealer.usesBytes() ? 128 : 96;
  const auto betas = inverseTemperatures(temperatureRange(problem, rule), sweeps);
  Reads found;
  for (auto _ : state) annealer.sample(betas, {reads, 1, 0, {}}, found);
  report(state, static_cast<double>(reads) * sweeps * static_cast<double>(problem.spins()),
         sampleSetOf(problem, found).mean());
}

void annealDWave(benchmark::State& state) {
  anneal(state, RangeRule::DWave, SimulatedAnnealer::Kernel::Automatic);
}
void annealTuned(benchmark::State& state) {
  anneal(state, RangeRule::Tuned, SimulatedAnnealer::Kernel::Automatic);
}

/// One read after the other, ΔE of every spin kept up to date in doubles, xorshift128+, exp only
/// where it can matter: the way that widely used samplers go.
class Scalar {
 public:
  explicit Scalar(const IsingProblem& problem)
      : problem_(problem), state_(problem.spins()), changes_(problem.spins()) {
    for (std::size_t i = 0; i < problem.spins(); ++i) {
      for (const Neighbour& n : problem.neighbours(i)) {
        values_.push_back(problem.couplings()[static_cast<std::size_t>(n.coupling)].value);
        spins_.push_back(static_cast<std::size_t>(n.spin));
      }
      ends_.push_back(spins_.size());
    }
  }

  double read(std::span<const double> betas) {
    for (Spin& spin : state_) spin = draw() >> 63 != 0 ? Spin{1} : Spin{-1};
    for (std::size_t i = 0; i < state_.size(); ++i) changes_[i] = problem_.flipChange(state_, i);
    for (const double beta : betas) {
      const double never = 44.36142 / beta;
      for (std::size_t i = 0; i < state_.size(); ++i) {
        if (changes_[i] >= never) continue;
        if (changes_[i] > 0 &&
            std::exp(-changes_[i] * beta) * 0x1p64 <= static_cast<double>(draw()))
          continue;
        flip(i);
      }
    }
    return problem_.energy(state_);
  }

 private:
  void flip(std::size_t i) {
    const double factor = 4 * state_[i];
    for (std::size_t k = i == 0 ? 0 : ends_[i - 1]; k < ends_[i]; ++k) {
      changes_[spins_[k]] += factor * values_[k] * state_[spins_[k]];
    }
    state_[i] = static_cast<Spin>(-state_[i]);
    changes_[i] = -changes_[i];
  }

  std::uint64_t draw() {
    std::uint64_t x = a_;
    a_ = b_;
    x ^= x << 23;
    b_ = x ^ b_ ^ (x >> 17) ^ (b_ >> 26);
    return b_ + a_;
  }

  const IsingProblem& problem_;
  std::vector<Spin> state_;
  std::vector<double> changes_, values_;
  std::vector<std::size_t> spins_, ends_;
  std::uint64_t a_ = 88'172'645'463'325'252U, b_ = 7;
};

void scalar(benchmark::State& state) {
  const IsingProblem problem = problemNumber(state.range(0));
  const auto betas = inverseTemperatures(temperatureRange(problem, RangeRule::DWave), 1000);
  Scalar sampler(problem);
  double sum = 0;
  const int reads = 10;
  for (auto _ : state) {
    sum = 0;
    for (int r = 0; r < reads; ++r) sum += sampler.read(betas);
  }
  report(state, static_cast<double>(reads) * 1000 * static_cast<double>(problem.spins()),
         sum / reads);
}

/// A phase of equilibrium propagation: other fields each time, 10 reads.
template <class Annealer>
void phase(benchmark::State& state) {
  const IsingProblem problem = bipartite(120, 40);
  Annealer annealer(problem);
  const auto betas = inverseTemperatures(temperatureRange(problem, RangeRule::Tuned),
                                         static_cast<int>(state.range(0)));
  std::vector<double> fields(problem.fields().begin(), problem.fields().end());
  Reads found;
  std::uint64_t stream = 0;
  for (auto _ : state) {
    fields[stream % fields.size()] += 0.01;
    annealer.setFields(fields);
    annealer.sample(betas, {10, 1, stream++, {}}, found);
  }
}

/// What an update of the couplings costs.
void setCouplings(benchmark::State& state) {
  const IsingProblem problem = bipartite(120, 40);
  SimulatedAnnealer annealer(problem);
  std::vector<double> values;
  for (const Coupling& c : problem.couplings()) values.push_back(c.value);
  for (auto _ : state) {
    values[0] += 0.001;
    annealer.setCouplings(values);
  }
}

/// How long it takes to see the best known state of K(120,40) with 99 %: reads of `sweeps` sweeps,
/// `seen` of them in it. The best known state is what the longest of these anneals finds.
template <class Annealer>
void timeToBest(benchmark::State& state) {
  const IsingProblem problem = bipartite(120, 40);
  const TemperatureRange range = temperatureRange(problem, RangeRule::Tuned);
  Reads found;
  CollapsedAnnealer longest(problem);
  longest.sample(inverseTemperatures(range, 1000), {1000, 7, 0, {}}, found);
  const double best = found.energies[found.best()];
  Annealer annealer(problem);
  const auto betas = inverseTemperatures(range, static_cast<int>(state.range(0)));
  const int reads = 4000;
  const auto start = std::chrono::steady_clock::now();
  for (auto _ : state) annealer.sample(betas, {reads, 1, 0, {}}, found);
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  const auto seen = std::count_if(found.energies.begin(), found.energies.end(),
                                  [&](double energy) { return energy < best + 1e-3; });
  const double share = static_cast<double>(seen) / reads;
  const double readTime = seconds.count() / static_cast<double>(state.iterations()) / reads;
  state.counters["seen"] = share;
  state.counters["ms to 99 %"] =
      1e3 * readTime * std::max(1.0, std::log(0.01) / std::log(1 - std::min(share, 0.999)));
}

// 0: K(120,40) Gaussian, 1: Chimera 16 ±1, 2: like Pegasus 16 ±1, 3: SK 200.
BENCHMARK(scalar)->DenseRange(0, 3)->Unit(benchmark::kMillisecond);
BENCHMARK(annealDWave)->DenseRange(0, 3)->Unit(benchmark::kMillisecond);
BENCHMARK(annealTuned)->DenseRange(0, 3)->Unit(benchmark::kMillisecond);
BENCHMARK(timeToBest<SimulatedAnnealer>)->Arg(250)->Arg(1000)->Unit(benchmark::kMillisecond);
BENCHMARK(timeToBest<CollapsedAnnealer>)->Arg(20)->Arg(40)->Unit(benchmark::kMillisecond);
BENCHMARK(phase<SimulatedAnnealer>)->Arg(100)->Unit(benchmark::kMicrosecond);
BENCHMARK(phase<CollapsedAnnealer>)->Arg(10)->Arg(100)->Unit(benchmark::kMicrosecond);
BENCHMARK(setCouplings)->Unit(benchmark::kMicrosecond);

}  // namespace
