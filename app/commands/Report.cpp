#include "app/Report.h"

#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "app/commands/Command.h"

namespace nudge {

void addReport(CLI::App& program, Action& action) {
  CLI::App* command = program.add_subcommand(
      "report", "Write a run's report anew: figures, a page as HTML and as PDF");
  auto run = std::make_shared<std::string>();
  command->add_option("run", *run, "The folder of a run")->type_name("RUN")->required();
  command->footer("Example:\n  nudge report runs/digits");
  command->callback([run, &action] {
    action = [run] {
      const RunFolder folder = RunFolder::open(*run);
      const std::filesystem::path pdf = writePdfReport(folder);
      fmt::print("{}\n{}\n", folder.report().string(), pdf.string());
      return kDone;
    };
  });
}

}  // namespace nudge
