#include "app/commands/ChipSampling.h"

#include <algorithm>
#include <memory>
#include <optional>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "core/chip/ChipFile.h"
#include "core/chip/EmbeddedProblem.h"
#include "core/chip/FindEmbedding.h"
#include "core/chip/Unembedding.h"
#include "core/cloud/CloudClient.h"
#include "core/cloud/CloudError.h"
#include "core/cloud/QubitPlacement.h"
#include "core/cloud/SolverChip.h"
#include "core/cloud/VirtualChip.h"

namespace nudge {

namespace {

/// A virtual chip of our own, unless one is served elsewhere already.
std::unique_ptr<VirtualChip> ownChip(const ChipSampling& wanted) {
  if (!wanted.virtualChip || !wanted.endpoint.empty()) return nullptr;
  VirtualChipSettings settings;
  settings.physics.seed = wanted.seed;
  settings.physics.slices = wanted.slices;
  settings.physics.temperature = wanted.temperature;
  settings.physics.sweepsPerMicrosecond = wanted.sweeps / wanted.time;
  return std::make_unique<VirtualChip>(openChip(wanted.chip, wanted.faults), settings);
}

CloudConfiguration configurationOf(const ChipSampling& wanted, const VirtualChip* own,
                                   const std::stop_token& stop) {
  if (own != nullptr) return configurationFrom({{"endpoint", own->endpoint()}});
  Settings given;
  if (!wanted.endpoint.empty()) given["endpoint"] = wanted.endpoint;
  if (!wanted.solver.empty()) given["solver"] = wanted.solver;
  return loadConfiguration(given, wanted.profile, stop);
}

/// A problem on its way to a chip: on the qubits that its spins are named by, or embedded.
struct Placed {
  QubitProblem problem;
  std::optional<EmbeddedProblem> embedded;
};

/// Whether the chip has a qubit for every spin's name and a coupler for every coupling.
bool isOnQubits(const QubitProblem& problem, const ChipGraph& chip) {
  const auto qubitOf = [&](std::int32_t spin) {
    return problem.qubits[static_cast<std::size_t>(spin)];
  };
  return std::all_of(problem.qubits.begin(), problem.qubits.end(),
                     [&](std::int32_t qubit) { return chip.hasQubit(qubit); }) &&
         std::all_of(
             problem.problem.couplings().begin(), problem.problem.couplings().end(),
             [&](const Coupling& c) { return chip.hasCoupler(qubitOf(c.i), qubitOf(c.j)); });
}

Placed place(const ChipSampling& wanted, const IsingProblem& whole, const ChipGraph& chip,
             const std::stop_token& stop) {
  if (!wanted.embed) {
    QubitProblem named = onNamedQubits(whole);
    if (isOnQubits(named, chip)) return {std::move(named), {}};
  }
  EmbedOptions options;
  options.seed = wanted.seed;
  options.stop = stop;
  const Embedding embedding =
      findEmbedding(SourceGraph::of(whole), chip, EmbedMethod::Auto, options).embedding;
  EmbeddedProblem embedded = embed(whole, embedding, chip, {torqueCompensation(whole)});
  QubitProblem problem{embedded.qubits, embedded.problem};
  return {std::move(problem), std::move(embedded)};
}

std::vector<Spin> initialState(const ChipSampling& wanted, const Placed& placed,
                               const IsingProblem& whole) {
  if (placed.embedded) return embeddedState(*placed.embedded, wanted.initial);
  SampleSet initial(whole.spins());
  initial.add(wanted.initial, 0);
  const SampleSet named = onNamedQubits(initial, whole);
  return {named.state(0).begin(), named.state(0).end()};
}

Json parametersOf(const ChipSampling& wanted, const SolverProperties& solver, const Placed& placed,
                  const IsingProblem& whole) {
  Json parameters{{"num_reads", wanted.reads}};
  if (!wanted.reverse) {
    parameters["annealing_time"] = wanted.time;
    return parameters;
  }
  parameters["anneal_schedule"] = Json::array();
  const AnnealSchedule schedule = AnnealSchedule::reverse(wanted.time, *wanted.reverse);
  for (const AnnealPoint& point : schedule.points()) {
    parameters["anneal_schedule"].push_back({point.time, point.s});
  }
  parameters["initial_state"] = initialStateJson(solver.numQubits, placed.problem.qubits,
                                                 initialState(wanted, placed, whole));
  return parameters;
}

std::string timeText(double microseconds) { return fmt::format("{:.4g} ms", microseconds / 1000); }

}  // namespace

void ChipSampling::addTo(CLI::App& command) {
  command.add_option("--chip", chip, "chip: pegasus:16 (default), chimera:M, zephyr:M, or a file")
      ->type_name("CHIP");
  command.add_flag("--embed", embed,
                   "chip, dwave: place the problem's graph on the chip even if its spins are named "
                   "by qubits that would do");
  command.add_option("--faults", faults, "chip: what does not work on it")->type_name("FILE");
  command
      .add_option("--endpoint", endpoint,
                  "chip, dwave: the address of a solver's server, as `nudge chip` tells it")
      ->type_name("URL");
  command.add_option("--profile", profile, "dwave: of dwave.conf")->type_name("NAME");
  command
      .add_option("--solver", solver, "dwave: a name, or features like {\"num_qubits__gte\": 5000}")
      ->type_name("SOLVER");
}

ChipSampled sampleOnChip(const ChipSampling& wanted, const IsingProblem& whole,
                         const std::stop_token& stop) {
  const std::unique_ptr<VirtualChip> own = ownChip(wanted);
  const CloudConfiguration configuration = configurationOf(wanted, own.get(), stop);
  if (!configuration.warning.empty())
    fmt::print(stderr, "warning      {}\n", configuration.warning);
  CloudClient client(configuration);
  const SolverProperties solver = client.chooseSolver(stop);
  const Placed placed = place(wanted, whole, chipOf(solver), stop);
  const QubitProblem& problem = placed.problem;
  const JobRequest request = jobFor(solver, problem, parametersOf(wanted, solver, placed, whole));
  if (solver.timing) {
    fmt::print(
        stderr, "chip time    {} estimated\n",
        timeText(
            estimateTime(solver, timeTermsOf(request.parameters, problem.qubits.size())).access));
  }
  const QpAnswer answer = client.submit(request).wait(stop);
  const SampleSet onChip = samplesOf(answer, problem);
  std::string chains = "spins are qubits";
  SampleSet samples;
  if (placed.embedded) {
    Unembedded read = unembed(*placed.embedded, whole, onChip);
    std::size_t longest = 0;
    for (const auto& chain : placed.embedded->chains) longest = std::max(longest, chain.size());
    chains = fmt::format("embedded, chains of up to {} qubits, {:.2g} % of them broken", longest,
                         100 * read.meanChainBreaks);
    samples = std::move(read.samples);
  } else {
    samples = ofAllSpins(onChip, whole);
  }
  return {std::move(samples),
          fmt::format("chip         {}, {} qubits ({}), {} µs{}\n"
                      "chip time    {}: programming {}, {} reads {}\n",
                      cleaned(solver.identity.name), problem.qubits.size(), chains, wanted.time,
                      wanted.reverse ? fmt::format(", reverse to s = {}", *wanted.reverse) : "",
                      timeText(answer.timing.access), timeText(answer.timing.programming),
                      answer.samples.reads(), timeText(answer.timing.sampling))};
}

}  // namespace nudge
