#include "core/machine/IsingMachine.h"

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

}  // namespace

IsingMachine::IsingMachine(const NetworkSpec& network, const MachineSettings& settings)
    : network_(network), settings_(settings), spins_(network) {}

int IsingMachine::columns() const {
  return settings_.annealing.read == ReadChoice::Mean ? settings_.annealing.freeReads : 1;
}

int IsingMachine::readsOf(Phase phase) const {
  return phase == Phase::Free ? settings_.annealing.freeReads : settings_.annealing.nudgeReads;
}

std::uint64_t IsingMachine::seedOf(const Task& task, int sample) {
  // Both signs of a symmetric nudge draw their own numbers.
  const Draw& draw = task.options.draw;
  const std::uint64_t kind = task.nudge == nullptr ? 0 : task.nudge->beta >= 0 ? 1 : 2;
  Random random(draw.seed, Purpose::Reads, draw.number);
  const std::uint64_t base = (std::uint64_t{random()} << 32) | random();
  Random own(base, Purpose::Reads, static_cast<std::uint64_t>(sample) * 3 + kind);
  return (std::uint64_t{own()} << 32) | own();
}

void IsingMachine::settle(const Parameters& parameters, const Batch& batch, const Nudge* nudge,
                          const Settled* from, const SettleOptions& options, Settled& into) {
  if (nudge == nullptr) spins_.drive(parameters, batch.inputs, into.drive);
  spins_.resize(Eigen::Index{1} * batch.samples() * columns(), into);
  into.reads = columns();
  const Matrix& drive = nudge == nullptr ? into.drive : from->drive;
  const Matrix free = nudge == nullptr ? Matrix() : meanOutputs(*from);
  const Task task{parameters, batch, nudge, from, options, drive, free, into};
  const bool watched = options.observer != nullptr;
  const bool skips = nudge != nullptr && settings_.annealing.skipRight && !watched;
  std::vector<int> samples;
  for (int sample = 0; sample < batch.samples(); ++sample) {
    if (skips && isRight(task, sample))
      copySample(task, sample);
    else
      samples.push_back(sample);
  }
  std::vector<History> histories(watched ? samples.size() : 0);
  anneal(task, samples, histories);
  if (watched) show(task, histories);
}

void IsingMachine::fieldsOf(const Task& task, int sample, std::vector<double>& into) const {
  thread_local std::vector<float> pull;
  if (task.nudge != nullptr) {
    spins_.pull(*task.nudge, task.batch.targets.col(sample).data(),
                task.freeOutputs.col(sample).data(), pull);
  }
  spins_.fields(task.parameters, task.drive.col(sample).data(),
                task.nudge != nullptr ? pull.data() : nullptr, settings_.annealing.fieldLimit,
                into);
}

void IsingMachine::startOf(const Task& task, int sample, std::vector<Spin>& into) const {
  into.clear();
  if (!startsFromState(settings_.annealing, task.phase())) return;
  into.resize(spins_.spins() * static_cast<std::size_t>(columns()));
  for (int k = 0; k < columns(); ++k) {
    spins_.load(*task.from, Eigen::Index{1} * sample * columns() + k,
                into.data() + static_cast<std::size_t>(k) * spins_.spins());
  }
}

std::size_t IsingMachine::keep(const Task& task, int sample, const Reads& reads) const {
  const bool lowest = settings_.annealing.read == ReadChoice::Lowest;
  const std::size_t first = lowest ? reads.best() : 0;
  for (int k = 0; k < columns(); ++k) {
    spins_.store(reads.state(first + static_cast<std::size_t>(k)).data(),
                 Eigen::Index{1} * sample * columns() + k, task.into);
  }
  return first;
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
