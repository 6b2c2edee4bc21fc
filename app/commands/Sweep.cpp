#include "core/sweep/Sweep.h"

#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "app/Interrupt.h"
#include "app/Offscreen.h"
#include "app/ProgressBar.h"
#include "app/Report.h"
#include "app/commands/Command.h"
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
  int jobs = 0;
};

/// A run that was killed between its last epoch and its report gets it now.
void addMissingReports(const std::vector<PlannedRun>& runs, const std::vector<RunStatus>& states) {
  for (std::size_t i = 0; i < runs.size(); ++i) {
    if (states[i].state != RunState::Finished) continue;
    const RunFolder folder = RunFolder::open(runs[i].folder);
    if (!fs::exists(folder.report())) writeReport(folder, *folder.load());
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
  fmt::print(stderr, "nudge: {} of {} runs are finished{}; go on with\n  nudge sweep {} --out {}\n",
             finished, states.size(), failed > 0 ? fmt::format(", {} failed", failed) : "",
             options.file, options.out);
  return kFailed;
}

int sweepHere(SweepOptions options) {
  const Interrupt interrupt;
  const Sweep sweep = Sweep::load(options.file);
  if (options.out.empty()) {
    options.out = RunFolder::pathFor("sweeps", fs::path(options.file).stem().string()).string();
  }
  const SweepFolder folder(options.out, sweep);
  const std::vector<SweepRun> runs = sweep.runs();
  ProgressBar bar;
  SideBySideOptions sideBySide;
  sideBySide.jobs = options.jobs;
  sideBySide.onProgress = [&](const SideBySideProgress& progress) {
    if (bar.due()) bar.show(progress);
  };
  sideBySide.onEnded = [&](std::size_t index, const RunFolder& place, const Run& run) {
    if (!run.finished()) return;
    writeReport(place, run);
    bar.clear();
    printRun(runs[index], sweep.cases[runs[index].caseIndex], run.epochs().back());
  };
  const std::vector<PlannedRun> planned = folder.plannedRuns();
  const std::vector<RunStatus> states = runSideBySide(planned, sideBySide, interrupt.token());
  bar.clear();
  if (!interrupt.requested()) addMissingReports(planned, states);
  const std::vector<CaseResult> cases = folder.gather();
  drawFigures(folder, sweep, cases);
  fmt::print("cases       {}\n", folder.caseTable().string());
  fmt::print("runs        {}\n", folder.table().string());
  return conclude(options, states);
}

}  // namespace

void addSweep(CLI::App& program, Action& action) {
  CLI::App* command = program.add_subcommand(
      "sweep", "Train an experiment with many settings and seeds, side by side");
  auto options = std::make_shared<SweepOptions>();
  command->add_option("FILE", options->file, "A sweep document (JSON)")->required();
  command->add_option("--out", options->out, "Folder for the runs (default: sweeps/NAME)")
      ->type_name("DIR");
  command
      ->add_option("--jobs", options->jobs, "At most this many runs at a time (default: all cores)")
      ->check(CLI::Range(1, 1024));
  command->footer(
      "Ctrl-C writes checkpoints and stops; the same command goes on: finished runs are kept.\n\n"
      "A sweep document names a base (a preset, a *.nudge file or an experiment), the settings to\n"
      "vary as after `nudge train --set`, and seeds:\n"
      "  {\"format\": \"nudge-sweep\", \"version\": 1, \"base\": \"digits\",\n"
      "   \"grid\": {\"beta\": [0.5, 1, 2], \"T\": [5, 10]}, \"seeds\": [1, 2, 3], \"epochs\": 5}\n"
      "\"list\": [{\"beta\": 0.5}, {\"beta\": 1, \"T\": 5}] in the place of \"grid\" gives each "
      "case.\n\n"
      "Example:\n  nudge sweep beta.json --out sweeps/beta");
  command->callback([options, &action] { action = [options] { return sweepHere(*options); }; });
}

}  // namespace nudge
