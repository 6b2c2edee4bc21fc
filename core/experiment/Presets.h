#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/experiment/Experiment.h"

namespace nudge {

/// The experiments that come with the program, as documents inside it, sorted by name.
struct Preset {
  std::string_view name;
  std::string_view text;
};
const std::vector<Preset>& presets();

/// What opens when nothing else is asked for.
inline constexpr std::string_view kDefaultPreset = "digits";

/// The preset with this name. Throws Error naming the nearest one.
Experiment presetExperiment(const std::string& name);

/// A preset's name or the path of a document.
Experiment presetOrFile(const std::string& nameOrPath);

/// The preset that an experiment began as, judged by its name; defaults if there is none.
Experiment presetOf(const Experiment& experiment);

}  // namespace nudge
