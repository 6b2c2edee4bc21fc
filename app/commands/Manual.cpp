#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "app/commands/Command.h"
#include "app/shell/ManualPage.h"

namespace nudge {

void addManual(CLI::App& program, Action& action) {
  CLI::App* command = program.add_subcommand("manual", "Print the manual page, for man");
  command->footer("Packages install it.\n\nExample:\n  nudge manual | man -l -");
  command->callback([&program, &action] {
    action = [&program] {
      fmt::print("{}", manualPage(commandWords(program)));
      return kDone;
    };
  });
}

}  // namespace nudge
