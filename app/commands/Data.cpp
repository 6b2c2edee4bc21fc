#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "app/Interrupt.h"
#include "app/ProgressBar.h"
#include "app/commands/Command.h"
#include "core/base/Error.h"
#include "core/data/DataSettings.h"
#include "core/data/MnistSource.h"

namespace nudge {

namespace {

int listData() {
  fmt::print("{:<8} {:<38} {}\n", "digits", "drawn by Nudge, any number, 28 × 28", "always there");
  const auto folder = findMnist();
  fmt::print("{:<8} {:<38} {}\n", "mnist", "60,000 + 10,000 digits, 28 × 28",
             folder ? "in " + folder->string() : "not here; get it with: nudge data fetch mnist");
  return kDone;
}

int fetch(const std::string& name) {
  if (name == "digits") {
    fmt::print("digits are drawn by Nudge; there is nothing to fetch.\n");
    return kDone;
  }
  if (name != "mnist") {
    throw Error(fmt::format("there is no data set \"{}\"; `nudge data` lists them.", name));
  }
  const Interrupt interrupt;
  ProgressBar bar;
  try {
    fetchMnist(mnistFolder(), [&](std::uintmax_t done, std::uintmax_t total) {
      if (bar.due()) bar.show("mnist", done, total);
      return !interrupt.requested();
    });
  } catch (const Cancelled&) {
    throw Error("stopped; the same command goes on where this one ended.");
  }
  bar.clear();
  fmt::print("mnist is in {}\n", mnistFolder().string());
  return kDone;
}

}  // namespace

void addData(CLI::App& program, Action& action) {
  CLI::App* command = program.add_subcommand("data", "List the data sets, or download one");
  command->footer(
      "NUDGE_DATA names a folder to look in first.\n\nExamples:\n  nudge data\n  nudge data fetch "
      "mnist");
  command->require_subcommand(0, 1);
  CLI::App* fetching =
      command->add_subcommand("fetch", "Download a data set, verified by its checksums");
  auto name = std::make_shared<std::string>();
  fetching->add_option("name", *name, "Which one: mnist")->required();
  fetching->footer("Example:\n  nudge data fetch mnist");
  fetching->callback([name, &action] { action = [name] { return fetch(*name); }; });
  command->callback([command, fetching, &action] {
    (void)command;
    if (!fetching->parsed()) action = [] { return listData(); };
  });
}

}  // namespace nudge
