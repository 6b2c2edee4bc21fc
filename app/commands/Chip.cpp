#include <chrono>
#include <cstdio>
#include <memory>
#include <string>
#include <thread>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "app/Interrupt.h"
#include "app/commands/Command.h"
#include "core/base/AtomicFile.h"
#include "core/base/Error.h"
#include "core/chip/ChipFile.h"
#include "core/cloud/VirtualChip.h"

namespace nudge {

namespace {

struct ChipChoices {
  std::string chip, faults, tokenFile;
  std::string machine = "sqa";
  VirtualChipSettings settings;
};

Token tokenIn(const std::string& path) {
  if (path.empty()) return {};
  std::string text = readFile(path, 4096);
  while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.pop_back();
  return Token(std::move(text));
}

int serve(ChipChoices choices) {
  const Interrupt interrupt;
  choices.settings.token = tokenIn(choices.tokenFile);
  choices.settings.physics.thermal = choices.machine == "sa";
  const ChipGraph graph = openChip(choices.chip, choices.faults);
  const VirtualChip chip(graph, choices.settings);
  fmt::print(
      "{}: {} qubits, {} couplers, at {}\nIn dwave.conf:\n\n  [nudge]\n  endpoint = {}\n  "
      "token = {}\n\nCtrl-C stops it.\n",
      chip.solver().identity.name, graph.qubits().size(), graph.couplers().size(), chip.endpoint(),
      chip.endpoint(),
      choices.tokenFile.empty() ? "any" : "(the one in " + choices.tokenFile + ")");
  std::fflush(stdout);
  while (!interrupt.requested()) std::this_thread::sleep_for(std::chrono::milliseconds(50));
  return kDone;
}

void addPhysics(CLI::App& command, ChipChoices& choices) {
  ChipPhysics& physics = choices.settings.physics;
  command
      .add_option("--machine", choices.machine,
                  "sqa: simulated quantum annealing (default); sa: simulated annealing")
      ->check(CLI::IsMember({"sqa", "sa"}));
  command
      .add_option("--field-noise", physics.fieldNoise,
                  "Standard deviation of what fields are off by, in the chip's units (default 0)")
      ->check(CLI::Range(0.0, 10.0));
  command
      .add_option("--coupling-noise", physics.couplingNoise, "The same of couplings (default 0)")
      ->check(CLI::Range(0.0, 10.0));
  command
      .add_option("--bits", physics.bits, "Precision of fields and couplings (default 0: exact)")
      ->check(CLI::Range(0, 16));
  command
      .add_option("--sweeps", physics.sweepsPerMicrosecond,
                  "Sweeps a µs of annealing time (default 5)")
      ->check(CLI::Range(1e-3, 1e4));
  command.add_option("--slices", physics.slices, "sqa: slices of imaginary time (default 16)")
      ->check(CLI::Range(2, 1024));
  command.add_option("--temperature", physics.temperature, "sqa: in mK (default 12)")
      ->check(CLI::PositiveNumber);
  command.add_option("--seed", physics.seed, "Seed of everything random (default 1)")
      ->check(CLI::NonNegativeNumber);
}

}  // namespace

void addChip(CLI::App& program, Action& action) {
  CLI::App* command =
      program.add_subcommand("chip", "Serve a virtual annealing chip over D-Wave's protocol");
  auto choices = std::make_shared<ChipChoices>();
  command
      ->add_option("chip", choices->chip, "chimera:M, pegasus:M, zephyr:M, or a file with a graph")
      ->type_name("CHIP")
      ->required();
  command->add_option("--faults", choices->faults, "What does not work on it")->type_name("FILE");
  command->add_option("--host", choices->settings.host,
                      "Where to listen (default 127.0.0.1: only programs on this machine)");
  command->add_option("--port", choices->settings.port, "Port (default: any that is free)")
      ->check(CLI::Range(0, 65535));
  command->add_option("--name", choices->settings.name, "What the solver is called");
  command
      ->add_option("--token-file", choices->tokenFile,
                   "File with the token that clients must send (default: any will do)")
      ->type_name("FILE");
  addPhysics(*command, *choices);
  command->footer(
      "Any client of SAPI 3 can use it: D-Wave's own, or `nudge sample --machine chip --endpoint "
      "URL`.\n\nExamples:\n  nudge chip pegasus:16 --port 8080\n"
      "  nudge chip zephyr:15 --field-noise 0.02 --coupling-noise 0.01 --bits 8");
  command->callback([choices, &action] { action = [choices] { return serve(*choices); }; });
}

}  // namespace nudge
