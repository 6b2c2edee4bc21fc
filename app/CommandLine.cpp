#include "app/CommandLine.h"

namespace nudge {

CommandLine::CommandLine()
    : program(
          "Nudge: an explorer for Equilibrium Propagation in binary networks and Ising machines",
          "nudge") {
  program.set_version_flag("--version", "nudge " NUDGE_VERSION, "Print the version");
  program.footer(
      "Without a command the explorer opens, with FILE or the default experiment.\n\nExamples:\n"
      "  nudge\n  nudge mine.nudge\n  nudge train digits\n  nudge COMMAND --help");
  program.require_subcommand(0, 1);
  program.add_option("FILE", file, "An experiment (*.nudge) to open")->type_name("");
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
  addCompletion(program, action);
  addManual(program, action);
}

}  // namespace nudge
