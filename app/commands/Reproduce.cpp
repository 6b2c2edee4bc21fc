#include <algorithm>
#include <chrono>
#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <QDate>

#include "app/Interrupt.h"
#include "app/Offscreen.h"
#include "app/ProgressBar.h"
#include "app/ReproductionFigures.h"
#include "app/commands/Command.h"
#include "core/base/AtomicFile.h"
#include "core/base/Parallel.h"
#include "core/reproduction/Page.h"

namespace nudge {

namespace {

namespace fs = std::filesystem;

struct ReproduceOptions {
  std::vector<std::string> ids;
  bool list = false;
  bool quick = false;
  bool full = false;
  bool drawOnly = false;
  int trials = 0;
  int jobs = 0;
  std::string out = "reproduction";
  std::string page;     ///< empty: in `out`
  std::string figures;  ///< empty: in `out`
  std::string records;  ///< empty: none are kept

  Extent extent() const { return full ? Extent::Full : Extent::Quick; }

  std::vector<ReproductionOutcome> outcomes(const std::vector<const Reproduction*>& some) const {
    std::vector<fs::path> folders{out};
    if (!records.empty()) folders.emplace_back(records);
    return outcomesOf(some, extent(), folders);
  }
};

int listThem() {
  for (const Reproduction& one : reproductions()) fmt::print("{:12} {}\n", one.id, one.title);
  return kDone;
}

std::vector<const Reproduction*> chosen(const std::vector<std::string>& ids) {
  std::vector<const Reproduction*> some;
  if (ids.empty()) {
    for (const Reproduction& one : reproductions()) some.push_back(&one);
  }
  for (const std::string& id : ids) some.push_back(&reproduction(id));
  return some;
}

/// Does what is not done yet; returns whether all of it is done now.
bool runThem(const ReproduceOptions& options, const std::vector<const Reproduction*>& some,
             const std::stop_token& stop) {
  const int trials = options.trials > 0 ? options.trials : options.full ? 5 : 1;
  const auto runs = plannedRuns(some, options.extent(), trials, options.out);
  ProgressBar bar;
  SideBySideOptions side;
  side.jobs = options.jobs;
  side.onProgress = [&](const SideBySideProgress& progress) {
    if (bar.due()) bar.show(progress);
  };
  const std::vector<RunStatus> states = runSideBySide(runs, side, stop);
  bar.clear();
  bool done = true;
  for (const RunStatus& state : states) {
    done &= state.state == RunState::Finished;
    if (state.state == RunState::Failed) fmt::print(stderr, "nudge: {}\n", state.failure);
  }
  return done;
}

void printCases(const ReproductionOutcome& result) {
  fmt::print("{}: {}\n", result.of->id, result.of->title);
  for (const ReproducedOutcome& one : result.cases) {
    const int epoch = one.comparedEpoch();
    if (epoch == 0) {
      fmt::print("  {}: not reached\n", one.of->label);
      continue;
    }
    const auto beside = [](double published) {
      return published == published ? fmt::format(" (published {:.2f})", published) : "";
    };
    fmt::print("  {}: test {:.2f} %{}, train {:.2f} %{}\n", one.of->label,
               one.at(epoch, &EpochMetrics::testError).mean, beside(one.of->published.test),
               one.at(epoch, &EpochMetrics::trainError).mean, beside(one.of->published.train));
  }
}

std::vector<std::string> machines(const ReproduceOptions& options) {
  if (options.records.empty()) return {machineInWords()};
  return recordedMachines(options.extent(), options.records);
}

/// The page is about everything that has been run in this folder, not only now.
fs::path writePage(const ReproduceOptions& options) {
  fs::path page =
      options.page.empty() ? fs::path(options.out) / "REPRODUCTION.md" : fs::path(options.page);
  const fs::path figures =
      options.figures.empty() ? fs::path(options.out) / "figures" : fs::path(options.figures);
  const auto results = options.outcomes(chosen({}));
  const Offscreen offscreen;
  std::vector<Picture> pictures;
  const fs::path home = fs::absolute(page).parent_path();
  for (const ReproductionOutcome& result : results) {
    for (const fs::path& path : drawReproduction(result, figures))
      pictures.push_back({result.of->id, fs::relative(fs::absolute(path), home).generic_string()});
  }
  const std::string today = QDate::currentDate().toString(Qt::ISODate).toStdString();
  makeFolder(home);
  writeFileAtomically(
      page, reproductionPage({options.extent(), NUDGE_VERSION, today, machines(options)}, results,
                             pictures));
  return page;
}

int reproduce(const ReproduceOptions& options) {
  if (options.list) return listThem();
  const std::vector<const Reproduction*> some = chosen(options.ids);
  const Interrupt interrupt;
  const bool done = options.drawOnly || runThem(options, some, interrupt.token());
  if (!options.records.empty())
    keepRecords(options.extent(), options.out, options.records, machineInWords());
  for (const ReproductionOutcome& result : options.outcomes(some)) printCases(result);
  fmt::print("page        {}\n", writePage(options).string());
  if (done) return kDone;
  fmt::print(stderr, "nudge: not all runs are finished; the same command goes on with them.\n");
  return kFailed;
}

}  // namespace

void addReproduce(CLI::App& program, Action& action) {
  CLI::App* command = program.add_subcommand(
      "reproduce", "Rerun tables and figures of the thesis and compare with what it prints");
  auto options = std::make_shared<ReproduceOptions>();
  command->add_option("id", options->ids, "What to reproduce (default: everything)")
      ->type_name("ID");
  command->add_flag("--list", options->list, "List what there is and stop");
  auto* quick =
      command->add_flag("--quick", options->quick, "Cut down to minutes, and named so (default)");
  command->add_flag("--full", options->full, "The real thing: hours, or days for CIFAR-10")
      ->excludes(quick);
  command->add_option("--trials", options->trials, "Trials of each run (default 1, with --full 5)")
      ->check(CLI::Range(1, 100));
  command->add_option("--jobs", options->jobs, "Most runs at a time (default: one for each thread)")
      ->check(CLI::Range(1, 1024));
  command->add_option("--out", options->out, "Folder for runs, figures and page")
      ->type_name("DIR")
      ->capture_default_str();
  command->add_option("--page", options->page, "Where the page goes (default: DIR/REPRODUCTION.md)")
      ->type_name("FILE");
  command->add_option("--figures", options->figures, "Where figures go (default: DIR/figures)")
      ->type_name("DIR");
  command
      ->add_option("--records", options->records,
                   "Folder that keeps each run's experiment, metrics and times; what is there "
                   "already counts too")
      ->type_name("DIR");
  command->add_flag("--draw-only", options->drawOnly,
                    "Run nothing: page and figures of what has been run");
  command->footer(
      "Ctrl-C writes checkpoints and stops; the same command goes on.\n\nExamples:\n"
      "  nudge reproduce\n  nudge reproduce table-4.1 fig-C.3 --full --trials 3\n"
      "  nudge reproduce --list");
  command->callback([options, &action] { action = [options] { return reproduce(*options); }; });
}

}  // namespace nudge
