#include "app/commands/ChipSampling.h"

#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "core/chip/ChipFile.h"
#include "core/cloud/CloudClient.h"
#include "core/cloud/CloudError.h"
#include "core/cloud/QubitPlacement.h"
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

CloudConfiguration configurationOf(const ChipSampling& wanted, const VirtualChip* own) {
  if (own != nullptr) return configurationFrom({{"endpoint", own->endpoint()}});
  Settings given;
  if (!wanted.endpoint.empty()) given["endpoint"] = wanted.endpoint;
  if (!wanted.solver.empty()) given["solver"] = wanted.solver;
  return loadConfiguration(given, wanted.profile);
}

Json parametersOf(const ChipSampling& wanted, const SolverProperties& solver,
                  const QubitProblem& problem, const IsingProblem& whole) {
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
  SampleSet initial(whole.spins());
  initial.add(wanted.initial, 0);
  parameters["initial_state"] =
      initialStateJson(solver.numQubits, problem.qubits, onNamedQubits(initial, whole).state(0));
  return parameters;
}

std::string timeText(double microseconds) { return fmt::format("{:.4g} ms", microseconds / 1000); }

}  // namespace

void ChipSampling::addTo(CLI::App& command) {
  command.add_option("--chip", chip, "chip: pegasus:16 (default), chimera:M, zephyr:M, or a file")
      ->type_name("CHIP");
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
  const QubitProblem problem = onNamedQubits(whole);
  const std::unique_ptr<VirtualChip> own = ownChip(wanted);
  CloudClient client(configurationOf(wanted, own.get()));
  const SolverProperties solver = client.chooseSolver(stop);
  const JobRequest request = jobFor(solver, problem, parametersOf(wanted, solver, problem, whole));
  if (solver.timing) {
    fmt::print(
        stderr, "chip time    {} estimated\n",
        timeText(estimateTime(solver, useOf(request.parameters, problem.qubits.size())).access));
  }
  const QpAnswer answer = client.submit(request).wait(stop);
  return {ofAllSpins(samplesOf(answer, problem), whole),
          fmt::format("chip         {}, {} qubits, {} µs{}\n"
                      "chip time    {}: programming {}, {} reads {}\n",
                      cleaned(solver.identity.name), problem.qubits.size(), wanted.time,
                      wanted.reverse ? fmt::format(", reverse to s = {}", *wanted.reverse) : "",
                      timeText(answer.timing.access), timeText(answer.timing.programming),
                      answer.samples.reads(), timeText(answer.timing.sampling))};
}

}  // namespace nudge
