#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "core/experiment/Run.h"

namespace nudge {

/// Where a run keeps its files: experiment.nudge, metrics.csv, timing.csv, changes.jsonl,
/// parameters.safetensors, checkpoint.safetensors, figures/ and report.html.
class RunFolder {
 public:
  /// A folder for a new run, made if it is not there. Throws Error when it holds a run already.
  static RunFolder create(const std::filesystem::path& path, const Experiment& experiment);
  /// The folder of an earlier run. Throws Error when it holds none.
  static RunFolder open(const std::filesystem::path& path);
  /// Whether there is a run in this folder.
  static bool holdsRun(const std::filesystem::path& path);
  /// The folder below `parent` for runs of this name: letters, digits, "-", "_", "." and spaces of
  /// it, so that no name leads elsewhere.
  static std::filesystem::path pathFor(const std::filesystem::path& parent,
                                       const std::string& name);
  /// The same with a number where it is taken: "digits", "digits-2", …
  static std::filesystem::path freeName(const std::filesystem::path& parent,
                                        const std::string& name);

  /// A new run in a folder of such a name that nobody else has, or gets.
  static RunFolder createFree(const std::filesystem::path& parent, const std::string& name,
                              const Experiment& experiment);

  const std::filesystem::path& path() const { return path_; }
  std::filesystem::path metrics() const { return path_ / "metrics.csv"; }
  std::filesystem::path timing() const { return path_ / "timing.csv"; }
  std::filesystem::path parameters() const { return path_ / "parameters.safetensors"; }
  std::filesystem::path report() const { return path_ / "report.html"; }
  std::filesystem::path figures() const { return path_ / "figures"; }

  /// The run's experiment, with the settings as its last checkpoint has them.
  Experiment experiment() const;

  /// Whether the run is done and all its files but the report are written. Throws Error on a
  /// damaged checkpoint.
  bool finished() const;

  /// The epochs in the tables; none when nothing is written yet. Throws Error on damaged tables.
  std::vector<EpochMetrics> epochs() const;

  /// The settings that were changed while it ran; none where nothing was. Throws Error on a damaged
  /// record.
  std::vector<Change> changes() const;

  /// The run that this folder holds, where its last checkpoint left it; from the start when it has
  /// none yet. The data set is loaded for it. Changes that were recorded after the checkpoint act
  /// again where they did. Throws Error on a damaged checkpoint or record.
  std::unique_ptr<Run> load() const;

  /// Writes changes.jsonl: at once when something changed, so that even a run that is killed before
  /// its next checkpoint can be repeated. No file where nothing changed.
  void saveChanges(const Run& run) const;
  /// Writes the checkpoint, after the tables, so that a checkpoint never claims an epoch that the
  /// tables lack.
  void saveCheckpoint(const Run& run) const;
  /// Writes metrics.csv and timing.csv.
  void saveTables(const Run& run) const;
  /// Writes everything, the parameters included.
  void saveAll(const Run& run) const;

 private:
  explicit RunFolder(std::filesystem::path path) : path_(std::move(path)) {}

  std::filesystem::path path_;
};

}  // namespace nudge
