#include "core/machine/AnnealingMachine.h"

#include "core/base/Parallel.h"
#include "core/machine/AnnealPath.h"

namespace nudge {

AnnealingMachine::AnnealingMachine(const NetworkSpec& network, const MachineSettings& settings)
    : IsingMachine(network, settings),
      freePath_(annealPath(settings.annealing, Phase::Free)),
      nudgePath_(annealPath(settings.annealing, Phase::Nudge)) {}

void AnnealingMachine::anneal(const Task& task, std::span<const int> samples,
                              std::span<History> histories) {
  spins().couplings(task.parameters, newCouplings_);
  if (newCouplings_ != couplings_) {
    couplings_.swap(newCouplings_);
    ++couplingsNow_;
  }
  parallelFor(static_cast<int>(samples.size()), [&](int i) {
    const auto k = static_cast<std::size_t>(i);
    const auto worker = workers_.take();
    settleSample(task, samples[k], *worker, histories.empty() ? nullptr : &histories[k]);
  });
}

void AnnealingMachine::settleSample(const Task& task, int sample, Worker& worker,
                                    History* history) const {
  prepareProblem(task, sample, worker);
  startOf(task, sample, worker.start);
  const Anneal anneal{task.phase() == Phase::Free ? freePath_ : nudgePath_, readsOf(task.phase()),
                      worker.start, seedOf(task, sample)};
  std::vector<std::vector<Spin>> sweeps;  // of all reads
  SampleOptions options{task.options.stop, {}, {}};
  if (history != nullptr) {
    options.watch = [&](int /*sweep*/, std::span<const Spin> states) {
      sweeps.emplace_back(states.begin(), states.end());
    };
  }
  worker.annealer->run(anneal, options, worker.reads);
  const std::size_t first = keep(task, sample, worker.reads);
  if (history == nullptr) return;
  const std::size_t count = spins().spins();
  for (const std::vector<Spin>& all : sweeps) {
    const auto begin = all.begin() + static_cast<std::ptrdiff_t>(first * count);
    history->emplace_back(begin, begin + static_cast<std::ptrdiff_t>(count));
  }
}

void AnnealingMachine::prepareProblem(const Task& task, int sample, Worker& worker) const {
  if (worker.annealer == nullptr) {
    worker.annealer = std::make_unique<Annealer>(spins().problem(task.parameters), settings());
    worker.couplingsOf = couplingsNow_;
  } else if (worker.couplingsOf != couplingsNow_) {
    worker.annealer->setCouplings(couplings_);
    worker.couplingsOf = couplingsNow_;
  }
  fieldsOf(task, sample, worker.fields);
  worker.annealer->setFields(worker.fields);
}

}  // namespace nudge
