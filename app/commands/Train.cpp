#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "app/Interrupt.h"
#include "app/ProgressBar.h"
#include "app/Report.h"
#include "app/commands/Command.h"
#include "app/shell/ShellWord.h"
#include "core/base/Error.h"
#include "core/base/Parallel.h"
#include "core/experiment/ChipEstimate.h"
#include "core/experiment/RunDriver.h"

namespace nudge {

namespace {

struct TrainOptions {
  ExperimentOptions experiment;
  std::string out;
  int epochs = 0;
  int threads = 0;
  bool resume = false;
};

struct Start {
  std::unique_ptr<Run> run;
  RunFolder folder;
  FolderLock lock;
};

Start begin(const TrainOptions& options) {
  namespace fs = std::filesystem;
  ExperimentOptions chosen = options.experiment;
  if (options.epochs > 0) {
    chosen.sets.push_back(fmt::format("learning.epochs={}", options.epochs));
  }
  const Experiment experiment = chosen.experiment();
  const fs::path path =
      !options.out.empty() ? fs::path(options.out) : RunFolder::pathFor("runs", experiment.name);
  if (options.resume && RunFolder::holdsRun(path)) {
    RunFolder folder = RunFolder::open(path);
    FolderLock lock(path);  // before anything is changed that another program works with
    std::unique_ptr<Run> run = folder.load();
    Experiment changed = run->experiment();
    chosen.applyTo(changed);
    run->change(changed);  // refuses what a run that has begun can't take over
    folder.saveChanges(*run);
    return {std::move(run), std::move(folder), std::move(lock)};
  }
  // The run first: what cannot run leaves no folder behind.
  std::unique_ptr<Run> run = startRun(experiment);
  const bool named = !options.out.empty() || options.resume;
  RunFolder folder = named ? RunFolder::create(path, experiment)
                           : RunFolder::createFree("runs", experiment.name, experiment);
  FolderLock lock(folder.path());
  return {std::move(run), std::move(folder), std::move(lock)};
}

void printEpoch(const EpochMetrics& epoch) {
  fmt::print("epoch {:3}  train {:6.2f} %  test {:6.2f} %  π", epoch.epoch, epoch.trainError,
             epoch.testError);
  for (const LayerMetrics& layer : epoch.layers) fmt::print(" {:6.2f}", layer.flipMetric);
  fmt::print("  {:.1f} s\n", epoch.seconds);
  std::fflush(stdout);
}

/// What the run will cost, before it costs anything.
void announceChip(const Run& run, const std::stop_token& stop) {
  const ChipEstimate estimate =
      estimateChip(run.experiment(), run.data()->train.count(), run.data()->test.count(), stop);
  if (!estimate.warning.empty()) fmt::print(stderr, "warning     {}\n", estimate.warning);
  fmt::print(stderr, "chip        {}\n", inWords(estimate));
  const double limit = run.experiment().machine.chip.timeLimit;
  if (limit > 0) fmt::print(stderr, "chip        stops after {:.6g} s of chip time\n", limit);
}

void printPhase(const char* name, const ChipPhaseUse& use) {
  if (use.problems == 0) return;
  fmt::print(
      "{:11} {:.4g} s: {} problems, {} reads; programming {:.4g}, anneals {:.4g}, readout {:.4g}, "
      "delays {:.4g} s; {:.2g} % of chains broken\n",
      name, 1e-6 * use.access(), use.problems, use.reads, 1e-6 * use.programming, 1e-6 * use.anneal,
      1e-6 * use.readout, 1e-6 * use.delay,
      100 * use.brokenChains / static_cast<double>(use.reads));
}

std::string howToGoOn(const TrainOptions& options, const RunFolder& folder) {
  return fmt::format(
      "nudge: stopped before the end; go on with\n  nudge train {} --out {} --resume",
      shellWord(options.experiment.source), shellWord(folder.path().string()));
}

int train(const TrainOptions& options) {
  const Interrupt interrupt;
  limitThreads(options.threads);
  Start start = begin(options);
  if (start.run->experiment().machine.onChip()) announceChip(*start.run, interrupt.token());
  RunKeeper keeper(start.folder, std::move(start.lock));
  ProgressBar bar;
  std::size_t printed = start.run->epochs().size();
  bool finished = false;
  try {
    finished = drive(*start.run, keeper, interrupt.token(), [&](Run& run) {
      for (; printed < run.epochs().size(); ++printed) {
        bar.clear();
        printEpoch(run.epochs()[printed]);
      }
      if (bar.due()) bar.show(run.snapshot());
    });
  } catch (const Error& error) {
    bar.clear();
    throw Error(fmt::format("{}\n{}", error.what(), howToGoOn(options, start.folder)));
  }
  bar.clear();
  if (const std::optional<ChipTally> chip = start.run->snapshot().chip) {
    printPhase("chip, free", chip->of(Phase::Free));
    printPhase("chip, nudge", chip->of(Phase::Nudge));
  }
  const std::vector<std::filesystem::path> figures = writeReport(start.folder);
  fmt::print("report      {}\n", start.folder.report().string());
  for (const auto& figure : figures) fmt::print("figure      {}\n", figure.string());
  fmt::print("metrics     {}\n", start.folder.metrics().string());
  fmt::print("parameters  {}\n", start.folder.parameters().string());
  if (finished) return kDone;
  fmt::print(stderr, "{}\n", howToGoOn(options, start.folder));
  return kFailed;
}

}  // namespace

void addTrain(CLI::App& program, Action& action) {
  CLI::App* command =
      program.add_subcommand("train", "Train a network and write metrics, figures and a report");
  auto options = std::make_shared<TrainOptions>();
  options->experiment.addTo(*command, true);
  command->add_option("--out", options->out, "Folder for the run (default: runs/NAME)")
      ->type_name("DIR");
  command->add_option("--epochs", options->epochs, "Epochs to train")
      ->check(CLI::Range(1, 100'000));
  command
      ->add_option("--threads", options->threads, "At most this many threads (default: all cores)")
      ->check(CLI::Range(1, 1024));
  command->add_flag("--resume", options->resume,
                    "Go on where an earlier run in the folder stopped");
  command->footer(
      "Ctrl-C writes a checkpoint and stops.\n\nExamples:\n  nudge train digits\n"
      "  nudge train fc-512 --epochs 10 --set beta=0.2 --out runs/weak-nudge\n"
      "  nudge train fc-512 --out runs/weak-nudge --resume");
  command->callback([options, &action] { action = [options] { return train(*options); }; });
}

}  // namespace nudge
