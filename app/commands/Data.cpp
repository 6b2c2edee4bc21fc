#include <algorithm>
#include <array>
#include <filesystem>
#include <memory>
#include <optional>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "app/Interrupt.h"
#include "app/ProgressBar.h"
#include "app/commands/Command.h"
#include "core/base/Error.h"
#include "core/data/CifarSource.h"
#include "core/data/DataSettings.h"
#include "core/data/MnistSource.h"

namespace nudge {

namespace {

namespace fs = std::filesystem;

/// A data set that comes from the network.
struct Fetchable {
  const char* name;
  const char* about;
  std::optional<fs::path> (*find)();
  fs::path (*folder)();
  void (*fetch)(const fs::path& folder, const DownloadProgress& progress);
};

const std::array<Fetchable, 2>& fetchables() {
  static const std::array<Fetchable, 2> all{{
      {"mnist", "60,000 + 10,000 digits, 28 × 28", findMnist, mnistFolder,
       [](const fs::path& folder, const DownloadProgress& progress) {
         fetchMnist(folder, progress);
       }},
      {"cifar10", "50,000 + 10,000 images, 32 × 32, colour", findCifar, cifarFolder,
       [](const fs::path& folder, const DownloadProgress& progress) {
         fetchCifar(folder, progress);
       }},
  }};
  return all;
}

int listData() {
  fmt::print("{:<8} {:<40} {}\n", "digits", "drawn by Nudge, any number, 28 × 28", "always there");
  for (const Fetchable& set : fetchables()) {
    const auto folder = set.find();
    fmt::print("{:<8} {:<40} {}\n", set.name, set.about,
               folder ? "in " + folder->string()
                      : fmt::format("not here; get it with: nudge data fetch {}", set.name));
  }
  return kDone;
}

int fetch(const std::string& name) {
  if (name == "digits") {
    fmt::print("digits are drawn by Nudge; there is nothing to fetch.\n");
    return kDone;
  }
  const auto set = std::find_if(fetchables().begin(), fetchables().end(),
                                [&](const Fetchable& one) { return one.name == name; });
  if (set == fetchables().end()) {
    throw Error(fmt::format("there is no data set \"{}\"; `nudge data` lists them.", name));
  }
  const Interrupt interrupt;
  ProgressBar bar;
  try {
    set->fetch(set->folder(), [&](std::uintmax_t done, std::uintmax_t total) {
      if (bar.due()) bar.show(set->name, done, total);
      return !interrupt.requested();
    });
  } catch (const Cancelled&) {
    throw Error("stopped; the same command goes on where this one ended.");
  }
  bar.clear();
  fmt::print("{} is in {}\n", set->name, set->folder().string());
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
  fetching->add_option("name", *name, "Which one")->type_name("mnist|cifar10")->required();
  fetching->footer("Example:\n  nudge data fetch mnist");
  fetching->callback([name, &action] { action = [name] { return fetch(*name); }; });
  command->callback([command, fetching, &action] {
    (void)command;
    if (!fetching->parsed()) action = [] { return listData(); };
  });
}

}  // namespace nudge
