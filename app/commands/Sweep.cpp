#include "core/sweep/Sweep.h"

#include <algorithm>
#include <cstdlib>
#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "app/Interrupt.h"
#include "app/Offscreen.h"
#include "app/ProgressBar.h"
#include "app/Report.h"
#include "app/SweepOnSlurm.h"
#include "app/commands/Command.h"
#include "app/shell/ShellWord.h"
#include "core/base/Error.h"
#include "core/base/Parallel.h"
#include "core/sweep/SideBySide.h"
#include "core/sweep/SweepFolder.h"
#include "widgets/PlotExport.h"
#include "widgets/SweepPlot.h"

namespace nudge {

namespace {

namespace fs = std::filesystem;

constexpr QSize kFigureSize(960, 600);

struct SweepOptions {
  std::string file;
  std::string out;
  std::string engine = "local";
  std::vector<std::string> sbatch;
  int jobs = 0;
  std::size_t task = 0;  ///< the one run to do, from 1; 0: all
  bool noWait = false;
};

/// A run that was killed between its last epoch and its report gets it now.
void addMissingReports(const std::vector<PlannedRun>& runs, const std::vector<RunStatus>& states) {
  for (std::size_t i = 0; i < runs.size(); ++i) {
    if (states[i].state != RunState::Finished) continue;
    const RunFolder folder = RunFolder::open(runs[i].folder);
    if (!fs::exists(folder.report())) writeReport(folder);
  }
}

void drawFigures(const SweepFolder& folder, const Sweep& sweep,
                 const std::vector<CaseResult>& cases) {
  const Offscreen offscreen;
  SweepPlot plot;
  plot.setResults(sweep, cases);
  for (const char* suffix : {"svg", "png"}) {
    const fs::path path = folder.figure(suffix);
    savePlot(plot, QString::fromStdString(path.string()), kFigureSize);
    fmt::print("figure      {}\n", path.string());
  }
}

void printRun(const SweepRun& run, const SweepCase& one, const EpochMetrics& last) {
  fmt::print("{}  train {:6.2f} %  test {:6.2f} %  {}\n", run.name, last.trainError, last.testError,
             one.inWords());
  std::fflush(stdout);
}

/// Says what is left to do, if anything is.
int conclude(const SweepOptions& options, const std::vector<RunStatus>& states) {
  std::size_t failed = 0;
  std::size_t finished = 0;
  for (const RunStatus& run : states) {
    finished += run.state == RunState::Finished ? 1 : 0;
    if (run.state != RunState::Failed) continue;
    ++failed;
    fmt::print(stderr, "nudge: {}\n", run.failure);
  }
  if (finished == states.size()) return kDone;
  fmt::print(stderr,
             "nudge: {} of {} runs are finished{}; go on with\n  nudge sweep {} --out {}{}\n",
             finished, states.size(), failed > 0 ? fmt::format(", {} failed", failed) : "",
             shellWord(options.file), shellWord(options.out),
             options.engine == "slurm" ? " --engine slurm" : "");
  return kFailed;
}

std::vector<RunStatus> runHere(const SweepOptions& options, const Sweep& sweep,
                               const std::vector<SweepRun>& runs,
                               const std::vector<PlannedRun>& planned, const Interrupt& interrupt) {
  ProgressBar bar;
  SideBySideOptions sideBySide;
  sideBySide.jobs = options.jobs;
  sideBySide.onProgress = [&](const SideBySideProgress& progress) {
    if (bar.due()) bar.show(progress);
  };
  sideBySide.onEnded = [&](std::size_t index, const RunFolder& place, const Run& run) {
    if (!run.finished()) return;
    writeReport(place);
    bar.clear();
    printRun(runs[index], sweep.cases[runs[index].caseIndex], run.epochs().back());
  };
  return runSideBySide(planned, sideBySide, interrupt.token());
}

std::vector<RunStatus> runOnSlurm(const SweepOptions& options, const SweepFolder& folder,
                                  const Interrupt& interrupt) {
  ProgressBar bar;
  SweepOnSlurmOptions slurm;
  slurm.jobs = options.jobs;
  slurm.wait = !options.noWait;
  slurm.sbatch = options.sbatch;
  slurm.onProgress = [&](const SideBySideProgress& progress) { bar.show(progress); };
  return sweepOnSlurm(folder, slurm, interrupt.token());
}

/// One run, as a task of a cluster: the tables and the figure are made by who gathers.
int runTask(const SweepOptions& options, const Sweep& sweep, const SweepFolder& folder,
            const Interrupt& interrupt) {
  const std::vector<SweepRun> runs = sweep.runs();
  if (options.task > runs.size()) {
    throw Error(fmt::format("--task {}: the sweep has {} runs.", options.task, runs.size()));
  }
  // Not all processors of the machine are this task's.
  if (const char* granted = std::getenv("SLURM_CPUS_PER_TASK")) limitThreads(std::atoi(granted));
  const std::vector<SweepRun> run{runs[options.task - 1]};
  const std::vector<PlannedRun> planned{folder.plannedRuns()[options.task - 1]};
  const std::vector<RunStatus> states = runHere(options, sweep, run, planned, interrupt);
  addMissingReports(planned, states);
  return conclude(options, states);
}

int runSweep(SweepOptions options) {
  const Interrupt interrupt;
  const Sweep sweep = Sweep::load(options.file);
  if (options.out.empty()) {
    options.out = RunFolder::pathFor("sweeps", fs::path(options.file).stem().string()).string();
  }
  const SweepFolder folder(options.out, sweep);
  if (options.task > 0) return runTask(options, sweep, folder, interrupt);
  const bool local = options.engine == "local";
  const std::vector<PlannedRun> planned = folder.plannedRuns();
  const std::vector<RunStatus> states =
      local ? runHere(options, sweep, sweep.runs(), planned, interrupt)
            : runOnSlurm(options, folder, interrupt);
  if (local && !interrupt.requested()) addMissingReports(planned, states);
  const std::vector<CaseResult> cases = folder.gather();
  drawFigures(folder, sweep, cases);
  fmt::print("cases       {}\n", folder.caseTable().string());
  fmt::print("runs        {}\n", folder.table().string());
  const bool submitted = options.noWait && !local &&
                         std::none_of(states.begin(), states.end(), [](const RunStatus& run) {
                           return run.state == RunState::Failed;
                         });
  return submitted ? static_cast<int>(kDone) : conclude(options, states);
}

}  // namespace

void addSweep(CLI::App& program, Action& action) {
  CLI::App* command = program.add_subcommand(
      "sweep", "Train an experiment with many settings and seeds, side by side");
  auto options = std::make_shared<SweepOptions>();
  command->add_option("FILE", options->file, "A sweep document (JSON)")
      ->type_name("JSON")
      ->required();
  command->add_option("--out", options->out, "Folder for the runs (default: sweeps/NAME)")
      ->type_name("DIR");
  command
      ->add_option("--jobs", options->jobs, "At most this many runs at a time (default: all cores)")
      ->check(CLI::Range(1, 1024));
  command->add_option("--engine", options->engine, "Where: on this machine or as a Slurm job array")
      ->check(CLI::IsMember({"local", "slurm"}))
      ->capture_default_str();
  command
      ->add_option("--sbatch", options->sbatch,
                   "An option for sbatch, as in --sbatch=--partition=long")
      ->type_name("OPTION")
      ->take_all();
  command->add_flag("--no-wait", options->noWait,
                    "With Slurm: submit and return; the same command gathers later");
  command->add_option("--task", options->task, "Do one run, by its number from 1")
      ->check(CLI::Range(std::size_t{1}, Sweep::kMostRuns));
  command->footer(
      "Ctrl-C writes checkpoints and stops; the same command goes on: finished runs are kept.\n\n"
      "A sweep document names a base (a preset, a *.nudge file or an experiment), the settings to\n"
      "vary as after `nudge train --set`, and seeds:\n"
      "  {\"format\": \"nudge-sweep\", \"version\": 1, \"base\": \"digits\",\n"
      "   \"grid\": {\"beta\": [0.5, 1, 2], \"T\": [5, 10]}, \"seeds\": [1, 2, 3], \"epochs\": 5}\n"
      "\"list\": [{\"beta\": 0.5}, {\"beta\": 1, \"T\": 5}] in the place of \"grid\" gives each "
      "case.\n\n"
      "Examples:\n  nudge sweep beta.json --out sweeps/beta\n"
      "  nudge sweep beta.json --out sweeps/beta --engine slurm --sbatch=--cpus-per-task=4");
  command->callback([options, &action] { action = [options] { return runSweep(*options); }; });
}

}  // namespace nudge
