#include "app/shell/CommandWords.h"

#include <algorithm>

#include <CLI/CLI.hpp>

#include "core/experiment/Experiment.h"
#include "core/experiment/Presets.h"
#include "core/reproduction/Catalogue.h"

namespace nudge {

namespace {

std::vector<std::string> split(const std::string& text, char at) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(at, begin), text.size());
    if (end > begin) parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

/// What help calls a value tells what may be one: `DIR`, `PRESET|FILE`, `sgd|adam`.
void addChoices(const std::string& name, Choices& choices) {
  static const std::vector<std::string> files{"FILE", "CSV",     "JSON",  "SAFETENSORS",
                                              "CHIP", "PROBLEM", "SOURCE"};
  if (std::find(files.begin(), files.end(), name) != files.end()) choices.files = true;
  if (name == "DIR" || name == "RUN") {
    choices.folders = true;
  } else if (name == "PRESET") {
    for (const Preset& preset : presets()) choices.words.emplace_back(preset.name);
  } else if (name == "ID") {
    for (const Reproduction& one : reproductions()) choices.words.push_back(one.id);
  } else if (name == "CHIP") {
    choices.words = {"chimera:", "pegasus:", "zephyr:"};
    choices.open = true;
  } else if (name == "KEY=VALUE") {
    for (const auto& field : Experiment::fields()) choices.words.push_back(field.key + "=");
    choices.open = true;
  } else if (std::any_of(name.begin(), name.end(), [](char c) { return 'a' <= c && c <= 'z'; }) &&
             std::none_of(name.begin(), name.end(), [](char c) { return 'A' <= c && c <= 'Z'; })) {
    choices.words.push_back(name);
  }
}

/// A check of CLI11 for people: "INT in [1 - 100]" is "1 to 100".
std::string limitsInWords(const std::string& check) {
  if (check == "NONNEGATIVE") return "0 or more";
  if (check == "POSITIVE") return "more than 0";
  const std::size_t begin = check.find('['), middle = check.find(" - "), end = check.find(']');
  if (begin == std::string::npos || middle == std::string::npos || end == std::string::npos)
    return check;
  return check.substr(begin + 1, middle - begin - 1) + " to " +
         check.substr(middle + 3, end - middle - 3);
}

OptionWords optionWords(const CLI::Option& option) {
  OptionWords words;
  if (option.get_positional()) {
    words.names = {option.get_name(true)};
  } else {
    for (const std::string& name : option.get_snames()) words.names.push_back("-" + name);
    for (const std::string& name : option.get_lnames()) words.names.push_back("--" + name);
  }
  // CLI11 tells a value as TEXT, TEXT:{one,two} or INT:INT in [1 - 100].
  const std::string type = option.get_type_name();
  const std::size_t colon = type.find(':');
  words.value = type.substr(0, colon);
  const std::string checks = colon == std::string::npos ? "" : type.substr(colon + 1);
  if (checks.starts_with("{")) {
    words.choices.words = split(checks.substr(1, checks.find('}') - 1), ',');
    words.value.clear();
    for (const std::string& word : words.choices.words)
      words.value += (words.value.empty() ? "" : "|") + word;
  } else {
    words.limits = limitsInWords(checks);
    const bool bare = words.value.empty() && option.get_positional();
    for (const std::string& name : split(bare ? words.names.front() : words.value, '|'))
      addChoices(name, words.choices);
  }
  words.help = option.get_description();
  words.required = option.get_required();
  words.many = option.get_items_expected_max() > 1;
  return words;
}

CommandWords commandWords(const CLI::App& command, const std::string& name) {
  CommandWords words;
  words.name = name;
  words.about = command.get_description();
  words.footer = command.get_footer();
  for (const CLI::Option* option : command.get_options()) {
    (option->get_positional() ? words.places : words.options).push_back(optionWords(*option));
  }
  for (const CLI::App* below : command.get_subcommands(std::function<bool(const CLI::App*)>())) {
    words.commands.push_back(commandWords(*below, name + " " + below->get_name()));
  }
  return words;
}

}  // namespace

std::string CommandWords::word() const { return name.substr(name.rfind(' ') + 1); }

CommandWords commandWords(const CLI::App& program) {
  return commandWords(program, program.get_name());
}

std::vector<const CommandWords*> everyCommand(const CommandWords& command) {
  std::vector<const CommandWords*> all{&command};
  for (const CommandWords& below : command.commands) {
    const std::vector<const CommandWords*> more = everyCommand(below);
    all.insert(all.end(), more.begin(), more.end());
  }
  return all;
}

}  // namespace nudge
