#include <iostream>
#include <memory>

#include <CLI/CLI.hpp>

#include "app/commands/Command.h"
#include "core/base/Error.h"
#include "core/chip/ChipFile.h"

namespace nudge {

void addGraph(CLI::App& program, Action& action) {
  CLI::App* command = program.add_subcommand("graph", "List a chip's qubits and couplers");
  auto chip = std::make_shared<std::string>();
  auto faults = std::make_shared<std::string>();
  command
      ->add_option("chip", *chip,
                   "chimera:M, chimera:M,N,T, pegasus:M, zephyr:M or zephyr:M,T; or a file that "
                   "this command wrote")
      ->type_name("CHIP")
      ->required();
  command
      ->add_option("--faults", *faults,
                   "What does not work: lines with a qubit, or the two qubits of a coupler")
      ->type_name("FILE");
  command->footer(
      "Prints the numbers of qubits and couplers, then a qubit a line, then a coupler a line, in "
      "D-Wave's linear numbering.\n\nExamples:\n  nudge graph pegasus:16\n"
      "  nudge graph chimera:16 --faults broken.txt > chip.txt");
  command->callback([chip, faults, &action] {
    action = [chip, faults] {
      writeChip(openChip(*chip, *faults), std::cout);
      if (!std::cout.flush()) throw Error("standard output: could not be written; is it full?");
      return kDone;
    };
  });
}

}  // namespace nudge
