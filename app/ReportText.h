#pragma once

#include <string>
#include <vector>

#include "core/experiment/Changes.h"
#include "core/experiment/Experiment.h"
#include "core/experiment/Metrics.h"
#include "core/experiment/RunFolder.h"

namespace nudge {

/// What a run's folder says of it: all that a report needs.
struct RunRecord {
  Experiment experiment;
  std::vector<EpochMetrics> epochs;
  std::vector<Change> changes;  ///< of settings while it ran

  /// Throws Error on damaged files.
  static RunRecord of(const RunFolder& folder) {
    return {folder.experiment(), folder.epochs(), folder.changes()};
  }
};

/// Safe inside HTML.
std::string escaped(const std::string& text);

/// Parts of a report as HTML: name, what the experiment is about and how far the run came …
std::string reportHead(const RunRecord& run);
/// … and its epochs, what was changed while it ran, and all settings.
std::string reportTables(const RunRecord& run);

}  // namespace nudge
