#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "app/shell/Completions.h"

namespace nudge {

namespace {

/// The text in single quotes.
std::string quoted(const std::string& text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

/// Help as `_arguments` takes it: colons and brackets are its own.
std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == ':' || c == '[' || c == ']' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

std::string functionName(const CommandWords& command) {
  std::string name = "_" + command.name;
  std::replace(name.begin(), name.end(), ' ', '_');
  return name;
}

/// What completes a value, in `_arguments`'s terms.
std::string action(const Choices& choices) {
  std::string files = choices.files ? "_files" : choices.folders ? "_files -/" : "";
  if (choices.words.empty()) return files.empty() ? " " : files;
  const std::string add =
      fmt::format("compadd {}-- {}", choices.open ? "-S \"\" " : "", fmt::join(choices.words, " "));
  return files.empty() ? "{" + add + "}" : "{" + add + "; " + files + "}";
}

std::string specification(const OptionWords& option, const std::string& name) {
  const bool joined = !option.value.empty() && name.starts_with("--");
  const std::string value =
      option.value.empty() ? ""
                           : fmt::format(":{}:{}", escaped(option.value), action(option.choices));
  return quoted(fmt::format("{}{}{}[{}]{}", option.many ? "*" : "", name, joined ? "=" : "",
                            escaped(option.help), value));
}

std::string arguments(const CommandWords& command) {
  std::string out = "  _arguments -C -s";
  for (const OptionWords& option : command.options) {
    for (const std::string& name : option.names) out += " \\\n    " + specification(option, name);
  }
  if (!command.commands.empty()) return out + " \\\n    '1: :->command' '*:: :->rest' && return\n";
  for (std::size_t i = 0; i < command.places.size(); ++i) {
    const OptionWords& place = command.places[i];
    const std::string number = place.many ? "*" : std::to_string(i + 1);
    out += " \\\n    " +
           quoted(number + ":" + escaped(place.names.front()) + ":" + action(place.choices));
  }
  return out + "\n";
}

std::string function(const CommandWords& command) {
  std::string out = functionName(command) + "() {\n";
  if (command.commands.empty()) return out + arguments(command) + "}\n\n";
  out += "  local state line curcontext=$curcontext\n" + arguments(command);
  out += "  case $state in\n    command)\n      local -a below=(\n";
  for (const CommandWords& below : command.commands)
    out += "        " + quoted(below.word() + ":" + below.about) + "\n";
  out += "      )\n      _describe command below\n";
  if (!command.places.empty() && command.places.front().choices.files) out += "      _files\n";
  out += "      ;;\n    rest)\n      case $line[1] in\n";
  for (const CommandWords& below : command.commands)
    out += fmt::format("        {}) {} ;;\n", below.word(), functionName(below));
  return out + "      esac ;;\n  esac\n}\n\n";
}

}  // namespace

std::string zshCompletion(const CommandWords& program) {
  std::string out =
      "#compdef nudge\n# Completions of nudge for zsh, written by `nudge completion zsh`.\n\n";
  for (const CommandWords* command : everyCommand(program)) out += function(*command);
  return out +
         "if [[ $zsh_eval_context[-1] == loadautofunc ]]; then\n  _nudge \"$@\"\nelse\n"
         "  compdef _nudge nudge\nfi\n";
}

}  // namespace nudge
