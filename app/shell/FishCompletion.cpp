#include <fmt/format.h>
#include <fmt/ranges.h>

#include "app/shell/Completions.h"

namespace nudge {

namespace {

/// The text in single quotes.
std::string inQuotes(const std::string& text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') out += '\\';
    out += c;
  }
  return out + "'";
}

/// True where `command` is the innermost one that has been typed.
std::string condition(const CommandWords& command) {
  return inQuotes("__nudge_command " + command.name);
}

std::string arguments(const Choices& choices) {
  std::string out;
  if (choices.files) out += " -F";
  std::string what = fmt::format("{}", fmt::join(choices.words, " "));
  if (choices.folders)
    what += (what.empty() ? "" : " ") + std::string("(__fish_complete_directories)");
  return what.empty() ? out : out + " -a " + inQuotes(what);
}

/// The command that has been typed so far, without options and other words, is asked for.
std::string finder(const CommandWords& program) {
  std::string out =
      "function __nudge_command\n  set -l found nudge\n"
      "  for word in (commandline -opc)[2..-1]\n    switch \"$found $word\"\n";
  for (const CommandWords* command : everyCommand(program)) {
    for (const CommandWords& below : command->commands)
      out += fmt::format("      case '{}'\n        set found '{}'\n", below.name, below.name);
  }
  return out + "    end\n  end\n  test \"$found\" = \"$argv\"\nend\n\n";
}

}  // namespace

std::string fishCompletion(const CommandWords& program) {
  std::string out = "# Completions of nudge for fish, written by `nudge completion fish`.\n" +
                    finder(program) + "complete -c nudge -f\n";
  for (const CommandWords* command : everyCommand(program)) {
    const std::string begin = "complete -c nudge -n " + condition(*command);
    for (const CommandWords& below : command->commands)
      out += fmt::format("{} -a {} -d {}\n", begin, inQuotes(below.word()), inQuotes(below.about));
    for (const OptionWords& option : command->options) {
      std::string line = begin;
      for (const std::string& name : option.names)
        line += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
      if (!option.value.empty()) line += " -r" + arguments(option.choices);
      out += line + " -d " + inQuotes(option.help) + "\n";
    }
    for (const OptionWords& place : command->places) {
      const std::string what = arguments(place.choices);
      if (!what.empty()) out += begin + what + "\n";
    }
  }
  return out;
}

}  // namespace nudge
