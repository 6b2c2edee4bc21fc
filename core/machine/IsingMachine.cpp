#include "core/machine/IsingMachine.h"

#include "core/base/Parallel.h"
#include "core/base/Random.h"
#include "core/machine/AnnealPath.h"

namespace nudge {

namespace {

/// E of spins: that of their Ising problem, fields cut as the machine cuts them; of bits E(n).
class IsingEnergies final : public EnergyMeter {
 public:
  IsingEnergies(const NetworkSpec& network, double fieldLimit, const Parameters& parameters)
      : spins_(network),
        fieldLimit_(fieldLimit),
        parameters_(parameters),
        problem_(spins_.problem(parameters)) {}

  Eigen::VectorXd energies(const Matrix& drive, const Settled& state) const override {
    const Eigen::Index columns = state.outputs().cols();
    Eigen::VectorXd energy(columns);
    IsingProblem problem = problem_;
    std::vector<double> fields;
    std::vector<Spin> spins(spins_.spins());
    for (Eigen::Index i = 0; i < columns; ++i) {
      const float* const of = drive.col(i / state.reads).data();
      spins_.fields(parameters_, of, nullptr, fieldLimit_, fields);
      problem.setFields(fields);
      spins_.load(state, i, spins.data());
      energy[i] = problem.energy(spins) + spins_.offset(parameters_, of);
    }
    return energy;
  }

 private:
  IsingNetwork spins_;
  double fieldLimit_;
  Parameters parameters_;
  IsingProblem problem_;
};

std::uint64_t seedOf(const Draw& draw, Phase phase, int sample, float beta) {
  // Both signs of a symmetric nudge draw their own numbers.
  const std::uint64_t kind = phase == Phase::Free ? 0 : beta >= 0 ? 1 : 2;
  Random random(draw.seed, Purpose::Reads, draw.number);
  const std::uint64_t base = (std::uint64_t{random()} << 32) | random();
  Random own(base, Purpose::Reads, static_cast<std::uint64_t>(sample) * 3 + kind);
  return (std::uint64_t{own()} << 32) | own();
}

}  // namespace

IsingMachine::IsingMachine(const NetworkSpec& network, const MachineSettings& settings)
    : network_(network),
      settings_(settings),
      spins_(network),
      freePath_(annealPath(settings.annealing, Phase::Free)),
      nudgePath_(annealPath(settings.annealing, Phase::Nudge)) {}

int IsingMachine::columns() const {
  return settings_.annealing.read == ReadChoice::Mean ? settings_.annealing.freeReads : 1;
}

void IsingMachine::settle(const Parameters& parameters, const Batch& batch, const Nudge* nudge,
                          const Settled* from, const SettleOptions& options, Settled& into) {
  if (nudge == nullptr) spins_.drive(parameters, batch.inputs, into.drive);
  spins_.resize(Eigen::Index{1} * batch.samples() * columns(), into);
  into.reads = columns();
  spins_.couplings(parameters, couplings_);
  ++settles_;
  const Matrix& drive = nudge == nullptr ? into.drive : from->drive;
  const Matrix free = nudge == nullptr ? Matrix() : meanOutputs(*from);
  const Task task{parameters, batch, nudge, from, options, drive, free, into};
  std::vector<History> histories(
      options.observer == nullptr ? 0 : static_cast<std::size_t>(batch.samples()));
  parallelFor(batch.samples(), [&](int sample) {
    const auto worker = workers_.take();
    settleSample(task, sample, *worker,
                 histories.empty() ? nullptr : &histories[static_cast<std::size_t>(sample)]);
  });
  if (options.observer != nullptr) show(task, histories);
}

void IsingMachine::settleSample(const Task& task, int sample, Worker& worker, History* history) {
  const bool nudging = task.nudge != nullptr;
  if (nudging && settings_.annealing.skipRight && history == nullptr && isRight(task, sample))
    return copySample(task, sample);
  prepareProblem(task, sample, worker);
  const Anneal anneal = annealOf(task, sample, worker);
  std::vector<std::vector<Spin>> sweeps;  // of all reads
  SampleOptions options{task.options.stop, {}, {}};
  if (history != nullptr) {
    options.watch = [&](int /*sweep*/, std::span<const Spin> states) {
      sweeps.emplace_back(states.begin(), states.end());
    };
  }
  worker.annealer->run(anneal, options, worker.reads);
  const bool lowest = settings_.annealing.read == ReadChoice::Lowest;
  const std::size_t first = lowest ? worker.reads.best() : 0;
  for (int k = 0; k < columns(); ++k) {
    spins_.store(worker.reads.state(first + static_cast<std::size_t>(k)).data(),
                 Eigen::Index{1} * sample * columns() + k, task.into);
  }
  if (history == nullptr) return;
  const std::size_t spins = spins_.spins();
  for (const std::vector<Spin>& all : sweeps) {
    const auto begin = all.begin() + static_cast<std::ptrdiff_t>(first * spins);
    history->emplace_back(begin, begin + static_cast<std::ptrdiff_t>(spins));
  }
}

bool IsingMachine::isRight(const Task& task, int sample) const {
  const auto target = task.batch.targets.col(sample).array();
  for (int k = 0; k < columns(); ++k) {
    if ((task.from->outputs().col(Eigen::Index{1} * sample * columns() + k).array() != target)
            .any())
      return false;
  }
  return true;
}

void IsingMachine::copySample(const Task& task, int sample) const {
  const Eigen::Index first = Eigen::Index{1} * sample * columns();
  const auto copy = [&](const std::vector<Matrix>& source, std::vector<Matrix>& into) {
    for (std::size_t n = 0; n < source.size(); ++n)
      into[n].middleCols(first, columns()) = source[n].middleCols(first, columns());
  };
  copy(task.from->states, task.into.states);
  copy(task.from->rawMaps, task.into.rawMaps);
}

void IsingMachine::prepareProblem(const Task& task, int sample, Worker& worker) {
  if (worker.annealer == nullptr) {
    worker.annealer = std::make_unique<Annealer>(spins_.problem(task.parameters), settings_);
    worker.couplingsOf = settles_;
  } else if (worker.couplingsOf != settles_) {
    worker.annealer->setCouplings(couplings_);
    worker.couplingsOf = settles_;
  }
  const float* pull = nullptr;
  if (task.nudge != nullptr) {
    spins_.pull(*task.nudge, task.batch.targets.col(sample).data(),
                task.freeOutputs.col(sample).data(), worker.pull);
    pull = worker.pull.data();
  }
  spins_.fields(task.parameters, task.drive.col(sample).data(), pull,
                settings_.annealing.fieldLimit, worker.fields);
  worker.annealer->setFields(worker.fields);
}

Anneal IsingMachine::annealOf(const Task& task, int sample, Worker& worker) const {
  const AnnealingSettings& settings = settings_.annealing;
  const Phase phase = task.phase();
  Anneal anneal;
  anneal.path = phase == Phase::Free ? freePath_ : nudgePath_;
  anneal.reads = phase == Phase::Free ? settings.freeReads : settings.nudgeReads;
  anneal.seed =
      seedOf(task.options.draw, phase, sample, task.nudge == nullptr ? 0 : task.nudge->beta);
  if (!startsFromState(settings, phase)) return anneal;
  worker.start.resize(spins_.spins() * static_cast<std::size_t>(columns()));
  for (int k = 0; k < columns(); ++k) {
    spins_.load(*task.from, Eigen::Index{1} * sample * columns() + k,
                worker.start.data() + static_cast<std::size_t>(k) * spins_.spins());
  }
  anneal.start = worker.start;
  return anneal;
}

void IsingMachine::show(const Task& task, const std::vector<History>& histories) const {
  Settled state;
  spins_.resize(task.batch.samples(), state);
  const auto steps = static_cast<int>(histories.front().size());
  for (int t = task.nudge == nullptr ? 0 : 1; t < steps; ++t) {
    for (std::size_t i = 0; i < histories.size(); ++i)
      spins_.store(histories[i][static_cast<std::size_t>(t)].data(), static_cast<Eigen::Index>(i),
                   state);
    task.options.observer->onStep(task.phase(), t, state);
  }
}

std::unique_ptr<EnergyMeter> IsingMachine::energyMeter(const Parameters& parameters) const {
  return std::make_unique<IsingEnergies>(network_, settings_.annealing.fieldLimit, parameters);
}

}  // namespace nudge
