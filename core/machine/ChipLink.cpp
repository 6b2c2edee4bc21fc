#include "core/machine/ChipLink.h"

#include <algorithm>
#include <chrono>
#include <cmath>

#include "core/base/Error.h"
#include "core/chip/ChipGraph.h"
#include "core/chip/Unembedding.h"
#include "core/cloud/SolverChip.h"
#include "core/cloud/VirtualChip.h"
#include "core/ising/Descent.h"
#include "core/machine/AnnealPath.h"
#include "core/machine/CellPlacement.h"

namespace nudge {

namespace {

VirtualChipSettings virtualChip(const MachineSettings& settings) {
  VirtualChipSettings chip;
  chip.physics.fieldNoise = chip.physics.couplingNoise = settings.chip.noise;
  chip.physics.bits = settings.chip.bits;
  chip.physics.slices = settings.annealing.slices;
  chip.physics.temperature = settings.annealing.temperature;
  // Its client is this program: where both wait for a processor, neither gives up on the other.
  chip.patience = std::chrono::minutes(5);
  chip.physics.sweepsPerMicrosecond = settings.annealing.sweeps / settings.chip.annealTime;
  return chip;
}

}  // namespace

ChipLink::ChipLink(const NetworkSpec& network, const MachineSettings& settings,
                   const IsingProblem& pattern, const std::stop_token& stop)
    : settings_(settings) {
  CloudConfiguration configuration;
  if (settings.kind == MachineKind::VirtualChip) {
    own_ = std::make_unique<VirtualChip>(ChipGraph::make(ChipShape::parse(settings.chip.chip)),
                                         virtualChip(settings));
    configuration = configurationFrom({{"endpoint", own_->endpoint()}});
  } else {
    configuration = loadConfiguration({}, {}, stop);
  }
  warning_ = configuration.warning;
  client_ = std::make_unique<CloudClient>(configuration);
  solver_ = client_->chooseSolver(stop);
  graph_ = std::make_unique<ChipGraph>(chipOf(solver_));
  EmbedOptions options;
  options.stop = stop;
  embedding_ = std::make_shared<Embedding>(embedNetwork(network, pattern, *graph_, options));
}

ChipLink::~ChipLink() = default;

Json ChipLink::parametersOf(const Anneals& anneals, const EmbeddedProblem* embedded) const {
  const double time = settings_.chip.annealTime;
  Json parameters{{"num_reads", anneals.reads}, {"answer_mode", "raw"}};
  const bool back = !anneals.start.empty();
  const std::vector<double> points = schedulePoints(settings_.annealing, anneals.phase);
  const bool straight = !back && settings_.annealing.forward.empty();
  if (straight) {
    parameters["annealing_time"] = time;
  } else {
    Json schedule = Json::array();
    for (std::size_t i = 0; i < points.size(); i += 2)
      schedule.push_back({points[i] * time, points[i + 1]});
    parameters["anneal_schedule"] = std::move(schedule);
  }
  if (back && embedded != nullptr) {
    parameters["reinitialize_state"] = true;
    parameters["initial_state"] = initialStateJson(solver_.numQubits, embedded->qubits,
                                                   embeddedState(*embedded, anneals.start));
  }
  // A virtual chip, whoever serves it: a run that is taken up again gets the same answers.
  if (solver_.knows("x_seed")) parameters["x_seed"] = anneals.seed >> 16U;
  return parameters;
}

ChipLink::Sent ChipLink::send(const IsingProblem& problem, const Anneals& anneals) {
  const double strength = torqueCompensation(problem, settings_.chip.chainStrength);
  EmbeddedProblem embedded = embed(problem, *embedding_, *graph_, {strength});
  QubitProblem onQubits{embedded.qubits, embedded.problem};
  Json parameters = parametersOf(anneals, &embedded);
  CloudJob job = client_->submit(jobFor(solver_, onQubits, std::move(parameters), "nudge"));
  return {std::move(job), std::move(embedded), std::move(onQubits), anneals.phase, anneals.seed};
}

void ChipLink::receive(const Sent& sent, const IsingProblem& problem, const std::stop_token& stop,
                       ChipTally& tally, Reads& into) const {
  const QpAnswer answer = sent.job.wait(stop);
  const SampleSet onQubits = samplesOf(answer, sent.onQubits);
  const Unembedded read =
      unembed(sent.embedded, problem, onQubits, settings_.chip.brokenChains, sent.seed);
  into.spins = problem.spins();
  into.states.clear();
  into.energies.clear();
  std::vector<Spin> state;
  for (std::size_t row = 0; row < read.samples.size(); ++row) {
    state.assign(read.samples.state(row).begin(), read.samples.state(row).end());
    double energy = read.samples.energy(row);
    if (settings_.chip.descent && descend(problem, state) > 0) energy = problem.energy(state);
    for (std::uint32_t k = 0; k < read.samples.occurrences(row); ++k) {
      into.states.insert(into.states.end(), state.begin(), state.end());
      into.energies.push_back(energy);
    }
  }
  count(answer, read, sent.phase, tally);
  if (read.samples.empty()) return;
  const auto spins = onQubits.state(read.rows[read.samples.best()]);
  tally.newest = std::make_shared<ChipShot>(
      ChipShot{embedding_, sent.phase, sent.onQubits.qubits, {spins.begin(), spins.end()}});
}

void ChipLink::count(const QpAnswer& answer, const Unembedded& read, Phase phase,
                     ChipTally& tally) {
  const auto reads = static_cast<double>(read.samples.reads());
  ChipPhaseUse& use = tally.of(phase);
  ++use.problems;
  use.reads += static_cast<std::int64_t>(read.samples.reads());
  use.programming += answer.timing.programming;
  use.anneal += reads * answer.timing.annealEach;
  use.readout += reads * answer.timing.readoutEach;
  use.delay += reads * answer.timing.delayEach;
  use.brokenChains += reads * read.meanChainBreaks;
}

double ChipLink::estimate(const Anneals& anneals) const {
  if (!solver_.timing) return 0;
  const auto qubits = static_cast<std::size_t>(statisticsOf(*embedding_).qubits);
  TimeTerms terms = timeTermsOf(parametersOf(anneals, nullptr), qubits);
  terms.initialState = !anneals.start.empty();
  return estimateTime(solver_, terms).access;
}

}  // namespace nudge
