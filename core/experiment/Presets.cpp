#include "core/experiment/Presets.h"

#include <filesystem>

#include <fmt/format.h>

#include "core/base/Error.h"

namespace nudge {

// Made from resources/presets when the program is built.
const std::vector<Preset>& presets() {
  static const std::vector<Preset> all{
#include "presets.inc"
  };
  return all;
}

namespace {

const Preset* findPreset(const std::string& name) {
  for (const Preset& preset : presets()) {
    if (preset.name == name) return &preset;
  }
  return nullptr;
}

}  // namespace

Experiment presetExperiment(const std::string& name) {
  if (const Preset* preset = findPreset(name))
    return Experiment::fromText(preset->text, "preset " + name);
  std::vector<std::string> names;
  for (const Preset& preset : presets()) names.emplace_back(preset.name);
  const std::string nearest = nearestName(name, names);
  throw Error(fmt::format("there is no preset \"{}\"{}", name,
                          nearest.empty() ? "; `nudge presets` lists them."
                                          : fmt::format("; did you mean \"{}\"?", nearest)));
}

Experiment presetOrFile(const std::string& nameOrPath) {
  const bool looksLikePath =
      nameOrPath.ends_with(".nudge") || nameOrPath.find('/') != std::string::npos;
  if (looksLikePath || std::filesystem::is_regular_file(nameOrPath))
    return Experiment::load(nameOrPath);
  return presetExperiment(nameOrPath);
}

Experiment presetOf(const Experiment& experiment) {
  return findPreset(experiment.name) != nullptr ? presetExperiment(experiment.name) : Experiment();
}

}  // namespace nudge
