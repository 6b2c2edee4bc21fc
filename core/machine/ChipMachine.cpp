#include "core/machine/ChipMachine.h"

#include <deque>

#include <fmt/format.h>

#include "core/base/Error.h"

namespace nudge {

namespace {

// Problems that are on their way at a time: the queue of a chip is not to run dry.
constexpr std::size_t kInFlight = 40;

}  // namespace

void ChipMachine::connect(const Task& task) {
  if (link_ != nullptr) return;
  link_ = std::make_unique<ChipLink>(network(), settings(), spins().problem(task.parameters),
                                     task.options.stop);
  const EmbeddingStatistics statistics = statisticsOf(link_->embedding());
  tally_.qubits = statistics.qubits;
  tally_.longestChain = statistics.longest;
}

void ChipMachine::checkLimit() const {
  const double limit = settings().chip.timeLimit;
  if (limit == 0 || tally_.access() * 1e-6 < limit) return;
  throw Error(fmt::format(
      "machine.chip_limit: the run has used {:.3g} s of chip time and stops here; what it has "
      "learnt is kept. Raise the limit to go on.",
      tally_.access() * 1e-6));
}

void ChipMachine::anneal(const Task& task, std::span<const int> samples,
                         std::span<History> histories) {
  connect(task);
  struct Waiting {
    std::size_t place;
    IsingProblem problem;
    ChipLink::Sent sent;
  };
  std::deque<Waiting> waiting;
  const IsingProblem pattern = spins().problem(task.parameters);
  std::vector<double> fields;
  std::vector<Spin> start;
  Reads reads;
  const auto send = [&](std::size_t place) {
    checkLimit();
    IsingProblem problem = pattern;
    fieldsOf(task, samples[place], fields);
    problem.setFields(fields);
    startOf(task, samples[place], start);
    // A chip starts all reads of a problem from one state.
    const std::span<const Spin> one(start.data(), std::min(start.size(), spins().spins()));
    ChipLink::Sent sent = link_->send(
        problem, {readsOf(task.phase()), task.phase(), one, seedOf(task, samples[place])});
    waiting.push_back({place, std::move(problem), std::move(sent)});
  };
  const auto receive = [&] {
    const Waiting& next = waiting.front();
    link_->receive(next.sent, next.problem, task.options.stop, tally_, reads);
    if (reads.count() < static_cast<std::size_t>(columns())) {
      throw Error(fmt::format("the chip answered with {} reads where {} were asked for.",
                              reads.count(), readsOf(task.phase())));
    }
    const std::size_t kept = keep(task, samples[next.place], reads);
    if (!histories.empty()) {
      for (std::size_t read = 0; read <= reads.count(); ++read) {
        const auto state = reads.state(read < reads.count() ? read : kept);
        histories[next.place].emplace_back(state.begin(), state.end());
      }
    }
    waiting.pop_front();
  };
  try {
    for (std::size_t place = 0; place < samples.size(); ++place) {
      if (waiting.size() == kInFlight) receive();
      send(place);
    }
    while (!waiting.empty()) receive();
  } catch (...) {
    // The step will not have happened: nobody waits for the rest.
    for (const Waiting& rest : waiting) rest.sent.job.cancel();
    throw;
  }
}

}  // namespace nudge
