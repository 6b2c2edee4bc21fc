#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/experiment/Experiment.h"

namespace CLI {
class App;
}

namespace nudge {

/// What a command leaves with: done, failed, wrong usage.
enum ExitStatus { kDone = 0, kFailed = 1, kUsage = 2 };

/// A command's work, to be done when the whole command line has been read. Returns the exit status.
using Action = std::function<int()>;

/// Each adds a command to the program; when it was asked for, it sets `action`.
void addTrain(CLI::App& program, Action& action);
void addSweep(CLI::App& program, Action& action);
void addRelax(CLI::App& program, Action& action);
void addData(CLI::App& program, Action& action);
void addPresets(CLI::App& program, Action& action);
void addReproduce(CLI::App& program, Action& action);
void addScreenshot(CLI::App& program, Action& action);
void addSample(CLI::App& program, Action& action);
void addGraph(CLI::App& program, Action& action);
void addEmbed(CLI::App& program, Action& action);
void addChip(CLI::App& program, Action& action);
void addFeatures(CLI::App& program, Action& action);
void addReport(CLI::App& program, Action& action);
void addCompletion(CLI::App& program, Action& action);
void addManual(CLI::App& program, Action& action);

/// The options that choose and change an experiment, shared by commands.
struct ExperimentOptions {
  std::string source;             ///< a preset's name or a document's path
  std::vector<std::string> sets;  ///< key=value
  long long seed = -1;            ///< −1: the document's

  void addTo(CLI::App& command, bool sourceRequired);
  /// The experiment, changed as asked; its parts are checked, not yet how they go together. Throws
  /// Error.
  Experiment experiment() const;
  /// Only --set and --seed, applied to an experiment.
  void applyTo(Experiment& experiment) const;
};

}  // namespace nudge
