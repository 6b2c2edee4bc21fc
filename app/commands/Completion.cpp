#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "app/commands/Command.h"
#include "app/shell/Completions.h"

namespace nudge {

void addCompletion(CLI::App& program, Action& action) {
  CLI::App* command = program.add_subcommand(
      "completion", "Print a script with which a shell completes commands, options and values");
  auto shell = std::make_shared<std::string>();
  command->add_option("shell", *shell, "Which one")
      ->required()
      ->check(CLI::IsMember({"bash", "zsh", "fish"}));
  command->footer(
      "Packages install these scripts; without one:\n\nExamples:\n"
      "  source <(nudge completion bash)\n  nudge completion fish | source");
  command->callback([shell, &program, &action] {
    action = [shell, &program] {
      const CommandWords words = commandWords(program);
      fmt::print("{}", *shell == "bash"  ? bashCompletion(words)
                       : *shell == "zsh" ? zshCompletion(words)
                                         : fishCompletion(words));
      return kDone;
    };
  });
}

}  // namespace nudge
