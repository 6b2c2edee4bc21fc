#include "app/Program.h"

#include <exception>
#include <new>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "app/Window.h"
#include "app/commands/Command.h"

namespace nudge {

namespace {

int usageError(const CLI::App& program, const CLI::ParseError& error) {
  // CLI11 prints help and version through exceptions too; those are no errors.
  return program.exit(error) == 0 ? kDone : kUsage;
}

int perform(const Action& action) {
  try {
    return action();
  } catch (const std::bad_alloc&) {
    fmt::print(stderr, "nudge: there is not enough memory for this network or data set.\n");
  } catch (const std::exception& error) {
    fmt::print(stderr, "nudge: {}\n", error.what());
  }
  return kFailed;
}

}  // namespace

int runProgram(int argc, char** argv) {
  CLI::App program(
      "Nudge: an explorer for Equilibrium Propagation in binary networks and Ising machines",
      "nudge");
  program.set_version_flag("--version", "nudge " NUDGE_VERSION, "Print the version");
  program.footer(
      "Without a command the explorer opens, with FILE or the default experiment.\n\nExamples:\n"
      "  nudge\n  nudge mine.nudge\n  nudge train digits\n  nudge COMMAND --help");
  program.require_subcommand(0, 1);
  std::string file;
  program.add_option("FILE", file, "An experiment (*.nudge) to open")->type_name("");
  Action action = [&] { return openWindow(argc, argv, file); };
  addTrain(program, action);
  addSweep(program, action);
  addRelax(program, action);
  addPresets(program, action);
  addData(program, action);
  addReproduce(program, action);
  addSample(program, action);
  addGraph(program, action);
  addEmbed(program, action);
  addChip(program, action);
  addFeatures(program, action);
  addReport(program, action);
  addScreenshot(program, action);
  try {
    program.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return usageError(program, error);
  }
  return perform(action);
}

}  // namespace nudge
