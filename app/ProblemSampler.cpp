#include "app/ProblemSampler.h"

#include <chrono>
#include <limits>

#include "core/ising/ProblemFile.h"
#include "core/ising/SimulatedAnnealer.h"

namespace nudge {

namespace {

// Of the read that is drawn sweep by sweep.
constexpr int kMostTimes = 400;
constexpr std::size_t kMostSpins = std::size_t{1} << 26U;  // times times spins

/// One read, of which so many sweeps are kept as a picture can show.
std::shared_ptr<const SpinHistory> historyOf(SimulatedAnnealer& annealer,
                                             const TemperatureRange& range, std::uint64_t seed,
                                             const std::stop_token& stop) {
  const std::size_t spins = annealer.problem().spins();
  const auto most = static_cast<int>(kMostSpins / std::max<std::size_t>(1, spins));
  auto history = std::make_shared<SpinHistory>();
  history->ofProblem = true;
  history->layers = {static_cast<int>(spins)};
  history->freeSweeps = std::clamp(most - 1, 1, kMostTimes);
  SampleOptions options;
  options.stop = stop;
  options.watch = [&](int, std::span<const Spin> states) {
    history->spins.insert(history->spins.end(), states.begin(), states.end());
  };
  Reads reads;
  ReadRequest request;
  request.seed = seed;
  annealer.sample(inverseTemperatures(range, history->freeSweeps), request, reads, options);
  return history;
}

}  // namespace

struct ProblemSampler::Loaded {
  std::filesystem::path path;
  std::filesystem::file_time_type written;
  TemperatureRange range;
  SimulatedAnnealer annealer;
};

ProblemSampler::ProblemSampler(QObject* parent)
    : QObject(parent),
      job_(
          this,
          [this](const ProblemRequest& request, const std::stop_token& stop) {
            return sample(request, stop);
          },
          [this](const ProblemResult& result) { emit done(result); },
          [this](const QString& message) { emit failed(message); }) {}

ProblemResult ProblemSampler::sample(const ProblemRequest& request, const std::stop_token& stop) {
  std::error_code none;
  const auto written = std::filesystem::last_write_time(request.path, none);
  if (!loaded_ || loaded_->path != request.path || loaded_->written != written) {
    IsingProblem problem = readProblem(request.path);
    const TemperatureRange range = temperatureRange(problem, RangeRule::Tuned);
    loaded_ = std::make_shared<Loaded>(
        Loaded{request.path, written, range, SimulatedAnnealer(std::move(problem))});
  }
  SimulatedAnnealer& annealer = loaded_->annealer;
  ProblemResult result;
  result.of = request;
  result.spins = annealer.problem().spins();
  result.couplings = annealer.problem().couplings().size();
  result.range = loaded_->range;
  const auto start = std::chrono::steady_clock::now();
  Reads reads;
  ReadRequest wanted;
  wanted.reads = request.reads;
  wanted.seed = request.seed;
  SampleOptions options;
  options.stop = stop;
  annealer.sample(inverseTemperatures(result.range, request.sweeps), wanted, reads, options);
  result.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  result.reads = {reads.energies, std::numeric_limits<double>::quiet_NaN()};
  result.history = historyOf(annealer, result.range, request.seed, stop);
  return result;
}

}  // namespace nudge
