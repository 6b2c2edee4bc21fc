#include <CLI/CLI.hpp>

#include "app/commands/Command.h"
#include "core/base/Error.h"
#include "core/experiment/Presets.h"

namespace nudge {

void ExperimentOptions::addTo(CLI::App& command, bool sourceRequired) {
  auto* option =
      command.add_option("experiment", source, "A preset (see `nudge presets`) or a *.nudge file")
          ->type_name("PRESET|FILE");
  if (sourceRequired) option->required();
  command.add_option("--set", sets, "Change a setting: --set learning.beta=0.5, or just beta=0.5")
      ->type_name("KEY=VALUE")
      ->take_all();
  command.add_option("--seed", seed, "Seed of everything random")->check(CLI::NonNegativeNumber);
}

Experiment ExperimentOptions::experiment() const {
  Experiment experiment = presetOrFile(source);
  applyTo(experiment);
  return experiment;
}

void ExperimentOptions::applyTo(Experiment& experiment) const {
  for (const std::string& set : sets) {
    const auto equals = set.find('=');
    if (equals == std::string::npos) {
      throw Error("--set " + set + ": needs a key and a value, as in --set learning.beta=0.5");
    }
    const auto& field = Experiment::field(set.substr(0, equals));
    field.set(experiment, valueFromText(field, set.substr(equals + 1)));
  }
  if (seed >= 0) Experiment::field("seed").set(experiment, Json(seed));
}

}  // namespace nudge
