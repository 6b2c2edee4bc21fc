#include "core/experiment/Presets.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "app/commands/Command.h"

namespace nudge {

void addPresets(CLI::App& program, Action& action) {
  CLI::App* command = program.add_subcommand("presets", "List the presets, a name and a line each");
  command->footer("Example:\n  nudge presets");
  command->callback([&action] {
    action = [] {
      for (const Preset& preset : presets()) {
        const Experiment experiment = presetExperiment(std::string(preset.name));
        fmt::print("{:<16} {}\n", preset.name, experiment.about);
      }
      return kDone;
    };
  });
}

}  // namespace nudge
